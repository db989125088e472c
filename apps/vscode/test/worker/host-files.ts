import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { Handlers } from '../../src/protocol/channel.js';
import type { hostContract } from '../../src/protocol/training.js';

/** What the extension host does, by Node's file system. */
export function hostFiles(
  reads = new Map<string, number>(),
  told: string[] = [],
): Handlers<typeof hostContract> {
  return {
    async readFile({ uri }) {
      const path = fileURLToPath(uri);
      const name = path.slice(path.lastIndexOf('/') + 1);
      reads.set(name, (reads.get(name) ?? 0) + 1);
      return new Uint8Array(await readFile(path));
    },
    async fileStamp({ uri }) {
      const { mtimeMs, size } = await stat(fileURLToPath(uri));
      return `${mtimeMs} ${size}`;
    },
    warn({ dataset, warnings }) {
      told.push(...warnings.map((warning) => `${dataset}: ${warning}`));
      return null;
    },
  };
}
