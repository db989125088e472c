/** A row that is asked about, as JSON can hold it: see `NeighborQuery`. */
export type AskedRow = { readonly place: number } | { readonly image: readonly number[] };
