import { useCallback, useMemo, useState } from 'preact/hooks';
import { formatShare } from '@tenfold/core';

import { probabilitiesByClass } from '../../model/ranking.js';
import { LINEAR_WEIGHTS, NEIGHBORS } from '../../model/views.js';
import type { Remote } from '../../protocol/channel.js';
import type { drawContract } from '../../protocol/webviews/draw.js';
import type { ModelForm } from '../../protocol/webviews/model.js';
import { cssColor } from '../shared/color/color.js';
import { useThemeColors } from '../shared/color/use-theme-colors.js';
import { ProbabilityBars } from '../shared/probability-bars.js';
import { cleanLabel } from '../shared/clean-label.js';
import { showFailure } from '../shared/failures.js';
import { Problem } from '../shared/problem.js';
import { t } from '../shared/text.js';
import type { BoardState } from './board-state.js';
import { type DrawStep, isClear, withoutLast, withStep, worthKeeping } from './drawing.js';
import { type ImageForm, isDigitsForm, modelImage } from './model-image.js';
import { INK_SIZE } from './ink-canvas.js';
import { Seen } from './seen.js';
import { Surface } from './surface.js';
import { Toolbar } from './toolbar.js';
import { usePrediction } from './use-prediction.js';

/** What the board needs. */
export interface DrawBoardProps {
  readonly host: Remote<typeof drawContract>;
  readonly model: ModelForm;
  readonly saved: BoardState | undefined;
  readonly save: (state: BoardState) => void;
  readonly onWeights: () => void;
}

/** As wide as the strokes of MNIST when a digit is drawn large. */
const USUAL_WIDTH = 0.075;

/** The surface, its tools, and what the model says at every stroke. */
export function DrawBoard({ host, model, saved, save, onWeights }: DrawBoardProps) {
  const [state, setState] = useState<BoardState>(saved ?? { drawing: [], erases: false, width: USUAL_WIDTH });
  const [ink, setInk] = useState<Uint8Array>();
  const [said, say] = useState('');
  const { foreground } = useThemeColors();
  const { classes } = model;
  const side = model.shape?.[0] ?? 0;
  const form = { side, maximum: state.maximum ?? model.maximum };
  const image = useMemo(
    () => (ink === undefined ? undefined : seenImage(ink, form)),
    [ink, side, form.maximum],
  );
  const { ranking, problem, isAwaited } = usePrediction(host, image);
  const winner = ranking?.top[0];
  const change = (part: Partial<BoardState>): void => {
    const next = { ...state, ...part };
    setState(next);
    save({ ...next, drawing: worthKeeping(next.drawing) });
  };
  const step = (next: DrawStep): void => change({ drawing: withStep(state.drawing, next) });
  const undo = (): void => change({ drawing: withoutLast(state.drawing) });
  const keys = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault();
      undo();
    }
  };
  const label = winner === undefined ? undefined : cleanLabel(classes[winner]);
  return (
    <div onKeyDown={keys}>
      <header class="draw-head">
        <h1>{t('Draw a digit')}</h1>
        <span class="draw-model-name hint" title={model.name}>
          {t('Model: {0}', model.name)}
        </span>
        {model.views.includes(LINEAR_WEIGHTS) && (
          <button type="button" class="secondary" onClick={onWeights}>
            {t('Show Weights')}
          </button>
        )}
        {model.views.includes(NEIGHBORS) && (
          <button
            type="button"
            class="secondary"
            disabled={image === undefined}
            onClick={() => image !== undefined && showFailure(host.showNeighbors({ image }))}
          >
            {t('Which Training Images Vote')}
          </button>
        )}
      </header>
      <div class="draw">
        <div class="draw-left">
          <Toolbar
            state={state}
            isClear={isClear(state.drawing)}
            canUndo={state.drawing.length > 0}
            onChange={change}
            onUndo={undo}
            onClear={() => step({ kind: 'clear' })}
          />
          <Surface
            drawing={state.drawing}
            erases={state.erases}
            width={state.width}
            color={cssColor(foreground)}
            onStep={step}
            onInk={useCallback((next: Uint8Array) => setInk(next), [])}
            say={say}
          />
          <p id="draw-keys" class="draw-keys hint">
            {t(
              'By keyboard: arrows move, Space fills or empties a cell, Shift with an arrow draws, Ctrl+Z undoes.',
            )}
          </p>
        </div>
        <div class="draw-right">
          <div class="draw-answer" aria-busy={isAwaited}>
            <div class="draw-winner">
              <div class={winnerClass(label)} title={label}>
                {label ?? '?'}
              </div>
              <div class="hint" role="status">
                {ranking === undefined
                  ? t('Draw a digit')
                  : ranking.probabilities !== null &&
                    t('{0} probable', formatShare(ranking.probabilities[0]))}
              </div>
            </div>
            <Seen image={image} form={form} isDigits={isDigitsForm(form)} />
          </div>
          {problem !== undefined && <Problem message={t('The model says nothing: {0}', problem)} />}
          <ProbabilityBars
            classes={classes}
            probabilities={ranking && probabilitiesByClass(ranking, classes.length)}
            winner={winner}
          />
          {!model.isMaximumKnown && (
            <label class="field hint">
              {t('The model’s file does not say what white is in its images. Taken as')}
              <select
                value={form.maximum}
                onChange={(event) => change({ maximum: Number(event.currentTarget.value) })}
              >
                {[1, 16, 255].map((value) => (
                  <option key={value} value={value}>
                    {value}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      </div>
      <p class="visually-hidden" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

/** The drawing as the model takes it; undefined when there is none. */
function seenImage(ink: Uint8Array, form: ImageForm): Float64Array | undefined {
  const image = modelImage(ink, INK_SIZE, form);
  return image.every((value) => value === 0) ? undefined : image;
}

function winnerClass(label: string | undefined): string {
  if (label === undefined) return 'winner-label none';
  return label.length > 3 ? 'winner-label long' : 'winner-label';
}
