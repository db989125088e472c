import './pixel-canvas.css';

import { useLayoutEffect, useRef } from 'preact/hooks';

import { movePixel } from './pixel-canvas-pixels.js';

/** A picture of pixels. */
export interface PixelCanvasProps {
  readonly columns: number;
  readonly rows: number;
  /** Red, green, blue and opacity of each pixel, row after row. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** CSS pixels that a side of a pixel takes. */
  readonly scale: number;
  /** What the picture shows, for screen readers. */
  readonly label: string;
  /** The pixel that is pointed at. */
  readonly cursor?: number | undefined;
  /** Called with the pixel that is pointed at, by the mouse or by the arrow keys. Without it nothing can be pointed at. */
  readonly onCursor?: ((pixel: number | undefined) => void) | undefined;
}

/** A picture whose pixels are sharp squares, in which a pixel can be pointed at. */
export function PixelCanvas({ columns, rows, pixels, scale, label, cursor, onCursor }: PixelCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (columns === 0 || rows === 0) return;
    canvas.current?.getContext('2d')?.putImageData(new ImageData(pixels, columns, rows), 0, 0);
  }, [pixels, columns, rows]);
  const point = (event: MouseEvent): void => {
    const [x, y] = [event.offsetX, event.offsetY].map((offset) => Math.floor(offset / scale));
    if (x >= 0 && y >= 0 && x < columns && y < rows) onCursor?.(y * columns + x);
  };
  const walk = (event: KeyboardEvent): void => {
    const next = movePixel(cursor ?? 0, event.key, columns, rows);
    if (next === undefined) return;
    event.preventDefault();
    onCursor?.(next);
  };
  const size = { width: `${columns * scale}px`, height: `${rows * scale}px` };
  const picture = (
    <canvas
      ref={canvas}
      width={columns}
      height={rows}
      style={size}
      role="img"
      aria-label={label}
      {...(onCursor !== undefined && { onMouseMove: point })}
    />
  );
  if (onCursor === undefined) return <div class="pixel-canvas">{picture}</div>;
  return (
    <div
      class="pixel-canvas"
      tabIndex={0}
      role="group"
      aria-label={label}
      onKeyDown={walk}
      onMouseLeave={() => onCursor(undefined)}
      onBlur={() => onCursor(undefined)}
    >
      {picture}
      {cursor !== undefined && (
        <div
          class="pixel-canvas-cursor"
          style={{
            left: `${(cursor % columns) * scale}px`,
            top: `${Math.floor(cursor / columns) * scale}px`,
            width: `${scale}px`,
            height: `${scale}px`,
          }}
        />
      )}
    </div>
  );
}
