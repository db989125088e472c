export { catalogue, type CatalogueEntry, modelClasses } from './catalogue.js';
export { type ClassifierClass, classifiers, findClassifier, findEstimator } from './find-estimator.js';
