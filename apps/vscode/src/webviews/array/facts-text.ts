import { formatCount } from '@tenfold/core';

import type { ArrayEntryFacts, ArrayFileFacts } from '../../protocol/webviews/array.js';
import { t } from '../shared/text.js';

/** What an array is, in a line: its shape, type and size. */
export function entryText({ shape, dtype, byteLength }: ArrayEntryFacts): string {
  const size = shape.length === 0 ? t('one number') : shape.map(formatCount).join(' × ');
  return t('{0}, {1}, {2}', size, dtype, sizeText(byteLength));
}

/** What a file is, in a line. */
export function fileText({ format, gzipped, size, entries }: ArrayFileFacts): string {
  const kind = gzipped ? t('{0}, packed by gzip', format.toUpperCase()) : format.toUpperCase();
  return format === 'npz'
    ? t('{0} of {1} arrays, {2}', kind, entries.length, sizeText(size))
    : t('{0}, {1}', kind, sizeText(size));
}

/** A number of bytes as a person reads it. */
export function sizeText(bytes: number): string {
  const units = [t('bytes'), 'kB', 'MB', 'GB', 'TB'];
  let [value, unit] = [bytes, 0];
  for (; value >= 1000 && unit < units.length - 1; unit++) value /= 1000;
  return `${unit === 0 ? value : Number(value.toPrecision(3))} ${units[unit]}`;
}
