/**
 * The values of pixels that came as bytes from black (0) to white (255). Where white is a whole number, so were all
 * values, and they are found again exactly.
 *
 * @param bytes the pixels
 * @param maximum the value of white
 */
export function pixelValues(bytes: Uint8Array, maximum: number): Float64Array {
  const isWhole = Number.isInteger(maximum) && maximum > 1 && maximum <= 255;
  return Float64Array.from(bytes, (byte) => {
    const value = (byte * maximum) / 255;
    return isWhole ? Math.round(value) : value;
  });
}
