/**
 * A text without what no picture can show and a terminal might obey: control characters, among them those that
 * begin escape sequences, lone surrogates and marks that turn the direction of writing become U+FFFD; line ends
 * and tabs become spaces.
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
      // eslint-disable-next-line no-control-regex -- control characters are what this is about
      .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '\ufffd')
      .replace(/[\ud800-\udfff]/gu, '\ufffd')
  );
}
