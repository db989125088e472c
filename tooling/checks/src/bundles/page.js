import { fitAll, mnistChecksum, trainDigits } from './fits.js';

// For a page and for a worker alike: the answers as one object.
async function bytes(path) {
  return new Uint8Array(await (await globalThis.fetch(path)).arrayBuffer());
}

globalThis.fitAll = async (threads) => {
  const [images, labels] = await Promise.all([bytes('/images'), bytes('/labels')]);
  return fitAll(threads, { images, labels });
};
globalThis.trainDigits = trainDigits;
globalThis.mnistChecksum = async () => {
  const names = ['trainImages', 'trainLabels', 'testImages', 'testLabels'];
  const files = await Promise.all(names.map((name) => bytes(`/${name}`)));
  return mnistChecksum(Object.fromEntries(names.map((name, i) => [name, files[i]])));
};

if (typeof document === 'undefined') {
  globalThis.onmessage = async ({ data: threads }) => {
    globalThis.postMessage(await globalThis.fitAll(threads));
  };
} else {
  globalThis.fitInWorker = (threads) =>
    new Promise((resolve, reject) => {
      const worker = new globalThis.Worker('/page.js');
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(threads);
    });
}
