import type { AnyClassifier } from '@tenfold/base';
import { InputError } from '@tenfold/core';
import * as vscode from 'vscode';

import type { DatasetRef } from '../../protocol/values.js';
import type { ModelForm, ModelSource, ModelWeights } from '../../protocol/webviews/model.js';
import { runTitle } from '../runs/run-title.js';
import type { RunStore } from '../runs/run-store.js';
import type { Training } from '../worker/training.js';
import { type KnownImages, modelForm, modelWeights } from './model-form.js';
import { checkModelSize, parseModelFile } from './parse-model-file.js';
import { uriName } from '../files/uri-name.js';

/** What knows of the images that a run's model was trained on. */
export interface ModelServices {
  readonly runs: RunStore;
  readonly training: Training;
  readonly log: vscode.LogOutputChannel;
}

/** A model's file, read. */
export interface ModelFile {
  readonly uri: vscode.Uri;
  /** The file's name, or that of its run. */
  readonly name: string;
  readonly model: AnyClassifier;
  /** The text of the file. */
  readonly text: string;
  /** Bytes of the file. */
  readonly size: number;
}

/** Where a model's file is. */
export function modelUri(source: ModelSource): vscode.Uri {
  return 'run' in source
    ? vscode.Uri.joinPath(vscode.Uri.parse(source.run, true), 'model.json')
    : vscode.Uri.parse(source.model, true);
}

/** What a model is called: by its run's folder, or by its file. */
export function modelName(source: ModelSource): string {
  return uriName(vscode.Uri.parse('run' in source ? source.run : source.model));
}

/** What a model is called where there is little room: as the tabs of its run, or by its file. */
export function modelTitle(source: ModelSource): string {
  return 'run' in source ? runTitle(source.run) : modelName(source);
}

/**
 * Reads a model's file.
 *
 * @throws BrokenModelError when it is no model, FileSystemError when it cannot be read
 */
export async function readModelFile(source: ModelSource): Promise<ModelFile> {
  const uri = modelUri(source);
  const name = modelName(source);
  const { size } = await vscode.workspace.fs.stat(uri);
  checkModelSize(name, size);
  const bytes = await vscode.workspace.fs.readFile(uri);
  const model = parseModelFile(name, bytes);
  return { uri, name, model, text: new TextDecoder().decode(bytes), size: bytes.length };
}

/** A model's file with the form of the model. */
export interface ModelFileWithForm extends ModelFile {
  readonly form: ModelForm;
}

/**
 * Reads a model's file, and what its run knows of its images.
 *
 * @throws as `readModelFile`
 */
export async function readModelForm(
  source: ModelSource,
  services: ModelServices,
): Promise<ModelFileWithForm> {
  const file = await readModelFile(source);
  const images = 'run' in source ? await imagesOfRun(source.run, services) : undefined;
  return { ...file, form: modelForm(file.model, modelTitle(source), images) };
}

/** A model's linear weights. Throws InputError when it has none. */
export function weightsOfModel({ model, form }: ModelFileWithForm): ModelWeights {
  const weights = modelWeights(model, form);
  if (weights !== null) return weights;
  throw new InputError(vscode.l10n.t('a {0} has no weights that could be shown', model.definition.name));
}

async function imagesOfRun(
  run: string,
  { runs, training, log }: ModelServices,
): Promise<KnownImages | undefined> {
  try {
    const { dataset } = await runs.read(run);
    // Of these the model's own provenance tells, and they need not be loaded.
    if (dataset === undefined || isKnownByName(dataset)) return undefined;
    return await training.worker().describe({ dataset });
  } catch (error) {
    log.warn(`What images ${run} was trained on is not known: ${String(error)}`);
    return undefined;
  }
}

function isKnownByName({ kind }: DatasetRef): boolean {
  return kind === 'digits' || kind === 'mnist';
}
