import * as vscode from 'vscode';

import {
  type PictureChoices,
  type PictureFormat,
  pictureFormats,
  type PictureKind,
} from './picture-kinds.js';

interface KindItem extends vscode.QuickPickItem {
  readonly what: PictureKind;
}

interface FormatItem extends vscode.QuickPickItem {
  readonly format: PictureFormat;
}

/** What not every run has. */
interface RunHas {
  readonly curve: boolean;
  readonly weights: boolean;
}

/**
 * Asks which picture and in which format, where the argument does not name them.
 *
 * @param choices what the argument names
 * @param has what the run has: a training curve that is known, linear weights
 * @throws vscode.CancellationError when the question is closed
 */
export async function askPicture(
  choices: PictureChoices,
  has: RunHas,
): Promise<{ what: PictureKind; format: PictureFormat }> {
  const what = choices.what ?? (await askKind(has, choices.format));
  return { what, format: choices.format ?? (await askFormat(what)) };
}

async function askKind(has: RunHas, format: PictureFormat | undefined): Promise<PictureKind> {
  const { l10n } = vscode;
  const items: KindItem[] = [
    { what: 'confusion', label: l10n.t('Confusion matrix'), iconPath: new vscode.ThemeIcon('table') },
    ...(has.weights
      ? [
          {
            what: 'weights' as const,
            label: l10n.t('Weights as images'),
            iconPath: new vscode.ThemeIcon('symbol-color'),
          },
        ]
      : []),
    {
      what: 'misclassified',
      label: l10n.t('Misclassified images'),
      iconPath: new vscode.ThemeIcon('warning'),
    },
    ...(has.curve
      ? [
          {
            what: 'curve' as const,
            label: l10n.t('Training curve'),
            iconPath: new vscode.ThemeIcon('graph-line'),
          },
        ]
      : []),
  ];
  const possible = items.filter((item) => format === undefined || pictureFormats[item.what].includes(format));
  const title = l10n.t('Export Picture');
  const chosen = await vscode.window.showQuickPick(possible, {
    title,
    placeHolder: l10n.t('Which picture?'),
  });
  if (chosen === undefined) throw new vscode.CancellationError();
  return chosen.what;
}

async function askFormat(what: PictureKind): Promise<PictureFormat> {
  const { l10n } = vscode;
  const texts: Record<PictureFormat, string> = {
    svg: l10n.t('Sharp at any size; for the web and for papers'),
    png: l10n.t('Pixels; for slides and for chats'),
    csv: l10n.t('The figures behind the picture, as a table'),
  };
  const items = pictureFormats[what].map((format): FormatItem => ({
    format,
    label: format.toUpperCase(),
    description: texts[format],
  }));
  const title = l10n.t('Export Picture');
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: l10n.t('As what?') });
  if (chosen === undefined) throw new vscode.CancellationError();
  return chosen.format;
}
