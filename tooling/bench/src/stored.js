import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import writeFileAtomic from 'write-file-atomic';

const file = fileURLToPath(new URL('../stored.json', import.meta.url));

/**
 * Figures that take a peer too long to be measured each time. Each says where it was measured, when, and with what.
 *
 * @typedef {{ seconds: number, on: string, versions: string, at: string, note?: string }} StoredFigure
 * @typedef {{ figures: Record<string, StoredFigure>, objectives: Record<string, number>,
 *   optima: Record<string, number[]> }} Stored `optima`: the least objectives of several problems
 */

/** @type {Stored} */
export const stored = JSON.parse(readFileSync(file, 'utf8'));

/**
 * A stored figure as a line holds it, or that there is none.
 *
 * @param {string} name
 */
export function storedPart(name) {
  const figure = stored.figures[name];
  if (figure === undefined) return { failure: 'not measured yet; --full does' };
  const { seconds, on, versions, at, note } = figure;
  const parts = [`measured once, ${at}, on ${on}, with ${versions}`, note];
  return {
    theirs: { median: seconds, low: seconds, high: seconds, runs: 1 },
    stored: parts.filter(Boolean).join('; '),
  };
}

/**
 * Stores a peer's figure that was measured now.
 *
 * @param {string} name
 * @param {number} seconds
 * @param {Record<string, string>} machine
 * @param {string} [note] what else is to be known
 */
export async function store(name, seconds, machine, note) {
  stored.figures[name] = {
    seconds,
    on: `${machine.Processor}, ${machine.Cores} cores`,
    versions: ['scikit-learn', 'NumPy'].map((part) => `${part} ${machine[part]}`).join(', '),
    at: new Date().toISOString().slice(0, 10),
    ...(note && { note }),
  };
  await writeFileAtomic(file, `${JSON.stringify(stored, null, 2)}\n`);
}
