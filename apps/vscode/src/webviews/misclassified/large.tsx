import { useEffect, useReducer, useRef } from 'preact/hooks';

import type { Images } from '../shared/image-grid-images.js';
import { PixelsReadout } from '../shared/pixels-readout.js';
import { wholeValue } from '../shared/pixels-readout-values.js';
import { t } from '../shared/text.js';
import { Guesses, Verdict } from './cards.js';
import type { Mistake } from './mistakes-view.js';

interface LargeProps {
  readonly images: Images;
  readonly mistake: Mistake;
  readonly maximum: number;
  readonly at: number;
  readonly count: number;
  readonly onMove: (at: number) => void;
  readonly onClose: () => void;
  /** Shows the training rows that vote on it; undefined of a model without. */
  readonly onNeighbors: (() => void) | undefined;
}

/** One mistake large, above the others. */
export function Large({ images, mistake, maximum, at, count, onMove, onClose, onNeighbors }: LargeProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const closing = useRef<HTMLButtonElement>(null);
  const [, repaint] = useReducer((value: number) => value + 1, 0);
  useEffect(() => images.listen(() => repaint(undefined)), [images]);
  useEffect(() => {
    dialog.current?.showModal();
    // Not to the image, whose pixels would be read at once.
    closing.current?.focus();
  }, []);
  const pixels = images.get(at);
  const { row, actual, predicted, guesses } = mistake;
  return (
    <dialog
      ref={dialog}
      class="large"
      aria-label={t('Row {0}', row)}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div class="large-body">
        <PixelsReadout
          pixels={pixels}
          shape={images.shape}
          pointed={undefined}
          valueOf={(pixel) => wholeValue(pixels?.[pixel] ?? 0, maximum)}
          label={t('Row {0}: {1}, taken for {2}', row, actual, predicted)}
        />
        <div class="large-words">
          <h2>
            <Verdict actual={actual} predicted={predicted} />
          </h2>
          <p class="hint">{t('Row {0}, mistake {1} of {2}', row, at + 1, count)}</p>
          <Guesses guesses={guesses} />
          <div class="large-buttons">
            <button type="button" class="secondary" disabled={at === 0} onClick={() => onMove(at - 1)}>
              {t('Previous')}
            </button>
            <button
              type="button"
              class="secondary"
              disabled={at === count - 1}
              onClick={() => onMove(at + 1)}
            >
              {t('Next')}
            </button>
            {onNeighbors !== undefined && (
              <button type="button" class="secondary" onClick={onNeighbors}>
                {t('Which Training Images Vote')}
              </button>
            )}
            <button ref={closing} type="button" onClick={() => dialog.current?.close()}>
              {t('Close')}
            </button>
          </div>
        </div>
      </div>
    </dialog>
  );
}
