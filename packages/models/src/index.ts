export { formatModel } from './format-model.js';
export { modelFromJSON, type ModelClass } from './model-from-json.js';
