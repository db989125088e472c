import { t } from './text.js';

/**
 * A label of somebody's file as it can be shown in a line: without characters that turn the direction of writing or that
 * nothing is drawn for, and with words for one that is empty.
 */
export function cleanLabel(label: string | number): string {
  const text = String(label)
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
  return text.trim() === '' ? t('(empty)') : text;
}
