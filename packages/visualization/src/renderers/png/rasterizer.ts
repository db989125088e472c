import { InternalError } from '@tenfold/core';
import type { CanvasKit, Typeface } from 'canvaskit-wasm';

/** Faces of the font to look a character up in, in order, by weight. */
export type Faces = Readonly<Record<400 | 600, readonly Typeface[]>>;

/** The loaded library and its fonts. */
export interface Rasterizer {
  readonly canvasKit: CanvasKit;
  readonly faces: Faces;
}

let loading: Promise<Rasterizer> | undefined;

/** Loads the rasteriser and the fonts once; later calls share them. */
export function loadRasterizer(): Promise<Rasterizer> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Rasterizer> {
  const [library, { interRegular }, { interSemiBold }] = await Promise.all([
    import('canvaskit-wasm'),
    import('../../fonts/inter-400.js'),
    import('../../fonts/inter-600.js'),
  ]);
  const canvasKit = await library.default.default();
  const read = (face: string): Typeface => {
    const bytes = Uint8Array.from(atob(face), (character) => character.charCodeAt(0));
    const typeface = canvasKit.Typeface.MakeTypefaceFromData(bytes.buffer);
    if (typeface === null) throw new InternalError('toPng: a font of this package cannot be read');
    return typeface;
  };
  return { canvasKit, faces: { 400: interRegular.map(read), 600: interSemiBold.map(read) } };
}
