import type { Contributions } from '../../model/contributions.js';
import { t } from '../shared/text.js';
import { decidingPixels, signed } from './weights-view.js';

/** Two classes and what an image adds to each. */
export interface SumsProps {
  readonly first: Contributions;
  readonly second: Contributions;
  readonly names: readonly [string, string];
}

/** The sums that make two classes' scores. */
export function DecisionSums({
  first,
  second,
  names,
  probabilities,
}: SumsProps & { readonly probabilities: readonly [string, string] }) {
  const rows: [string, number, number][] = [
    [t('Pixels that speak for it'), first.speaksFor, second.speaksFor],
    [t('Pixels that speak against it'), first.speaksAgainst, second.speaksAgainst],
    [t('Intercept'), first.intercept, second.intercept],
    [t('Score'), first.score, second.score],
  ];
  return (
    <div class="table-scroll plain">
      <table class="numbers">
        <caption class="visually-hidden">{t('The sums that make the scores')}</caption>
        <thead>
          <tr>
            <th scope="col" class="label-cell">
              {t('Sum')}
            </th>
            <th scope="col">{names[0]}</th>
            <th scope="col">{names[1]}</th>
            <th scope="col">{t('Difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, one, two], i) => (
            <tr key={what} class={i === rows.length - 1 ? 'total' : undefined}>
              <th scope="row" class="label-cell">
                {what}
              </th>
              <td>{signed(one)}</td>
              <td>{signed(two)}</td>
              <td>{signed(one - two)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" class="label-cell">
              {t('Probability')}
            </th>
            <td>{probabilities[0]}</td>
            <td>{probabilities[1]}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** How many pixels are listed. */
const MOST_PIXELS = 40;

/** The pixels that decide most between two classes: the pictures as a table. */
export function DecidingPixels({
  first,
  second,
  names,
  columns,
  pixels,
}: SumsProps & { readonly columns: number; readonly pixels: ArrayLike<number> }) {
  const rows = decidingPixels(first, second, MOST_PIXELS);
  return (
    <table class="numbers">
      <caption>{t('The {0} pixels that decide most', rows.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('Row')}</th>
          <th scope="col">{t('Column')}</th>
          <th scope="col">{t('Value')}</th>
          <th scope="col">{t('Adds to {0}', names[0])}</th>
          <th scope="col">{t('Adds to {0}', names[1])}</th>
          <th scope="col">{t('Difference')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ pixel, first: one, second: two, difference }) => (
          <tr key={pixel}>
            <td>{Math.floor(pixel / columns) + 1}</td>
            <td>{(pixel % columns) + 1}</td>
            <td>{Number(pixels[pixel].toPrecision(4))}</td>
            <td>{signed(one)}</td>
            <td>{signed(two)}</td>
            <td>{signed(difference)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
