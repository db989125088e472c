export { checkFolderWritable, checkWritable } from './node/check-writable.js';
export type { FileContent } from './node/content.js';
export { asFileError, FileError, systemReason, type FileErrorOptions } from './node/file-error.js';
export { isPipe, pipeChunks, refusePipe } from './node/pipe.js';
export { readWhole } from './node/read-whole.js';
export { syncFolder } from './node/sync.js';
export { writeAll, type ByteSink } from './node/write-all.js';
export { writeFolder } from './node/write-folder.js';
export { writeWhole, type WriteOptions } from './node/write-whole.js';
