import { type Label, smallest } from '@tenfold/linalg';

import type { JsonValue } from '../params/param.js';
import { ModelFormatError } from './model-format-error.js';
import type { Tensor, TensorData, TensorType } from './tensor.js';

/** What a fit has seen of its data beside the numbers. */
export interface SeenData {
  /** Columns of X. */
  readonly nFeatures: number;
  /** The names of the columns, where `fit` was given any. */
  readonly featureNames: readonly string[] | undefined;
  /** The labels in order; none of an estimator without labels. */
  readonly classes: readonly Label[];
}

/** A fitted state as named tensors and plain facts. */
export interface StoredState {
  readonly tensors: Readonly<Record<string, Tensor>>;
  readonly facts: Readonly<Record<string, JsonValue>>;
}

/** How the fitted state of an estimator is stored. */
export interface StateCodec<Settings, State> {
  /** The version of what `write` makes. Raised when older readers cannot read it. */
  readonly version: number;
  readonly write: (state: State) => StoredState;
  /**
   * The state of what `write` made.
   *
   * @throws ModelFormatError when its parts do not fit each other, the settings or the data that was seen
   */
  readonly read: (stored: StateReader, settings: Settings, seen: SeenData) => State;
}

/** Takes a stored state apart and checks each part. */
export class StateReader {
  constructor(private readonly stored: StoredState) {}

  /**
   * The data of a tensor.
   *
   * @param name its name
   * @param dtype what its elements must be
   * @param shape how large it must be; null where any size will do
   * @throws ModelFormatError when it is missing or another one, or a double is not finite
   */
  tensor<Type extends TensorType>(
    name: string,
    dtype: Type,
    shape: readonly (number | null)[],
  ): { readonly data: TensorData<Type>; readonly shape: readonly number[] } {
    const tensor = Object.hasOwn(this.stored.tensors, name) ? this.stored.tensors[name] : undefined;
    if (tensor === undefined)
      throw new ModelFormatError('format', `tensors: expected one named ${name}, got none`);
    const { data, shape: own } = tensor;
    const type = data instanceof Float64Array ? 'float64' : data instanceof Int32Array ? 'int32' : 'uint8';
    if (type !== dtype)
      throw new ModelFormatError('format', `${name}: expected elements of ${dtype}, got ${type}`);
    if (own.length !== shape.length || shape.some((size, i) => size !== null && size !== own[i])) {
      const expected = shape.map((size) => size ?? 'any').join(' × ');
      throw new ModelFormatError('shape', `${name}: expected ${expected} elements, got ${own.join(' × ')}`);
    }
    const wrong = type === 'float64' ? data.findIndex((value) => !Number.isFinite(value)) : -1;
    if (wrong >= 0) {
      const place = `${name}: every element must be a finite number, got ${data[wrong]} as element ${wrong}`;
      throw new ModelFormatError('non-finite', place);
    }
    return { data: data as TensorData<Type>, shape: own };
  }

  /** A tensor of whole numbers of at least `min`. */
  counts(name: string, length: number, min = 0): Int32Array {
    const { data } = this.tensor(name, 'int32', [length]);
    if (data.length > 0 && smallest(data) < min) {
      throw new ModelFormatError(
        'shape',
        `${name}: expected whole numbers of at least ${min}, got ${smallest(data)}`,
      );
    }
    return data;
  }

  /** Whether there is such a fact. */
  has(name: string): boolean {
    return this.fact(name) !== undefined;
  }

  /** A fact that is true or false. */
  boolean(name: string): boolean {
    const value = this.fact(name);
    if (typeof value === 'boolean') return value;
    throw factError(name, 'true or false', value);
  }

  /** A fact that is a finite number. */
  number(name: string): number {
    const value = this.fact(name);
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw factError(name, 'a finite number', value);
  }

  private fact(name: string): JsonValue | undefined {
    return Object.hasOwn(this.stored.facts, name) ? this.stored.facts[name] : undefined;
  }
}

function factError(name: string, expected: string, received: JsonValue | undefined): ModelFormatError {
  const text = received === undefined ? 'none' : JSON.stringify(received);
  return new ModelFormatError('format', `facts.${name}: expected ${expected}, got ${text}`);
}
