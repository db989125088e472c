import { library } from '@tenfold/tsdown-config';

// The embedded digits are most of this package, so both builds share one copy of them.
const digitsData = {
  name: 'digits-data',
  resolveId: (source) =>
    source.endsWith('/digits-data.js') ? { id: './digits-data.cjs', external: true } : undefined,
};

export default [
  library({ entry: ['src/index.ts', 'src/browser.ts'], plugins: [digitsData] }),
  library({ entry: ['src/digits/digits-data.ts'], format: ['cjs'], dts: false, clean: false }),
];
