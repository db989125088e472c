export * from './browser.js';
export { PictureWriteError, writePicture, type WritePictureOptions } from './node/write-picture.js';
export { toPng, type PngOptions } from './renderers/png/to-png.js';
export { type PictureWarning, type WarningListener } from './renderers/picture-warning.js';
export { type TerminalColor } from './renderers/terminal/pen.js';
export { toTerminal, type TerminalOptions } from './renderers/terminal/to-terminal.js';
