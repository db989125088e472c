/** The facts about a named data set that do not depend on where its files are. */
export interface DatasetCardOf<Name extends string> {
  readonly name: Name;
  /** One line. */
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  readonly classes: number;
  readonly imageShape: readonly [height: number, width: number];
  /** The smallest and the largest value that occur. */
  readonly range: readonly [min: number, max: number];
  /** Who made it, when, and where it was published. */
  readonly source: string;
  readonly licence: string;
  readonly DESCR: string;
}
