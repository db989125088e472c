import { pnpm } from './run.js';

// `pnpm dev`: builds what changes, and what depends on it, with source maps, until it is stopped.
process.exitCode = pnpm(['exec', 'turbo', 'watch', 'build'], { env: { TENFOLD_DEV: '1' } });
