/** The first words of every model file. */
export const MODEL_FORMAT = 'tenfold-model';

/** The newest version of the format that this library reads, and the one that it writes. */
export const MODEL_FORMAT_VERSION = 2;
