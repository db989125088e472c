import { readFileSync } from 'node:fs';

/** Reads a golden file; "nan", "inf" and "-inf" become the numbers that JSON lacks. */
export function readGolden(name: string): unknown {
  const text = readFileSync(new URL(`./golden/${name}`, import.meta.url), 'utf8');
  return JSON.parse(text, (_, value: unknown) => {
    const special: Record<string, number> = { nan: NaN, inf: Infinity, '-inf': -Infinity };
    return typeof value === 'string' && value in special ? special[value] : value;
  }) as unknown;
}
