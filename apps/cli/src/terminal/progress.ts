import { plainText } from '@tenfold/core';
import { Presets, SingleBar } from 'cli-progress';

import type { Output } from './output.js';
import { widthOf } from './width.js';

/** A progress bar on standard error. On anything but a terminal it shows nothing. */
export interface Progress {
  /** Moves the bar; `detail` is printed after it. */
  update(done: number, total: number, detail?: string): void;
  /** Takes the bar away. */
  stop(): void;
}

const noProgress: Progress = { update: () => undefined, stop: () => undefined };

// Milliseconds before the bar appears: on shorter jobs it would flicker.
const delay = 250;

/** Makes a progress bar that appears when the job takes longer than a moment. */
export function progress(out: Output, name: string): Progress {
  const label = plainText(name);
  const { stderr, options, errorColours } = out;
  if (!stderr.isTTY || options.quiet || !options.progress) return noProgress;
  const bar = new SingleBar(
    {
      stream: stderr,
      format: `${errorColours.bold(label)} ${errorColours.cyan('{bar}')} {percentage}% {detail}`,
      barsize: Math.max(10, Math.min(30, widthOf(stderr) - label.length - 45)),
      clearOnComplete: true,
      hideCursor: true,
      // Ctrl-C is the program's to handle.
      gracefulExit: false,
      linewrap: null,
      fps: 12,
    },
    Presets.shades_classic,
  );
  const begun = performance.now();
  let shown = false;
  return {
    update(done, total, detail = '') {
      if (!shown && performance.now() - begun < delay) return;
      if (shown) bar.setTotal(total);
      else bar.start(total, done, { detail: plainText(detail) });
      shown = true;
      bar.update(done, { detail: plainText(detail) });
    },
    stop() {
      if (shown) bar.stop();
    },
  };
}
