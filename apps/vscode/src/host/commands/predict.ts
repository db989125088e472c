import * as vscode from 'vscode';

import { modelArgument, namedModel } from '../models/model-argument.js';
import { askData } from '../predict/ask-data.js';
import { predictData } from '../predict/predict-argument.js';
import { predictAndShow } from '../predict/predict-and-show.js';
import type { ModelSource } from '../../protocol/webviews/model.js';
import type { Services } from '../services.js';
import type { Command } from './command.js';

/**
 * Predicts with a model. Its argument is `{ run }` or `{ model }`, the text of a URI, with `data`: a data set, "digits",
 * "mnist", or the text of a file's URI; what is missing is asked for. Opens a table and gives the labels, one a row.
 */
export const predictCommand: Command = {
  id: 'predict',
  async run(services, argument) {
    const given = predictData(argument);
    const model = namedModel(argument) ?? (await askModel(services));
    return predictAndShow(services, model, given ?? (await askData()));
  },
};

/** Asks for a model: of a run, or in a file of its own. */
async function askModel(services: Services): Promise<ModelSource> {
  const runs = await services.runList.list();
  const ofRun = vscode.l10n.t('The Model of a Run…');
  const ofFile = vscode.l10n.t('A Model’s File…');
  const chosen = runs.some(({ stored }) => stored !== undefined)
    ? await vscode.window.showQuickPick([ofRun, ofFile], {
        placeHolder: vscode.l10n.t('Predict with which model?'),
      })
    : ofFile;
  if (chosen === undefined) throw new vscode.CancellationError();
  if (chosen === ofRun) return modelArgument(services, undefined);
  const files = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Predict with a Model'),
    filters: { [vscode.l10n.t('Tenfold model')]: ['json'] },
  });
  const file = files?.at(0);
  if (file === undefined) throw new vscode.CancellationError();
  return { model: file.toString() };
}
