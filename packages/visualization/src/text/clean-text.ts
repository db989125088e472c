// eslint-disable-next-line no-control-regex -- control characters are what this is about
const UNSHOWABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/**
 * A text without what no picture can show and a terminal might obey: control characters, among them those that
 * begin escape sequences, lone surrogates and marks that turn the direction of writing become U+FFFD; line ends
 * and tabs become spaces.
 */
export function cleanText(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(UNSHOWABLE, '\ufffd')
    .replace(/[\ud800-\udfff]/gu, '\ufffd');
}

/** A text of at most so many characters (code points); a longer one is cut and ends in an ellipsis. */
export function shortenText(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = Array.from(text.slice(0, 2 * most));
  return characters.length <= most && text.length <= 2 * most
    ? text
    : `${characters.slice(0, most - 1).join('')}…`;
}
