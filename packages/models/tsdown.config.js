import { library } from '@tenfold/tsdown-config';

export default library({ entry: { index: 'src/index.ts', 'node/index': 'src/node/index.ts' } });
