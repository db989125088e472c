import { library } from '@tenfold/tsdown-config';

export default library({ entry: ['src/index.ts', 'src/browser.ts'] });
