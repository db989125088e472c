import { formatCount, plainText } from '@tenfold/core';
import type { RunDataset } from '@tenfold/runs';
import { type DatasetInfo, datasetInfo, type DatasetPlace, listDatasets } from 'tenfold';

import type { Context, Run } from '../../context.js';
import type { DataFlags } from '../../options/data-flags.js';
import type { CommonFlags } from '../../options/flags.js';
import { omit } from '../../omit.js';
import { facts } from '../../terminal/facts.js';
import { table } from '../../terminal/table.js';
import { chooseDataset } from '../../shared/choose-dataset.js';
import { countClasses } from '../../shared/count-classes.js';
import { shape } from '../../shared/describe-data.js';
import { load } from '../../shared/load.js';

type DatasetsFlags = CommonFlags & DataFlags;

/** Lists the data sets, or loads one and describes it. */
export const run: Run<DatasetsFlags> = async ([name], flags, context) => {
  const home = flags.dataHome === undefined ? {} : { dataHome: flags.dataHome };
  if (name === undefined && flags.data === undefined) {
    list(await listDatasets(home), context);
    return;
  }
  const dataset = await load(chooseDataset(name, flags), context);
  describe(dataset, name === undefined ? undefined : await datasetInfo(name, home), context);
};

function list(infos: DatasetInfo[], { out }: Context): void {
  out.result({ datasets: infos.map((info) => omit(info, 'DESCR')) });
  const rows = infos.map(({ name, rows, columns, classes, place, licence }) => [
    { text: name, paint: out.colours.bold },
    formatCount(rows),
    formatCount(columns),
    String(classes),
    placeInWords(place),
    licence,
  ]);
  const columns = { head: ['name', 'rows', 'columns', 'classes', 'where', 'licence'], right: [1, 2, 3] };
  out.print(table(out.colours, columns, rows));
  out.aside('\nA table of your own: --data file.csv --target column');
}

function describe(dataset: RunDataset, info: DatasetInfo | undefined, { out }: Context): void {
  const { name, data, target, imageShape, checksum } = dataset;
  const classes = countClasses(target);
  out.result({
    name,
    shape: [data.rows, data.columns],
    imageShape,
    classes: classes.map(([label, rows]) => ({ label, rows })),
    checksum,
    ...(info && { source: info.source, licence: info.licence, place: info.place }),
  });
  out.print(out.colours.bold(plainText(info?.title ?? name)));
  out.print();
  out.print(
    facts(
      out.colours,
      [
        ['data', shape(data.rows, data.columns)],
        ['labels', shape(target.length)],
        ...(imageShape ? ([['images', `${imageShape[0]} × ${imageShape[1]} pixels`]] as const) : []),
        ['values', `${data.min()} to ${data.max()}`],
        ['sha-256', checksum],
        ...(info
          ? ([
              ['where', placeInWords(info.place)],
              ['source', info.source],
              ['licence', info.licence],
            ] as const)
          : []),
      ],
      out.width,
    ),
  );
  out.print();
  const rows = classes.map(([label, rows]) => [String(label), formatCount(rows)]);
  out.print(table(out.colours, { head: ['class', 'rows'], right: [1] }, rows));
}

function placeInWords(place: DatasetPlace): string {
  switch (place.kind) {
    case 'embedded':
      return 'built in';
    case 'installed':
      return place.package;
    case 'cached':
      return place.folder;
    case 'to download':
      return place.folder === undefined
        ? 'not here yet; TENFOLD_DATA says where it goes'
        : `not here yet; goes to ${place.folder}`;
    case 'missing':
      return 'not here';
  }
}
