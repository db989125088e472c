import fc from 'fast-check';

/**
 * Gives every property of fast-check the same seed, so that a run of the tests is the same anywhere and at any time.
 * TENFOLD_SEED in the environment gives another one; `random` a new one at each run.
 */
const { TENFOLD_SEED: seed = '1' } = process.env;
if (seed !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
