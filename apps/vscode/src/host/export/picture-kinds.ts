import * as v from 'valibot';

import { matrixStyle, normalization } from '../../protocol/webviews/confusion-matrix.js';

/** What pictures there are of a run. */
export const pictureKinds = ['confusion', 'weights', 'misclassified', 'curve'] as const;

/** A picture of a run. */
export type PictureKind = (typeof pictureKinds)[number];

/** What a picture can be written as. */
export type PictureFormat = 'svg' | 'png' | 'csv';

/** What each picture can be written as: as figures only where there are such. */
export const pictureFormats: Readonly<Record<PictureKind, readonly PictureFormat[]>> = {
  confusion: ['svg', 'png', 'csv'],
  weights: ['svg', 'png'],
  misclassified: ['svg', 'png', 'csv'],
  curve: ['svg', 'png', 'csv'],
};

const choices = v.object({
  what: v.optional(v.picklist(pictureKinds)),
  format: v.optional(v.picklist(['svg', 'png', 'csv'])),
  /** The text of the file's URI. */
  to: v.optional(v.pipe(v.string(), v.nonEmpty())),
  /** Of the confusion matrix. Default: the user's setting. */
  style: v.optional(matrixStyle),
  /** Of the confusion matrix. Default: counts. */
  normalization: v.optional(normalization),
});

/** What the argument of `exportPicture` says beside the run. */
export type PictureChoices = v.InferOutput<typeof choices>;

/**
 * Reads the argument of `exportPicture`; what it does not say is asked for later.
 *
 * @throws Error when it says something that there is not
 */
export function parsePictureChoices(argument: unknown): PictureChoices {
  if (typeof argument !== 'object' || argument === null) return {};
  const parsed = v.safeParse(choices, argument);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new TypeError(`exportPicture: ${v.getDotPath(issue) ?? 'the argument'}: ${issue.message}`);
  }
  const { what, format } = parsed.output;
  if (what !== undefined && format !== undefined && !pictureFormats[what].includes(format))
    throw new TypeError(`exportPicture: "${what}" is not written as ${format}.`);
  return parsed.output;
}
