export { asFileError, FileError } from '@tenfold/files';
