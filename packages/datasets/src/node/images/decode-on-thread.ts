import { once } from 'node:events';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

import {
  decodeHere,
  type DecodeRaw,
  type DecodingLibrary,
  type RawPicture,
} from '../../images/raw-picture.js';

/** What the thread does: plain JavaScript, as it is handed over as text and needs no file beside a bundle. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const { library, bytes, options } = workerData;
import(library)
  .then(({ decode }) => {
    const { width, height, data, channels, palette } = decode(bytes, options);
    parentPort.postMessage({ width, height, data, channels, palette }, [data.buffer]);
  })
  .catch((error) => setImmediate(() => { throw error; }));
`;

/**
 * A way to decode on a thread of its own, for every picture a new one: the libraries take seconds for a large picture and
 * give nothing back meanwhile, but a thread can be ended. Where there is none to be had (in a bundle that the libraries
 * are a part of, or where threads are not permitted), they work on the thread that asks.
 *
 * @param signal ends the thread; what is being decoded then rejects
 */
export function decodeOnThread(signal: AbortSignal | undefined): DecodeRaw {
  return async (library, bytes, options) => {
    signal?.throwIfAborted();
    const worker = startThread(library, bytes, options);
    if (worker === undefined) return decodeHere(library, bytes, options);
    try {
      const [picture] = (await once(worker, 'message', signal && { signal })) as [RawPicture];
      return picture;
    } finally {
      await worker.terminate();
    }
  };
}

function startThread(library: DecodingLibrary, bytes: Uint8Array, options: object): Worker | undefined {
  try {
    const file = createRequire(import.meta.url).resolve(library);
    const workerData = { library: pathToFileURL(file).href, bytes, options };
    return new Worker(PROGRAM, { eval: true, execArgv: [], workerData });
  } catch {
    return undefined;
  }
}
