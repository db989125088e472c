import { useLayoutEffect, useRef } from 'preact/hooks';

/** What an image is drawn from. */
export interface GreyImageProps {
  /** Height × width bytes, 0 is black. */
  readonly pixels: Uint8Array;
  readonly shape: readonly [height: number, width: number];
  /** What the picture shows, for screen readers. */
  readonly label: string;
}

/** A grey image whose pixels stay sharp when a style sheet makes it larger. */
export function GreyImage({ pixels, shape: [height, width], label }: GreyImageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || height === 0 || width === 0) return;
    const image = context.createImageData(width, height);
    pixels.forEach((grey, i) => image.data.set([grey, grey, grey, 255], 4 * i));
    context.putImageData(image, 0, 0);
  }, [pixels, height, width]);
  return <canvas ref={canvas} class="pixels" width={width} height={height} role="img" aria-label={label} />;
}
