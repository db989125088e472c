import { useMemo, useState } from 'preact/hooks';
import { formatShare } from '@tenfold/core';

import { contributions } from '../../model/contributions.js';
import { probabilitiesByClass } from '../../model/ranking.js';
import type { ModelWeights } from '../../protocol/webviews/model.js';
import type { TestImage } from '../../protocol/webviews/weights.js';
import { t } from '../shared/text.js';
import { DecisionPictures } from './decision-pictures.js';
import { DecidingPixels, DecisionSums } from './decision-sums.js';
import { rivalOf } from './weights-view.js';

/** What is shown of an image. */
export interface DecisionImageProps {
  readonly weights: ModelWeights;
  readonly shape: readonly [number, number];
  readonly isTable: boolean;
  readonly image: TestImage;
  /** The number of its class; beyond the classes when the model has none such. */
  readonly actualNumber: number;
}

/** What the pixels of an image add to the class that it is taken for, and to another. */
export function DecisionImage({ weights, shape, isTable, image, actualNumber }: DecisionImageProps) {
  const { classes, maximum } = weights;
  const { pixels, weighed } = image;
  const probabilities = useMemo(() => probabilitiesByClass(image, classes.length), [image, classes]);
  const [predicted] = image.top;
  const [chosen, setRival] = useState<number>();
  const rival = chosen ?? rivalOf(image.top, classes.length, actualNumber);
  const first = useMemo(() => contributions(weights, predicted, weighed), [weights, predicted, weighed]);
  const second = useMemo(() => contributions(weights, rival, weighed), [weights, rival, weighed]);
  const names = [String(classes[predicted]), String(classes[rival])] as const;
  const shareOf = (number: number): string => formatShare(probabilities?.[number]);
  const sure = shareOf(predicted);
  return (
    <div class="decision">
      <div class="decision-words">
        <span role="status">
          {actualNumber === predicted
            ? t('Rightly taken for {0} with {1}.', names[0], sure)
            : t('Taken for {0} with {1}; it is {2}.', names[0], sure, image.actual ?? '?')}
        </span>
        <label class="field">
          {t('Held against')}
          <select value={rival} onChange={(event) => setRival(Number(event.currentTarget.value))}>
            {classes.map((label, number) =>
              number === predicted ? null : (
                <option key={number} value={number}>
                  {t('{0} with {1}', label, shareOf(number))}
                </option>
              ),
            )}
          </select>
        </label>
      </div>
      {!isTable && (
        <DecisionPictures
          shape={shape}
          pixels={pixels}
          maximum={maximum}
          first={first}
          second={second}
          names={names}
        />
      )}
      <DecisionSums
        first={first}
        second={second}
        names={names}
        probabilities={[shareOf(predicted), shareOf(rival)]}
      />
      {isTable && (
        <DecidingPixels first={first} second={second} names={names} columns={shape[1]} pixels={pixels} />
      )}
    </div>
  );
}
