import { against } from './line.js';
import { summarize } from './statistics.js';

/**
 * Ours and its peers at the same work: ready and warm, then in turn. Takes down a line for each peer.
 *
 * @param {import('./lab.js').Lab} lab
 * @param {object} duel
 * @param {string} duel.work
 * @param {(firsts: Map<string, import('./lab.js').Sample>) => import('./lab.js').Spec} duel.ours ours, when the
 *   warm-up runs of the peers are known
 * @param {(import('./lab.js').Spec & { atLeast?: number, aim?: number, note?: string })[]} duel.peers
 * @param {number} duel.repeats
 * @param {{ work: string, peer: string, ours: (firsts: Map<string, import('./lab.js').Sample>) => import('./lab.js').Spec,
 *   atLeast?: number, aim?: number }[]} [duel.also] other work of ours, set beside runs of one of the peers
 * @param {(ours: Record<string, any>, theirs: Record<string, any>) => string | undefined} [duel.compare] what is to
 *   be known about the two results
 * @returns {Promise<import('./lab.js').Sample[] | undefined>} ours' runs
 */
export async function duel(lab, { work, ours, peers, also = [], repeats, compare = () => undefined }) {
  /** @type {{ spec: any, contestant?: any, first?: any, reason?: string }[]} */
  const entries = [];
  try {
    for (const spec of peers) entries.push({ spec, ...(await lab.enter(spec)) });
    const firsts = new Map(entries.flatMap(({ spec, first }) => (first ? [[spec.name, first]] : [])));
    const own = await enterOurs(lab, ours(firsts));
    const others = [];
    for (const other of also) {
      // Where the peer does not run there is nothing to be set beside it.
      if (firsts.has(other.peer)) others.push({ ...other, entry: await enterOurs(lab, other.ours(firsts)) });
    }
    entries.splice(0, 0, own);
    for (const { entry } of others) entries.push(entry);
    const ready = entries.filter(({ contestant }) => contestant !== undefined);
    const samples = await lab.alternate(ready, lab.quick ? Math.min(3, repeats) : repeats);
    for (const { spec, reason } of entries.slice(1, 1 + peers.length)) {
      lab.add(
        lineOf({ work, spec, reason, mine: samples.get(own.spec), theirs: samples.get(spec), compare }),
      );
    }
    for (const { entry, work: otherWork, peer, atLeast, aim } of others) {
      const { spec } = entries.find((each) => each.spec.name === peer);
      const [mine, theirs] = [samples.get(entry.spec), samples.get(spec)];
      lab.add(lineOf({ work: otherWork, spec: { name: peer, atLeast, aim }, mine, theirs, compare }));
    }
    return samples.get(own.spec);
  } finally {
    await Promise.all(entries.map(({ contestant }) => contestant?.stop()));
  }
}

async function enterOurs(lab, ours) {
  const spec = { warmUps: 2, ...ours };
  return { spec, ...(await lab.enter(spec)) };
}

function lineOf({ work, spec, reason, mine, theirs, compare }) {
  const { name: peer, atLeast, aim } = spec;
  const notes = [spec.note, mine && theirs && compare(mine.at(-1).extras, theirs.at(-1).extras)];
  return against({
    work,
    peer,
    ours: mine && summarize(mine.map(({ seconds }) => seconds)),
    theirs: theirs && summarize(theirs.map(({ seconds }) => seconds)),
    atLeast,
    aim,
    failure: theirs ? undefined : (reason ?? 'it failed in a run'),
    note: notes.filter(Boolean).join('; ') || undefined,
  });
}

/** A note when two figures that should agree do not. */
export function differ(name, ours, theirs, tolerance) {
  const off = Math.abs(ours - theirs) / Math.max(Math.abs(theirs), Number.MIN_VALUE);
  return off <= tolerance ? undefined : `${name} differs: ${ours} and ${theirs}`;
}
