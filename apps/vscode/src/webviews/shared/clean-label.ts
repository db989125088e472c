import type { Label } from '../../protocol/values.js';
import { t } from './text.js';

/** Characters that turn the direction of writing, that nothing is drawn for, and halves of characters. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** Longer labels are cut: measuring ten thousand characters for each of many images takes its time. */
const MOST_CHARACTERS = 200;

/**
 * A label of a file as it can be shown in a line: without characters that turn the direction of writing or that
 * nothing is drawn for, with words for one that is empty, and cut behind 200 characters.
 */
export function cleanLabel(label: Label): string {
  const text = cut(String(label).replace(/[\t\n\r\u2028\u2029]+/g, ' ')).replace(INVISIBLE, '\ufffd');
  return text.trim() === '' ? t('(empty)') : text;
}

function cut(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  return `${text.slice(0, MOST_CHARACTERS - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
