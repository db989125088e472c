import { type Scene, writePicture } from 'tenfold';

import type { Output } from '../terminal/output.js';

/** Writes a picture to a file, and warns of what the file shows otherwise than it should. */
export async function writeScene(file: string, scene: Scene, out: Output): Promise<void> {
  await writePicture(file, scene, {
    onWarning: ({ message }) => {
      out.warn(`${file}: ${message}`);
    },
  });
}
