import { type Run } from '../../context.js';

/** Tells the tutorial. */
export const run: Run<object> = () => Promise.resolve();
