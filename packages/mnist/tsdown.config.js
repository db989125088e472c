import { library } from '@tenfold/tsdown-config';

// Unbundled, so that a built file stands as far from the data as its source does.
export default library({ unbundle: true, shims: true });
