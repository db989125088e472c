/** What the order of runs goes by. */
export interface Ordered {
  readonly name: string;
  /** When it was made; undefined when it cannot be read. */
  readonly created: Date | undefined;
  readonly pinned: boolean;
}

/** Orders runs: pinned ones first, then the newest, then those that cannot be read. */
export function compareRuns(a: Ordered, b: Ordered): number {
  return (
    Number(b.pinned) - Number(a.pinned) ||
    timeOf(b) - timeOf(a) ||
    (a.name < b.name ? 1 : a.name > b.name ? -1 : 0)
  );
}

/** Milliseconds; what cannot be read goes before all time. A date that is none counts as that. */
function timeOf({ created }: Ordered): number {
  const time = created?.getTime() ?? Number.NaN;
  return Number.isNaN(time) ? -1e18 : time;
}
