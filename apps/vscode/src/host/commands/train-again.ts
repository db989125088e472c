import * as vscode from 'vscode';

import { lastChoice } from '../training/last-choice.js';
import { trainAndShow } from './train-and-show.js';
import type { Command } from './command.js';

/** Trains what was last trained in this workspace, and asks nothing. Gives `{ run, result }`. */
export const trainAgainCommand: Command = {
  id: 'trainAgain',
  run(services) {
    const job = lastChoice(services.context);
    return job === undefined
      ? vscode.commands.executeCommand('tenfold.train')
      : trainAndShow(services, { job, show: true });
  },
};
