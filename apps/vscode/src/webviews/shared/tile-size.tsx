import { LARGEST_TILE, SMALLEST_TILE } from './image-grid-layout.js';
import { t } from './text.js';

/** What the slider needs. */
export interface TileSizeProps {
  /** The longer side of an image as it is shown, in CSS pixels. */
  readonly tile: number;
  readonly onTile: (tile: number) => void;
  readonly disabled?: boolean;
}

/** How large a grid's images are shown. */
export function TileSize({ tile, onTile, disabled = false }: TileSizeProps) {
  return (
    <label class="size">
      {t('Size')}
      <input
        type="range"
        min={SMALLEST_TILE}
        max={LARGEST_TILE}
        value={tile}
        disabled={disabled}
        onInput={(event) => onTile(Number(event.currentTarget.value))}
      />
    </label>
  );
}
