/** The rows from `start` up to but not including `end` sorted by their labels, equal ones as they stood (counting sort). */
export function stableOrder(labels: Uint8Array, start: number, end: number): Uint32Array {
  const next = new Uint32Array(257);
  for (let row = start; row < end; row++) next[labels[row] + 1]++;
  for (let label = 1; label < 257; label++) next[label] += next[label - 1];
  const order = new Uint32Array(end - start);
  for (let row = start; row < end; row++) order[next[labels[row]]++] = row;
  return order;
}
