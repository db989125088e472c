import { library } from '@tenfold/tsdown-config';

export default library();
