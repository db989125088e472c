/** The images that are selected, by their places in the grid. */
export interface Selection {
  readonly places: ReadonlySet<number>;
  /** Where a range begins. */
  readonly anchor: number;
}

/** Nothing. */
export const NOTHING: Selection = { places: new Set(), anchor: 0 };

/** The most images that can be selected. */
export const MOST_SELECTED = 200;

/** Which keys were held when a place was chosen. */
export interface SelectionKeys {
  /** With Shift: all from the anchor to here. */
  readonly range: boolean;
  /** With Ctrl or Cmd: this one more, or one less. */
  readonly toggle: boolean;
}

/** What is selected after a click, or the space bar. */
export function selectAt(before: Selection, place: number, { range, toggle }: SelectionKeys): Selection {
  if (range) {
    const [first, last] = [Math.min(before.anchor, place), Math.max(before.anchor, place)];
    const count = Math.min(last - first + 1, MOST_SELECTED);
    const from = place < before.anchor ? last - count + 1 : first;
    const places = new Set(Array.from({ length: count }, (_, i) => from + i));
    return { places, anchor: before.anchor };
  }
  if (!toggle) return { places: new Set([place]), anchor: place };
  const places = new Set(before.places);
  if (!places.delete(place) && places.size < MOST_SELECTED) places.add(place);
  return { places, anchor: place };
}
