import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { formatShare } from '@tenfold/core';

import type { Images } from '../shared/image-grid-images.js';
import { moveImage } from '../shared/image-grid-layout.js';
import { GreyImage } from '../shared/grey-image.js';
import { Problem } from '../shared/problem.js';
import { t } from '../shared/text.js';
import { useWidth } from '../shared/use-width.js';
import { visibleItems } from '../shared/virtual-scroll.js';
import { useVirtualScroll } from '../shared/virtual-use-scroll.js';
import type { Mistake } from './mistakes-view.js';

interface CardsProps {
  readonly images: Images;
  readonly of: (at: number) => Mistake;
  readonly active: number;
  readonly onActive: (at: number) => void;
  readonly onOpen: (at: number) => void;
}

/** The least width of a card and the height of a row of them, in CSS pixels. */
const CARD = { width: 216, height: 116 } as const;

/** The mistakes as cards, of which only those that are seen exist. */
export function Cards({ images, of, active, onActive, onOpen }: CardsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [, repaint] = useReducer((count: number) => count + 1, 0);
  const columns = Math.max(1, Math.floor(useWidth(scroller) / CARD.width));
  const rows = Math.ceil(images.count / columns);
  const scroll = useVirtualScroll(scroller, 'down', rows * CARD.height);
  const seen = visibleItems(scroll.position, scroll.viewport, CARD.height, rows);
  useEffect(() => images.listen(() => repaint(undefined)), [images]);
  useEffect(
    () => images.want(seen.first * columns, Math.min(seen.end * columns, images.count)),
    [images, seen.first, seen.end, columns],
  );
  const activeRow = Math.floor(active / columns);
  useLayoutEffect(() => {
    if (scroll.viewport > 0) scroll.show(activeRow * CARD.height, CARD.height);
  }, [activeRow, columns, images, scroll.viewport > 0]);
  const press = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(scroll.viewport / CARD.height));
    const control = event.ctrlKey || event.metaKey;
    const next = moveImage(active, event.key, control, { columns }, page, images.count);
    if (next !== undefined) onActive(next);
    else if (event.key === 'Enter' || event.key === ' ') onOpen(active);
    else return;
    event.preventDefault();
  };
  return (
    <div class="cards-frame">
      {images.failure !== undefined && <Problem message={images.failure} retry={() => images.retry()} />}
      <div
        ref={scroller}
        class="cards"
        role="grid"
        tabIndex={0}
        aria-label={t('Misclassified images; Enter shows one large')}
        aria-rowcount={rows}
        aria-colcount={columns}
        aria-activedescendant={activeRow >= seen.first && activeRow < seen.end ? 'card-active' : undefined}
        onKeyDown={press}
      >
        <div role="presentation" class="cards-sizer" style={{ height: `${scroll.spacer}px` }}>
          <div role="presentation" class="cards-view" style={{ height: `${scroll.viewport}px` }}>
            {Array.from({ length: seen.end - seen.first }, (_, i) => seen.first + i).map((row) => (
              <div
                key={row}
                role="row"
                aria-rowindex={row + 1}
                class="cards-row"
                style={{
                  top: `${row * CARD.height - scroll.position}px`,
                  gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
                }}
              >
                {Array.from({ length: Math.min(columns, images.count - row * columns) }, (_, column) => {
                  const at = row * columns + column;
                  return (
                    <Card
                      key={at}
                      mistake={of(at)}
                      pixels={images.get(at)}
                      shape={images.shape}
                      column={column}
                      isActive={at === active}
                      onActive={() => onActive(at)}
                      onOpen={() => onOpen(at)}
                    />
                  );
                })}
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

interface CardProps {
  readonly mistake: Mistake;
  readonly pixels: Uint8Array | undefined;
  readonly shape: readonly [number, number];
  readonly column: number;
  readonly isActive: boolean;
  readonly onActive: () => void;
  readonly onOpen: () => void;
}

function Card({ mistake, pixels, shape, column, isActive, onActive, onOpen }: CardProps) {
  const { row, actual, predicted, guesses } = mistake;
  return (
    <div
      role="gridcell"
      id={isActive ? 'card-active' : undefined}
      aria-colindex={column + 1}
      aria-selected={isActive}
      class="card"
      onClick={onActive}
      onDblClick={onOpen}
    >
      <div class="card-image">
        {pixels !== undefined && (
          <GreyImage pixels={pixels} shape={shape} label={t('Image of row {0}', row)} />
        )}
      </div>
      <div class="card-words">
        <p class="card-title" title={`${actual} → ${predicted}`}>
          <Verdict actual={actual} predicted={predicted} />
        </p>
        <Guesses guesses={guesses} />
        <p class="card-row">{t('Row {0}', row)}</p>
      </div>
    </div>
  );
}

/** What an image is and what it was taken for. */
export function Verdict({ actual, predicted }: Pick<Mistake, 'actual' | 'predicted'>) {
  return (
    <>
      <span class="visually-hidden">{t('{0} was taken for {1}', actual, predicted)}</span>
      <span aria-hidden="true">
        <bdi>{actual}</bdi> → <bdi class="taken">{predicted}</bdi>
      </span>
    </>
  );
}

/** The most probable classes as small bars. */
export function Guesses({ guesses }: Pick<Mistake, 'guesses'>) {
  return (
    <ul class="guesses" aria-label={t('Most probable')}>
      {guesses.map(({ label, probability, isActual }, i) => (
        <li key={i} class={isActual ? 'actual' : undefined}>
          <bdi title={label}>{label}</bdi>
          <span class="track" aria-hidden="true">
            <span class="bar" style={{ width: `${100 * (probability ?? 0)}%` }} />
          </span>
          <span class="share">{formatShare(probability, 0)}</span>
        </li>
      ))}
    </ul>
  );
}
