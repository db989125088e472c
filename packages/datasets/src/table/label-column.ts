import { describe } from '@tenfold/core';
import { compareLabels, type Label } from '@tenfold/linalg';

import type { TableDataset, TableLabels } from '../dataset.js';
import { detached, isInfinite, toBoolean } from './cells.js';
import type { MemoryAccount } from './memory-account.js';
import { RowCodes } from './row-codes.js';
import { TableError } from './table-error.js';
import type { CheckedTableOptions } from './table-options.js';

/** Bytes of a text in a map and an array, beside its characters. */
const PER_TEXT = 96;
/** Bytes of an element of an array. */
const POINTER = 8;
const ROWS_PER_STEP = 1 << 16;

/** A label as it is written, and the line on which it stands first. */
interface Written {
  readonly text: string;
  readonly line: number;
}

/** The labels of a table: each different text once, and its number for each row. */
export class LabelColumn {
  private readonly numbers = new Map<string, number>();
  private readonly written: Written[] = [];
  private readonly codes: RowCodes;

  constructor(
    private readonly column: number,
    private readonly name: string | undefined,
    private readonly options: CheckedTableOptions,
    private readonly account: MemoryAccount,
  ) {
    this.codes = new RowCodes(account);
    account.perRow += POINTER;
  }

  /** Takes the label of the next row. */
  add(cell: string, line: number): void {
    this.codes.push(this.numbers.get(cell) ?? this.enter(cell, line));
  }

  /** The labels of all rows, and the classes' names. Yields the work done. */
  *finish(): Generator<number, Pick<TableDataset, 'target' | 'targetNames'>> {
    const values = this.values();
    // There may be as many different labels as rows.
    const distinct = [...new Set(values)].sort(compareLabels);
    yield this.written.length;
    const target: Label[] = [];
    for (let i = 0; i < this.codes.length; i++) {
      target.push(values[this.codes.at(i)]);
      if (target.length % ROWS_PER_STEP === 0) yield ROWS_PER_STEP;
    }
    return { target: target as TableLabels, targetNames: distinct.map(String) };
  }

  private enter(cell: string, line: number): number {
    const { missing, labelType } = this.options;
    const text = cell.trim();
    if (missing.has(text)) {
      const shown = text === '' ? 'the label is missing' : `${describe(text)} stands for a missing label`;
      throw this.error('missing-label', shown, { text: cell, line });
    }
    const written = { text: detached(cell), line };
    if (labelType === 'number') this.number(written);
    if (labelType === 'boolean') this.boolean(written);
    this.account.take(PER_TEXT + 2 * cell.length);
    const number = this.written.push(written) - 1;
    this.numbers.set(written.text, number);
    return number;
  }

  /** The value of each different text. */
  private values(): readonly Label[] {
    const { written } = this;
    const { labelType } = this.options;
    if (labelType === 'number') return written.map((label) => this.number(label));
    if (labelType === 'boolean') return written.map((label) => this.boolean(label));
    if (labelType === 'auto') {
      if (written.every(({ text }) => toBoolean(text) !== undefined)) {
        return written.map((label) => this.boolean(label));
      }
      if (this.areNumbers()) return written.map((label) => this.number(label));
    }
    return written.map(({ text }) => text);
  }

  /** Whether all labels are numbers that differ as doubles. */
  private areNumbers(): boolean {
    const { toNumber, decimal } = this.options;
    let numbers = 0;
    let large = 0;
    for (const { text } of this.written) {
      const value = toNumber(text);
      if (value === undefined && !isInfinite(text, decimal)) return false;
      if (value !== undefined) numbers++;
      if (value !== undefined && Math.abs(value) > Number.MAX_SAFE_INTEGER) large++;
    }
    return numbers > 0 && large === 0;
  }

  /** A label as a number, or the refusal of one that is none or that is no class. */
  private number(label: Written): number {
    const { toNumber, decimal } = this.options;
    const value = toNumber(label.text);
    if (value === undefined) {
      if (isInfinite(label.text, decimal)) {
        throw this.error('non-finite', `the label ${describe(label.text)} is not a finite number`, label);
      }
      throw this.error('label-type', `expected a number as label, got ${describe(label.text)}`, label);
    }
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
      const message = `the label ${describe(label.text)} is a number beyond 2^53, which a double cannot tell from its neighbours`;
      throw this.error('label-type', message, label);
    }
    if (!Number.isInteger(value)) {
      const message = `the label ${describe(label.text)} is no whole number: a classifier needs classes and no measured value`;
      throw this.error('continuous', message, label);
    }
    return value;
  }

  /** A label as a truth value, which 1 and 0 are too when truth values are asked for. */
  private boolean(label: Written): boolean {
    const value = toBoolean(label.text);
    if (value !== undefined) return value;
    const number = this.options.toNumber(label.text);
    if (number === 0 || number === 1) return number === 1;
    throw this.error('label-type', `expected True or False as label, got ${describe(label.text)}`, label);
  }

  private error(problem: TableError['problem'], message: string, { text, line }: Written): TableError {
    const place = { line, column: this.column + 1, value: text };
    const named = this.name === undefined ? place : { ...place, columnName: this.name };
    return new TableError(this.options.source, problem, message, named);
  }
}
