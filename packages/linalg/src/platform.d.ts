/**
 * Where threads come from: package.json's `imports` choose it. Declared here and not by `paths` of the tsconfig.json,
 * which bundlers obey too: they would bundle Node's into pages.
 */
declare module '#platform' {
  /** The threads of the place this runs in. */
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- a declared module cannot import by a relative name
  export const platform: import('./kernels/platform.js').Platform;
}
