/** What labels may be, as `typeof` says it. */
export type LabelType = 'number' | 'string' | 'boolean';

/** A label that is none, or of another kind than the others. */
export interface LabelFault {
  /** Where it stands, from 0. */
  readonly index: number;
  /** What came. */
  readonly label: unknown;
  /** What it must be, as the words after "must be". */
  readonly expected: string;
}

/** How `findLabelFault` judges. */
export interface LabelRules {
  /** What the labels must be. Default: what the first is. */
  readonly type?: LabelType | undefined;
  /** Whether numbers need not be whole. Default false. */
  readonly fractions?: boolean;
}

/**
 * The first of many labels that is none: labels are whole numbers from -(2^53 - 1) to 2^53 - 1, beyond which doubles
 * no longer hold all whole numbers apart, or text, or booleans, all of one kind.
 *
 * @returns undefined when all are labels
 */
export function findLabelFault(
  labels: ArrayLike<unknown>,
  { type, fractions = false }: LabelRules = {},
): LabelFault | undefined {
  let wanted = type;
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index];
    const found = typeOf(label, fractions);
    if (found === undefined) return { index, label, expected: insteadOf(label, wanted, fractions) };
    wanted ??= found;
    if (found !== wanted) return { index, label, expected: `${WORDS[wanted]}, like the labels before` };
  }
  return undefined;
}

const WORDS = { number: 'a number', string: 'text', boolean: 'true or false' } as const;

function typeOf(label: unknown, fractions: boolean): LabelType | undefined {
  if (typeof label === 'string' || typeof label === 'boolean') return typeof label as LabelType;
  if (Number.isSafeInteger(label)) return 'number';
  return fractions && Number.isFinite(label) && !Number.isInteger(label) ? 'number' : undefined;
}

function insteadOf(label: unknown, wanted: LabelType | undefined, fractions: boolean): string {
  if (typeof label === 'bigint') {
    return 'a number, text or a boolean (turn BigInt into numbers with Number where all are below 2^53, else into text with String)';
  }
  if (Number.isInteger(label)) {
    return 'a whole number below 2^53, beyond which numbers run together (give larger ones as text)';
  }
  const number = fractions ? 'a finite number' : 'a whole number';
  return wanted === undefined || wanted === 'number'
    ? `${number}, or in all rows text or a boolean`
    : `${WORDS[wanted]}, like the labels before`;
}
