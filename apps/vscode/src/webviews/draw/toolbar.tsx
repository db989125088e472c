import { ButtonChoice } from '../shared/button-choice.js';
import { t } from '../shared/text.js';
import type { BoardState } from './board-state.js';

/** What the tools need. */
export interface ToolbarProps {
  readonly state: BoardState;
  readonly isClear: boolean;
  readonly canUndo: boolean;
  readonly onChange: (part: Partial<BoardState>) => void;
  readonly onUndo: () => void;
  readonly onClear: () => void;
}

/** Pen, eraser, the pen's width, undo and clear. */
export function Toolbar({ state, isClear, canUndo, onChange, onUndo, onClear }: ToolbarProps) {
  return (
    <div class="draw-tools" role="toolbar" aria-label={t('Drawing tools')}>
      <ButtonChoice
        label={t('Tool')}
        options={[[false, t('Pen')] as const, [true, t('Eraser')] as const]}
        chosen={state.erases}
        onChoose={(erases) => onChange({ erases })}
      />
      <label class="field draw-width">
        {t('Width')}
        <input
          type="range"
          min={0.03}
          max={0.15}
          step={0.005}
          value={state.width}
          aria-valuetext={t('{0} % of the surface', (100 * state.width).toFixed(1))}
          onInput={(event) => onChange({ width: Number(event.currentTarget.value) })}
        />
      </label>
      <div class="button-group draw-end">
        <button type="button" class="secondary" disabled={!canUndo} onClick={onUndo}>
          {t('Undo')}
        </button>
        <button type="button" class="secondary" disabled={isClear} onClick={onClear}>
          {t('Clear')}
        </button>
      </div>
    </div>
  );
}
