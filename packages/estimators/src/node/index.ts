export { loadModel, ModelFileError, saveModel } from './model-file.js';
