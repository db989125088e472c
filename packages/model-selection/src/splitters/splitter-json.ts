import type { Splitter } from './splitter.js';
import { KFold } from './k-fold.js';
import { StratifiedKFold } from './stratified-k-fold.js';

const KINDS = { KFold, StratifiedKFold } as const;

/** A splitter of this package as a plain value. */
export interface SplitterJson {
  readonly kind: keyof typeof KINDS;
  readonly nSplits: number;
  readonly shuffle: boolean;
  /** The seed; left out without one. */
  readonly randomState?: number;
}

/** A splitter as a plain value; undefined of one of another package, or that draws from a generator. */
export function splitterToJson(splitter: Splitter): SplitterJson | undefined {
  const { kind, options } = splitter as Partial<KFold | StratifiedKFold>;
  if (kind === undefined || options === undefined || !Object.hasOwn(KINDS, kind)) return undefined;
  const { nSplits, shuffle, randomState } = options;
  if (randomState === undefined) return { kind, nSplits, shuffle };
  return typeof randomState === 'number' ? { kind, nSplits, shuffle, randomState } : undefined;
}

/**
 * The splitter of what `splitterToJson` made.
 *
 * @returns undefined when the value is nothing of the kind
 * @throws ParameterError when an option is unknown or out of range
 */
export function splitterFromJson(value: unknown): Splitter | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined;
  const { kind, ...options } = value as SplitterJson;
  return Object.hasOwn(KINDS, kind) ? new KINDS[kind](options) : undefined;
}
