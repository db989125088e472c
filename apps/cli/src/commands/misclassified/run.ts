import { formatCount } from '@tenfold/core';
import { scorePart } from '@tenfold/runs';
import { misclassified, misclassifiedGallery } from 'tenfold';

import type { Run } from '../../context.js';
import type { CommonFlags, FittedFlags, ImageFlags } from '../../options/flags.js';
import { facts } from '../../terminal/facts.js';
import { table } from '../../terminal/table.js';
import { showScene } from '../../terminal/show-scene.js';
import { checkPicture } from '../../shared/check-output.js';
import { writeScene } from '../../shared/write-scene.js';
import { prepareFitted } from '../../shared/fitted.js';
import { checkImageCount, imageOptionsOf } from '../../shared/image-options.js';
import { planFitted } from '../../shared/plan-fitted.js';

interface MisclassifiedFlags extends CommonFlags, FittedFlags, ImageFlags {
  count: number;
  output?: string;
}

/** Shows the images that a model gets wrong. */
export const run: Run<MisclassifiedFlags> = async ([name], flags, context) => {
  const plan = planFitted(name, flags);
  await checkPicture('--output', flags.output);
  const { out } = context;
  const picture = flags.output !== undefined || out.isTerminal;
  const { model, dataset, part, partName } = await prepareFitted(plan, context, (loaded) => {
    if (picture) imageOptionsOf(loaded, flags);
  });
  const { predictions } = await scorePart(model, part, context.signal);
  const all = misclassified(part.target, predictions);
  const shown = all.slice(0, flags.count);
  const misses = shown.map(({ index, actual, predicted }) => ({
    row: part.rows[index] ?? index,
    index,
    actual,
    predicted,
  }));
  const rows = `${formatCount(all.length)} of ${formatCount(part.data.rows)} rows are predicted wrong`;
  out.print(all.length > shown.length ? `${rows}; the first ${shown.length}:` : `${rows}.`);
  if (picture) checkImageCount('--count', shown.length);
  if (picture && shown.length > 0) {
    const scene = misclassifiedGallery(shown, part.data, imageOptionsOf(dataset, flags));
    if (flags.output === undefined) {
      out.print();
      showScene(out, scene, { title: false });
    } else await writeScene(flags.output, scene, out);
  }
  out.result({
    dataset: dataset.name,
    part: partName,
    n: part.data.rows,
    total: all.length,
    misclassified: misses,
    file: shown.length > 0 ? (flags.output ?? null) : null,
  });
  if (misses.length === 0) return;
  const lines = misses.map((miss) => [miss.row, miss.predicted, miss.actual].map(String));
  out.print(`\n${table(out.colours, { head: ['row', 'predicted', 'actual'], right: [0] }, lines)}`);
  if (flags.output !== undefined) out.aside(`\n${facts(out.colours, [['picture', flags.output]])}`);
};
