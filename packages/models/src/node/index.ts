export { loadModel, ModelFileError, saveModel, type Storable } from './model-file.js';
