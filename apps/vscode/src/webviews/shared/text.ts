/** The texts of a page in another language, by their English form. */
export type TextBundle = Readonly<Record<string, string>>;

let bundle: TextBundle = {};

/** Has `t` give the texts of another language; what it lacks stays English. */
export function useTexts(texts: TextBundle): void {
  bundle = texts;
}

/**
 * A text of the page in the language of the window.
 *
 * @param message the English text, where `{0}`, `{1}` … or `{name}` stand for what changes
 * @param args what stands there: values in order, or one object of values by name. It is put in as it is: text, never HTML
 */
export function t(
  message: string,
  ...args: readonly (string | number | boolean)[] | [Readonly<Record<string, string | number | boolean>>]
): string {
  const text = Object.hasOwn(bundle, message) ? bundle[message] : message;
  const [first] = args;
  const values = (typeof first === 'object' ? first : args) as Readonly<
    Record<string, string | number | boolean>
  >;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
