/** The flag of an option: `maxIter` was typed as --max-iter. */
export function flagOf(option: string): string {
  return `--${option.replace(/(?<=[a-z\d])[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
