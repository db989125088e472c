/** The names of the ten classes. */
export function digitNames(): string[] {
  return Array.from({ length: 10 }, (_, digit) => String(digit));
}
