import * as v from 'valibot';
import * as vscode from 'vscode';

import type { ModelSource } from '../../protocol/webviews/model.js';
import { modelArgument } from '../models/model-argument.js';
import { drawPanel } from '../panels/draw.js';
import type { Services } from '../services.js';
import type { Command } from './command.js';

const trains = v.object({ train: v.literal('digits') });
const trained = v.object({ run: v.pipe(v.string(), v.nonEmpty()) });

/**
 * Opens a surface to draw on. Its argument is `{ run }` or `{ model }`, the text of a URI, or `{ train: 'digits' }`: then a
 * classifier is trained first, as it is, if wished, when there is none yet. Gives `{ run }` or `{ model }`.
 */
export const drawDigitCommand: Command = {
  id: 'drawDigit',
  async run(services, argument) {
    const source = await modelToDrawFor(services, argument);
    services.panels.open(drawPanel, source);
    return source;
  },
};

async function modelToDrawFor(services: Services, argument: unknown): Promise<ModelSource> {
  if (v.is(trains, argument)) return trainOnDigits();
  if (argument === undefined && (await hasNoRun(services))) {
    const train = vscode.l10n.t('Train on Digits');
    const text = vscode.l10n.t('Drawings are told by a classifier, and there is none yet.');
    const chosen = await vscode.window.showInformationMessage(text, { modal: false }, train);
    if (chosen !== train) throw new vscode.CancellationError();
    return trainOnDigits();
  }
  return modelArgument(services, argument);
}

async function hasNoRun({ runList }: Services): Promise<boolean> {
  return !(await runList.list()).some(({ stored }) => stored !== undefined);
}

async function trainOnDigits(): Promise<ModelSource> {
  const made = v.safeParse(trained, await vscode.commands.executeCommand('tenfold.trainDigits'));
  if (!made.success) throw new vscode.CancellationError();
  return made.output;
}
