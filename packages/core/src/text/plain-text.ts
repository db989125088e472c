const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

// Format characters that make up one visible sign with their neighbours: selectors and joiners of emoji, selectors of
// ideographs, and joiners within words of the scripts that are spelt with them.
const emoji = [
  /(?<=\p{Emoji})[\ufe0e\ufe0f]/u,
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})/u,
];
const ideographs = /(?<=\p{Script=Han})[\u{e0100}-\u{e01ef}]/u;
const words =
  /(?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}])[\u200c\u200d](?=\p{L})/u;

// Control characters, among them those that begin escape sequences; marks that turn the direction of writing; what has
// no width; separators of lines and paragraphs; lone surrogates; noncharacters.
const unseen =
  /(?<unseen>[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}])/u;

const SPECIAL = new RegExp([...emoji, ideographs, words, unseen].map(({ source }) => source).join('|'), 'gu');

/**
 * A text as one line that is safe to show: whatever a terminal might obey, whatever turns the direction of writing and
 * whatever cannot be seen is written as in a JavaScript string, `\n` or `\u001b`. All else stays as it is, emoji and
 * the joiners of Persian or Hindi words too. In JSON it changes nothing that `JSON.parse` reads.
 *
 * @param text any text: a label, a name out of a file, an error's message
 */
export function plainText(text: string): string {
  return replaceUnseen(text, escapeUnits);
}

/**
 * A text for pictures and labels, where an escape would look like part of the name: line ends and tabs become spaces,
 * all else that `plainText` writes as an escape becomes U+FFFD, the sign of a character that cannot be shown.
 *
 * @param text any text: a label, a name out of a file
 */
export function shownText(text: string): string {
  return replaceUnseen(text.replace(/[\t\n\r\u2028\u2029]+/g, ' '), () => '\ufffd');
}

function replaceUnseen(text: string, replace: (character: string) => string): string {
  if (PRINTABLE_ASCII.test(text)) return text;
  return text.replace(SPECIAL, (match, character: string | undefined) =>
    character === undefined ? match : replace(character),
  );
}

const SHORT: Readonly<Record<string, string | undefined>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeUnits(character: string): string {
  return (
    SHORT[character] ??
    Array.from({ length: character.length }, (_, unit) => {
      return `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`;
    }).join('')
  );
}
