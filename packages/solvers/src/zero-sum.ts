/** Makes every `count` numbers side by side sum to zero, in place. */
export function subtractMeans(vectors: Float64Array, count: number): Float64Array {
  for (let start = 0; start < vectors.length; start += count) {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += vectors[start + k];
    const mean = sum / count;
    for (let k = 0; k < count; k++) vectors[start + k] -= mean;
  }
  return vectors;
}
