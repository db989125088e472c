import { type CatalogueEntry, modelClasses } from '@tenfold/catalogue';
import * as models from '@tenfold/models';
import * as files from '@tenfold/models/node';

/** A model of whatever estimator of the catalogue. */
export type LoadedModel = InstanceType<CatalogueEntry>;

/**
 * Reads a model from a file.
 *
 * @param path where from
 * @param type the class that it must be of, such as `LogisticRegression`; default: any of the catalogue
 * @throws ModelFileError when the file cannot be read, ModelFormatError when it holds no model, or one of another class
 */
export function loadModel(path: string, type?: undefined): Promise<LoadedModel>;
export function loadModel<Model>(path: string, type: models.ModelClass<Model>): Promise<Model>;
export function loadModel(path: string, type?: models.ModelClass<unknown>): Promise<unknown> {
  return files.loadModel<unknown>(path, type === undefined ? modelClasses : [type]);
}

/**
 * The model in a text of JSON, or in a value parsed from one.
 *
 * @param model text as `formatModel` or `JSON.stringify` made it, or the value that `toJSON` gave
 * @param type the class that it must be of; default: any of the catalogue
 * @throws ModelFormatError when it is no JSON, not a model, of a newer version, of another class, or does not fit together
 */
export function modelFromJSON(model: unknown, type?: undefined): LoadedModel;
export function modelFromJSON<Model>(model: unknown, type: models.ModelClass<Model>): Model;
export function modelFromJSON(model: unknown, type?: models.ModelClass<unknown>): unknown {
  return models.modelFromJSON<unknown>(model, type === undefined ? modelClasses : [type]);
}
