import { plainText } from '@tenfold/core';
import { digitGrid, type Label } from 'tenfold';

import type { Run } from '../../context.js';
import type { DataFlags } from '../../options/data-flags.js';
import type { CommonFlags, ImageFlags, RowFlags } from '../../options/flags.js';
import { showScene } from '../../terminal/show-scene.js';
import { checkPicture } from '../../shared/check-output.js';
import { chooseDataset } from '../../shared/choose-dataset.js';
import { checkImageCount, imageOptionsOf } from '../../shared/image-options.js';
import { wholeRows } from '../../shared/whole-rows.js';
import { definedFields } from '../../shared/defined-fields.js';
import { loadWithOrWithoutLabels } from '../../shared/load.js';
import { selectRows } from '../../shared/select-rows.js';
import { writeScene } from '../../shared/write-scene.js';

interface ShowFlags extends CommonFlags, DataFlags, RowFlags, ImageFlags {
  count: number;
  output?: string;
}

/** Shows images of a data set. */
export const run: Run<ShowFlags> = async ([name], flags, context) => {
  const choice = chooseDataset(name, flags, { labels: 'optional' });
  await checkPicture('--output', flags.output);
  const dataset = await loadWithOrWithoutLabels(choice, context);
  const { data, target, rows } = selectRows(wholeRows(dataset), flags.rows ?? { start: 0, end: flags.count });
  checkImageCount(flags.rows === undefined ? '--count' : '--rows', data.rows);
  const images = imageOptionsOf(dataset, flags);
  const scene = digitGrid(data, { ...images, ...definedFields({ labels: target }), title: dataset.name });
  const { out } = context;
  if (flags.output !== undefined) await writeScene(flags.output, scene, out);
  out.result({
    dataset: dataset.name,
    rows: [...rows],
    labels: target === undefined ? null : Array.from<Label>(target as readonly Label[]),
    file: flags.output ?? null,
  });
  if (flags.output === undefined) showScene(out, scene, { title: false });
  else out.print(plainText(flags.output));
};
