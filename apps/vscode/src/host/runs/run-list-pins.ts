import * as v from 'valibot';
import type * as vscode from 'vscode';

const KEY = 'tenfold.pinnedRuns';

/** The runs that stay on top of the list, remembered with the workspace. */
export class Pins {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** Whether a run is pinned. */
  has(run: string): boolean {
    return this.#all().includes(run);
  }

  /** Pins a run, or no longer. */
  async set(run: string, pinned: boolean): Promise<void> {
    const others = this.#all().filter((other) => other !== run);
    await this.#state.update(KEY, pinned ? [...others, run] : others);
  }

  #all(): readonly string[] {
    const parsed = v.safeParse(v.array(v.string()), this.#state.get(KEY));
    return parsed.success ? parsed.output : [];
  }
}
