export { catalogue, type CatalogueEntry, modelClasses } from './catalogue.js';
export {
  type ClassifierClass,
  classifiers,
  findClassifier,
  findEstimator,
  findTransformer,
  type TransformerClass,
  transformers,
} from './find-estimator.js';
