/**
 * A text as it stands in Markdown, on one line: nothing in it is a link, an image, an icon or HTML. Names of folders and data
 * sets come from elsewhere.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
