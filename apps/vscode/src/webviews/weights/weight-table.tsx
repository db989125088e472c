import { isBinary, weightsOf } from '../../model/contributions.js';
import type { ModelWeights } from '../../protocol/webviews/model.js';
import { cleanLabel } from '../shared/clean-label.js';
import { t } from '../shared/text.js';
import { largestCoefficients, signed } from './weights-view.js';

/** What the table shows. */
export interface WeightTableProps {
  readonly weights: ModelWeights;
  readonly shape: readonly [number, number];
  /** The class whose weights are shown. */
  readonly classNumber: number;
  readonly onClass: (classNumber: number) => void;
}

/** The weights of a class as a table: a row and a column for each of the pictures' own. */
export function WeightTable({ weights, shape, classNumber, onClass }: WeightTableProps) {
  const [rows, columns] = shape;
  const shown = Math.min(classNumber, weights.classes.length - 1);
  const own = weightsOf(weights, shown);
  const places = Array.from({ length: columns }, (_, column) => column);
  return (
    <div>
      <label class="field">
        {t('Class')}
        <select value={shown} onChange={(event) => onClass(Number(event.currentTarget.value))}>
          {weights.classes.map((label, number) => (
            <option key={number} value={number}>
              {cleanLabel(label)}
            </option>
          ))}
        </select>
      </label>
      <p class="hint">{t('Intercept {0}', signed(own.intercept))}</p>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={t('Weights')}>
        <table class="numbers dense">
          <caption class="visually-hidden">
            {t('Weights of class {0}', cleanLabel(weights.classes[shown]))}
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">{t('Row')}</span>
              </th>
              {places.map((column) => (
                <th key={column} scope="col">
                  {column + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              <tr key={row}>
                <th scope="row">{row + 1}</th>
                {places.map((column) => (
                  <td key={column}>{signed(own.weights[row * columns + column])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** How many coefficients are shown of a model that is not of images. */
const MOST_COEFFICIENTS = 100;

/** The largest coefficients of a model that is not of images. */
export function CoefficientTable({ weights }: { readonly weights: ModelWeights }) {
  const { coef, intercept, classes, featureNames } = weights;
  const features = coef.length / intercept.length;
  const largest = largestCoefficients(coef, features, MOST_COEFFICIENTS);
  return (
    <table class="numbers">
      <caption>
        {largest.length < coef.length
          ? t('The {0} largest of {1} coefficients', largest.length, coef.length)
          : t('Coefficients, the largest first')}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('Class')}</th>
          <th scope="col">{t('Feature')}</th>
          <th scope="col">{t('Coefficient')}</th>
        </tr>
      </thead>
      <tbody>
        {largest.map(({ row, feature, value }) => (
          <tr key={`${row} ${feature}`}>
            <th scope="row" class="label-cell">
              {cleanLabel(classes[isBinary(weights) ? 1 : row])}
            </th>
            <td>{featureNames === undefined ? feature + 1 : cleanLabel(featureNames[feature])}</td>
            <td>{signed(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
