import './pixels-readout.css';

import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { imageCanvas } from './pixels-copy.js';
import { movePlace, type PixelPlace } from './pixels-readout-values.js';
import { t } from './text.js';

/** What a magnified image shows. */
export interface PixelsReadoutProps {
  /** Its bytes; undefined while they are not here. */
  readonly pixels: Uint8Array | undefined;
  readonly shape: readonly [height: number, width: number];
  /** The pixel under the pointer elsewhere. */
  readonly pointed: PixelPlace | undefined;
  /** The value of a pixel, as text. */
  readonly valueOf: (pixel: number) => string;
  /** What the image is. */
  readonly label: string;
}

/** An image magnified, with the value of the pixel under the pointer, or under a cursor that the arrow keys move. */
export function PixelsReadout({ pixels, shape, pointed, valueOf, label }: PixelsReadoutProps) {
  const [height, width] = shape;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [own, setOwn] = useState<PixelPlace>();
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, width, height);
    if (pixels !== undefined) context.drawImage(imageCanvas(pixels, shape), 0, 0);
  }, [pixels, height, width]);
  const place = own ?? pointed;
  const point = (event: PointerEvent): void => {
    const box = canvas.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const x = Math.floor(((event.clientX - box.left) / box.width) * width);
    const y = Math.floor(((event.clientY - box.top) / box.height) * height);
    setOwn([Math.max(0, Math.min(width - 1, x)), Math.max(0, Math.min(height - 1, y))]);
  };
  const press = (event: KeyboardEvent): void => {
    const next = movePlace(own ?? [0, 0], event.key, shape);
    if (next === undefined) return;
    event.preventDefault();
    setOwn(next);
  };
  const said =
    place === undefined || pixels === undefined
      ? t('Point at a pixel to read it')
      : t('x {0}, y {1}: {2}', place[0], place[1], valueOf(place[1] * width + place[0]));
  return (
    <div class="pixels-readout">
      <div
        class="pixels-readout-image"
        role="group"
        tabIndex={0}
        aria-label={t('{0}; the arrow keys read its pixels', label)}
        onPointerMove={point}
        onPointerLeave={() => setOwn(undefined)}
        onFocus={() => setOwn((before) => before ?? [0, 0])}
        onBlur={() => setOwn(undefined)}
        onKeyDown={press}
        style={{ aspectRatio: `${width} / ${height}` }}
      >
        <canvas
          ref={canvas}
          width={width}
          height={height}
          class={width > 200 ? undefined : 'sharp'}
          aria-hidden="true"
        />
        {place !== undefined && (
          <span
            class="pixels-readout-cursor"
            style={{
              left: `${(100 * place[0]) / width}%`,
              top: `${(100 * place[1]) / height}%`,
              width: `${100 / width}%`,
              height: `${100 / height}%`,
            }}
          />
        )}
      </div>
      <output class="pixels-readout-value" aria-live={own === undefined ? 'off' : 'polite'}>
        {said}
      </output>
    </div>
  );
}
