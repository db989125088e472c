import { describe } from '@tenfold/core';

import type { Table } from '../dataset.js';
import { isBlank, isBlankRow, isInfinite, toBoolean } from './cells.js';
import { FeatureValues } from './feature-values.js';
import { findColumns, type TableColumns } from './find-columns.js';
import { KeptColumn } from './kept-column.js';
import { LabelColumn } from './label-column.js';
import { MemoryAccount } from './memory-account.js';
import { headerWarnings, numberedColumns, parseHeader } from './parse-header.js';
import { TableError, type TablePlace, type TableProblem } from './table-error.js';
import type { CheckedTableOptions } from './table-options.js';

/** A row and the line on which it starts. */
interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Makes a table of rows of cells, each checked as it comes. */
export class TableBuilder {
  private readonly account: MemoryAccount;
  private readonly warnings: string[] = [];
  private first: Row | undefined;
  private body: TableBody | undefined;
  /** The first of some rows of blank cells, which are no rows when nothing else comes after them. */
  private blank: Row | undefined;

  constructor(private readonly options: CheckedTableOptions) {
    this.account = new MemoryAccount(options.source, options.maxBytes);
  }

  /** Rows taken so far. */
  get rows(): number {
    return this.account.rows;
  }

  warn(warning: string): void {
    this.warnings.push(warning);
  }

  /** Takes a row. Blank lines are passed over. */
  add(cells: readonly string[], line: number): void {
    if (isBlankRow(cells)) {
      if (cells.length > 1 && this.body !== undefined) this.blank ??= { cells, line };
      return;
    }
    if (this.blank !== undefined) {
      const { blank } = this;
      this.blank = undefined;
      this.addRow(blank);
    }
    this.addRow({ cells, line });
  }

  /** The table. Yields the work done. */
  *finish(): Generator<number, Table> {
    const { source, name } = this.options;
    if (this.first === undefined) throw new TableError(source, 'empty', 'there is nothing in it');
    const { columns, features, labels, kept } = (this.body ??= this.start(this.first, undefined));
    if (this.rows === 0) throw new TableError(source, 'no-rows', 'there is no row below the header');
    const data = yield* features.toMatrix();
    const DESCR = `${name}: a table of ${data.rows} rows and ${data.columns} features.`;
    const { featureNames } = columns;
    const { warnings } = this;
    const named = { header: columns.header, kept: kept.map((column) => column.finish()), warnings };
    const table = { name, data, featureNames, DESCR, ...named };
    return labels === undefined ? table : { ...table, ...(yield* labels.finish()) };
  }

  private addRow(row: Row): void {
    if (this.body !== undefined) this.body.add(row.cells, row.line);
    else if (this.first === undefined) this.first = row;
    else this.body = this.start(this.first, row);
  }

  /** Begins with the first row, which may be the header, and the second if there is one. */
  private start(first: Row, second: Row | undefined): TableBody {
    const { options } = this;
    const names =
      options.header === false
        ? numberedColumns(first.cells.length)
        : parseHeader(first.cells, first.line, second?.cells ?? [], options);
    const columns = findColumns(names, options);
    for (const warning of headerWarnings(names, columns.features, options)) this.warnings.push(warning);
    const body = new TableBody(columns, options, this.account);
    if (!names.header) body.add(first.cells, first.line);
    if (second !== undefined) body.add(second.cells, second.line);
    return body;
  }
}

/** The rows below the header. */
class TableBody {
  readonly features: FeatureValues;
  readonly labels: LabelColumn | undefined;
  readonly kept: readonly KeptColumn[];
  private readonly row: Float64Array;

  constructor(
    readonly columns: TableColumns,
    private readonly options: CheckedTableOptions,
    private readonly account: MemoryAccount,
  ) {
    const { names, features, target, kept } = columns;
    this.features = new FeatureValues(features.length, account);
    this.row = new Float64Array(features.length);
    this.labels =
      target < 0 ? undefined : new LabelColumn(target, this.place(0, target).columnName, options, account);
    this.kept = kept.map((column) => new KeptColumn(names[column], column, account));
  }

  add(cells: readonly string[], line: number): void {
    const { columns, row, labels } = this;
    const { features } = columns;
    this.checkWidth(cells, line);
    for (let j = 0; j < row.length; j++) row[j] = this.value(cells, features[j], line);
    labels?.add(cells[columns.target], line);
    for (const column of this.kept) column.add(cells);
    this.features.add(row);
    this.account.rows++;
  }

  private value(cells: readonly string[], column: number, line: number): number {
    const cell = cells[column];
    const { toNumber, missing, missingNumbers } = this.options;
    if (missingNumbers && missing.has(cell.trim())) throw this.cellError(cell, this.place(line, column));
    const value = toNumber(cell);
    if (value !== undefined) return value;
    const truth = toBoolean(cell);
    if (truth === undefined) throw this.cellError(cell, this.place(line, column));
    return truth ? 1 : 0;
  }

  private checkWidth(cells: readonly string[], line: number): void {
    const { names, header, blank } = this.columns;
    if (cells.length !== names.length) {
      const like = header ? 'header' : 'first row';
      const message = `expected ${names.length} cells as in the ${like}, got ${cells.length}`;
      throw new TableError(this.options.source, 'ragged', message, { line });
    }
    for (const column of blank) {
      if (isBlank(cells[column])) continue;
      const message = 'the column has no name and no value in the first row, but it has one here';
      throw new TableError(this.options.source, 'ragged', message, {
        line,
        column: column + 1,
        value: cells[column],
      });
    }
  }

  /** Says why a cell of a feature is no number. */
  private cellError(cell: string, place: TablePlace): TableError {
    const { source, missing, decimal } = this.options;
    const text = cell.trim();
    const error = (problem: TableProblem, message: string) =>
      new TableError(source, problem, message, { ...place, value: cell });
    if (missing.has(text)) {
      const what = text === '' ? 'the cell is empty' : `${describe(text)} stands for a missing value`;
      const advice = 'fill it in, or leave the row or the column out';
      return error('missing-value', `${what}, and every feature needs a number; ${advice}`);
    }
    if (isInfinite(cell, decimal)) return error('non-finite', `${describe(text)} is not a finite number`);
    const hint = /^[+-]?\d*,\d+$/.test(text) ? '; if this is a decimal comma, say so' : '';
    return error('text', `expected a number, got ${describe(cell)}${hint}`);
  }

  private place(line: number, column: number): TablePlace {
    const { names, header } = this.columns;
    return { line, column: column + 1, ...(header && { columnName: names[column] }) };
  }
}
