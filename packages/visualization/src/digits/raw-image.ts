/** An image before its values became grey. */
export interface RawImage {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}
