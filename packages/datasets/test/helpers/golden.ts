import { readFileSync } from 'node:fs';

/** What tooling/reference/datasets.py wrote. */
interface Golden {
  digits: {
    pixelsSha256: string;
    labelsSha256: string;
    checksum: string;
    featureNames: string[];
    firstImage: number[][];
    lastRow: number[];
    counts: number[];
    mean: number;
  };
  mnist: {
    original: { checksum: string };
    mldata: { checksum: string; rows: Record<string, number> };
  };
}

export const golden = JSON.parse(
  readFileSync(new URL('../golden/datasets.json', import.meta.url), 'utf8'),
) as Golden;
