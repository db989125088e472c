export { datasetChecksum } from './browser/checksum.js';
export * from './everywhere.js';
