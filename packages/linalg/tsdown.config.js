import { library } from '@tenfold/tsdown-config';

export default library({
  entry: {
    index: 'src/index.ts',
    'node/platform': 'src/node/platform.ts',
    'browser/platform': 'src/browser/platform.ts',
  },
  external: ['#platform'],
});
