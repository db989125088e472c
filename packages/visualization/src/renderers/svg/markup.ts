import { escapeMarkup, shownText } from '@tenfold/core';

/** Text for SVG or HTML: markup in it is shown and not obeyed; what XML forbids is replaced. */
export function escapeText(text: string): string {
  return escapeMarkup(shownText(text));
}

/** A coordinate with up to two decimals. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Attributes as they stand after an element's name; those that are undefined are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? precise(value) : escapeText(value)}"`)
    .join('');
}

function precise(value: number): string {
  return String(Math.round(value * 10000) / 10000);
}
