import { readTableLayout } from '@tenfold/datasets';
import * as vscode from 'vscode';

import type { DatasetRef } from '../../../protocol/values.js';
import type { AskServices } from './ask-services.js';
import { arrayPairs } from '../../files/array-pairs.js';
import { isTable } from '../../files/table-file.js';
import { noPair } from '../../files/no-pair.js';
import { labelsBeside } from '../../files/labels-beside.js';
import { BACK, choose, chooseMany, type Place } from './walk.js';
import { uriName } from '../../files/uri-name.js';

/** What a column of labels is often called. */
const USUAL = /^(label|labels|target|class|y|digit|species)$/i;

/**
 * Asks what is missing to train on a file: a table's column of labels and the columns to leave out, or the file of labels
 * beside one of images.
 * Where there is only one answer, it asks nothing.
 *
 * @param services reads archives
 * @param file the file
 * @param place where the question stands
 * @param known what was chosen before
 * @returns undefined when no file of labels was chosen
 */
export async function askFileDataset(
  services: AskServices,
  file: vscode.Uri,
  place: Place,
  known?: DatasetRef,
): Promise<DatasetRef | typeof BACK | undefined> {
  if (isTable(file.path)) return askColumns(file, place, known);
  if (!/\.npz$/i.test(file.path)) return findLabels(file);
  const found = await services.training.worker().arrays({ file: file.toString() });
  const pairs = arrayPairs(found.arrays);
  if (pairs.length === 0) throw noPair(uriName(file), found);
  const choices = pairs.map((pair) => ({
    label: pair.images,
    description: vscode.l10n.t('labels: {0}', pair.labels),
    value: pair,
  }));
  const placeholder = vscode.l10n.t('Which arrays of {0}', uriName(file));
  const pair = pairs.length === 1 ? pairs[0] : await choose(place, choices, { placeholder });
  return pair === BACK ? BACK : { kind: 'archive', file: file.toString(), ...pair };
}

type TableRef = Extract<DatasetRef, { kind: 'table' }>;

/** Asks for a table's column of labels, then which others are left out, where there are others to train on. */
async function askColumns(
  file: vscode.Uri,
  place: Place,
  known: DatasetRef | undefined,
): Promise<TableRef | typeof BACK> {
  const content = await vscode.workspace.fs.readFile(file);
  const { columns } = await readTableLayout(content, { source: uriName(file) });
  const named = columns.filter((name) => name !== '');
  const before = known?.kind === 'table' && known.file === file.toString() ? known : undefined;
  const isTwofold = named.length > 2;
  const [first, second] = isTwofold ? twoPlaces(place) : [place, place];
  for (let marked = before?.target; ;) {
    const target = await askTarget(first, columns, named, marked);
    if (target === BACK) return BACK;
    const table = { kind: 'table' as const, file: file.toString(), target };
    if (!isTwofold) return table;
    const others = named.filter((name) => name !== target);
    const drop = await askDropped(second, others, before?.drop ?? []);
    if (drop !== BACK) return drop.length === 0 ? table : { ...table, drop: [...drop] };
    marked = target;
  }
}

/** The places of a question and of one that follows it. */
function twoPlaces(place: Place): [Place, Place] {
  const step = place.step + 1;
  const totalSteps = Math.max(place.totalSteps, step);
  return [
    { ...place, totalSteps },
    { ...place, step, totalSteps },
  ];
}

function askTarget(
  place: Place,
  columns: readonly string[],
  named: readonly string[],
  known: string | undefined,
): Promise<string | typeof BACK> {
  const usual = known ?? named.find((name) => USUAL.test(name)) ?? named.at(-1);
  const choices = named.map((name) => ({
    label: name,
    description: vscode.l10n.t('column {0}', columns.indexOf(name) + 1),
    value: name,
  }));
  const placeholder = vscode.l10n.t('Which column holds the labels');
  return choose(place, choices, { placeholder, active: (name) => name === usual });
}

function askDropped(
  place: Place,
  columns: readonly string[],
  known: readonly string[],
): Promise<readonly string[] | typeof BACK> {
  const choices = columns.map((name) => ({ label: name, value: name }));
  const placeholder = vscode.l10n.t('Which columns are left out (Enter: none)');
  return chooseMany(place, choices, { placeholder, ticked: (name) => known.includes(name) });
}

/** The file of labels beside a file of images, or one that is chosen; undefined when none is. */
export async function findLabels(file: vscode.Uri): Promise<DatasetRef | undefined> {
  const folder = vscode.Uri.joinPath(file, '..');
  const beside = await vscode.workspace.fs.readDirectory(folder);
  const name = labelsBeside(
    uriName(file),
    beside.map(([entry]) => entry),
  );
  const labels = name === undefined ? await openLabels(folder) : vscode.Uri.joinPath(folder, name);
  return labels && { kind: 'images', file: file.toString(), labels: labels.toString() };
}

async function openLabels(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose the File of Labels'),
    openLabel: vscode.l10n.t('Choose'),
    defaultUri: folder,
  });
  return chosen?.[0];
}
