import { setTimeout as pause } from 'node:timers/promises';

import { Contestant, launchOf } from './contestant.js';
import { placesIn } from './paths.js';
import { ProcessContestant } from './process-contestant.js';

/** Milliseconds between two runs: what a contestant's threads still do after its run must not disturb the next. */
const SETTLE = 150;

/** After so many seconds of a contestant's runs it runs no more, if it has run once. */
const BUDGET = 90;

/** Runs of a slow contestant. */
const SLOW_RUNS = 2;

/**
 * What takes part in a row.
 *
 * @typedef {object} Spec
 * @property {string} name as it stands in the table
 * @property {string} [peer] which peer of the set-up it needs; none for ours
 * @property {'python' | 'node'} runtime
 * @property {string} program its file's name
 * @property {object} [task] what it is prepared with
 * @property {number} [warmUps] runs before the first that counts; default 1
 * @property {boolean} [slow] whether its last warm-up counts as a run, and it runs no more than twice
 * @property {number} [repeats] the most runs that count, where these are fewer than the row's
 * @property {boolean} [process] whether a run is a whole process
 * @property {string[]} [args] what such a process is started with
 *
 * @typedef {{ seconds: number, extras: Record<string, any> }} Sample
 */

/** Where rows are measured: it starts contestants, lets them run in turn, and takes down lines and failures. */
export class Lab {
  /** @type {import('./line.js').Line[]} */
  lines = [];
  /** @type {{ row: string, name: string, reason: string, ours: boolean }[]} */
  failures = [];
  row = '';

  /**
   * @param {object} options
   * @param {boolean} options.quick
   * @param {boolean} options.full
   * @param {string} options.cache
   * @param {import('./install.js').PeerRecord | undefined} options.record
   * @param {Record<string, string>} options.machine
   * @param {(line: import('./line.js').Line) => void} options.onLine
   * @param {(message: string) => void} options.onProgress
   */
  constructor({ quick, full, cache, record, machine, onLine, onProgress }) {
    this.quick = quick;
    this.full = full;
    this.cache = cache;
    this.record = record;
    this.machine = machine;
    this.onLine = onLine;
    this.onProgress = onProgress;
  }

  /** Takes down a line. */
  add(line) {
    const complete = { row: this.row, at: new Date().toISOString(), ...line };
    this.lines.push(complete);
    this.onLine(complete);
  }

  /**
   * Starts a contestant, prepares it and warms it up. One that fails is taken down with the reason.
   *
   * @param {Spec} spec
   * @returns {Promise<{ contestant: Contestant | ProcessContestant, extras: Record<string, any>, first?: Sample }
   *   | { reason: string }>} with the last warm-up's sample
   */
  async enter(spec) {
    const missing = this.#whyMissing(spec);
    if (missing !== undefined) return this.#fail(spec, missing);
    this.onProgress(`${this.row}: ${spec.name} gets ready`);
    const contestant = this.#start(spec);
    try {
      const extras = await contestant.prepare(spec.task);
      let first;
      for (let i = 0; i < (spec.warmUps ?? 1); i++) {
        await pause(SETTLE);
        first = await contestant.run();
      }
      return { contestant, extras, first };
    } catch (error) {
      await contestant.stop();
      return this.#fail(spec, error.message);
    }
  }

  /**
   * Lets contestants run in turn.
   *
   * @param {{ contestant: Contestant | ProcessContestant, spec: Spec, first?: Sample }[]} entries
   * @param {number} repeats
   * @returns {Promise<Map<Spec, Sample[]>>}
   */
  async alternate(entries, repeats) {
    /** @type {Map<Spec, Sample[]>} */
    const samples = new Map(entries.map(({ spec, first }) => [spec, spec.slow && first ? [first] : []]));
    for (let i = 0; i < repeats; i++) {
      for (const { contestant, spec } of entries) {
        const own = samples.get(spec);
        const most = spec.repeats ?? (spec.slow ? SLOW_RUNS : repeats);
        if (own === undefined || own.length >= most) continue;
        if (own.reduce((sum, { seconds }) => sum + seconds, 0) > BUDGET) continue;
        this.onProgress(`${this.row}: ${spec.name}, run ${i + 1} of ${repeats}`);
        await pause(SETTLE);
        try {
          own.push(await contestant.run());
        } catch (error) {
          this.#fail(spec, error.message);
          samples.delete(spec);
        }
      }
    }
    return samples;
  }

  #start(spec) {
    const places = placesIn(this.cache);
    const folder =
      spec.peer === undefined
        ? undefined
        : spec.runtime === 'node'
          ? places.npm(spec.peer)
          : places.apart(spec.peer);
    return spec.process
      ? new ProcessContestant(spec, places.python)
      : new Contestant(spec.name, launchOf(spec, { python: places.python, folder }));
  }

  #whyMissing({ peer }) {
    if (peer === undefined || this.record?.installed[peer] !== undefined) return undefined;
    return this.record?.failed[peer] ?? 'not there: `pnpm bench:setup` gets the peers';
  }

  #fail(spec, reason) {
    this.failures.push({ row: this.row, name: spec.name, reason, ours: spec.peer === undefined });
    return { reason };
  }
}
