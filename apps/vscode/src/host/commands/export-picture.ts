import { toSvg } from '@tenfold/visualization';
import * as vscode from 'vscode';

import { viewsOf } from '../../model/estimators.js';
import { LINEAR_WEIGHTS } from '../../model/views.js';
import { askPicture } from '../export/ask-picture.js';
import { type PictureFormat, parsePictureChoices } from '../export/picture-kinds.js';
import { renderPng } from '../export/render-png.js';
import { knownCurve } from '../export/known-curve.js';
import { type RunPicture, runPicture } from '../export/run-pictures.js';
import { askWhere, saveAs } from '../files/save-as.js';
import { runFolderName } from '../runs/run-title.js';
import type { Services } from '../services.js';
import { requireTrust } from '../shared/trust.js';
import type { Command } from './command.js';
import { runArgument } from '../runs/run-argument.js';

/** Pixels of a PNG for each unit of its picture, and the longest side that browsers draw safely. */
const PIXELS_PER_UNIT = 2;
const LONGEST_SIDE = 8192;

/**
 * Writes a picture of a run. Its argument is `{ run, what, format, to, style, normalization }`; what is missing is asked
 * for. Gives the text of the file's URI, or undefined when the question is closed.
 */
export const exportPictureCommand: Command = {
  id: 'exportPicture',
  async run(services, argument) {
    requireTrust();
    const choices = parsePictureChoices(argument);
    const run = await runArgument(services, argument);
    const { what, format } = await askPicture(choices, {
      curve: knownCurve(services.jobs, run).points.length > 0,
      weights: viewsOf((await services.runs.read(run)).result.model).includes(LINEAR_WEIGHTS),
    });
    const filters = { [format.toUpperCase()]: [format] };
    const name = `${runFolderName(run)}-${what}.${format}`;
    const to = choices.to === undefined ? await askWhere(name, filters) : vscode.Uri.parse(choices.to, true);
    if (to === undefined) return undefined;
    const content = await draw(services, runPicture(services, run, what, choices), format);
    await saveAs(content, { name, filters, to, isTold: choices.to === undefined });
    return to.toString();
  },
};

function draw(services: Services, picture: RunPicture, format: PictureFormat): Thenable<Uint8Array> {
  const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Drawing the picture…') };
  return vscode.window.withProgress(options, async () => {
    if (format === 'csv') return new TextEncoder().encode(await picture.csv());
    const scene = await picture.scene();
    const svg = toSvg(scene);
    if (format === 'svg') return new TextEncoder().encode(svg);
    return renderPng(
      services,
      svg,
      Math.min(PIXELS_PER_UNIT, LONGEST_SIDE / Math.max(scene.width, scene.height)),
    );
  });
}
