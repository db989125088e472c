import type { DatasetPart } from '@tenfold/runs';
import {
  type AnyProbabilisticClassifier,
  type Label,
  rocAucScore,
  rocCurve,
  rocPlot,
  type Scene,
} from 'tenfold';

/** The areas under the ROC curves. */
export interface RocAreas {
  /** The plain mean over the classes. */
  macro: number;
  /** The mean weighted by the rows of each class. */
  weighted: number;
  /** Each class against the rest. */
  perClass: { label: Label; auc: number }[];
}

/** ROC curves, each class against the rest, as figures and as a picture. */
export interface Roc {
  /** The areas. */
  areas: RocAreas;
  /** The picture. */
  scene: Scene;
}

/**
 * The ROC curves of a model on some rows, each class against the rest. A class that none or all of the rows are of
 * has no curve. Undefined when there is no curve at all.
 */
export function rocOf(
  model: AnyProbabilisticClassifier,
  part: Pick<DatasetPart, 'data' | 'target'>,
): Roc | undefined {
  const proba = model.predictProba(part.data);
  const total = part.target.length;
  const curves = model.classes.flatMap((label, column) => {
    const isOne = Array.from<Label, number>(part.target as readonly Label[], (actual) =>
      actual === label ? 1 : 0,
    );
    const rows = isOne.reduce((sum, one) => sum + one, 0);
    if (rows === 0 || rows === total) return [];
    const scores = proba.getColumn(column);
    return [{ name: label, rows, auc: rocAucScore(isOne, scores), ...rocCurve(isOne, scores) }];
  });
  if (curves.length === 0) return undefined;
  // Of two classes the second curve is the first one mirrored.
  const shown = model.classes.length === 2 ? curves.slice(-1) : curves;
  const rows = shown.reduce((sum, curve) => sum + curve.rows, 0);
  return {
    areas: {
      macro: shown.reduce((sum, { auc }) => sum + auc, 0) / shown.length,
      weighted: shown.reduce((sum, curve) => sum + curve.auc * curve.rows, 0) / rows,
      perClass: shown.map(({ name, auc }) => ({ label: name, auc })),
    },
    scene: rocPlot(shown),
  };
}
