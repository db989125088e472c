import type { Services } from '../services.js';

/** A command of the palette: what it is called and what it does. Its title and icon stand in package.json. */
export interface Command {
  /** Without "tenfold.". */
  readonly id: string;
  /**
   * Does it. `argument` is what a tree's item, a task, a key binding or another extension passes: nothing that may be
   * trusted. What it returns goes back to the caller.
   */
  readonly run: (services: Services, argument: unknown) => unknown;
}
