import type { LogisticRegression } from 'tenfold';

/** A model in a few words: "LogisticRegression, liblinear, one-vs-rest, C 1". */
export function describeModel({ params, classes }: LogisticRegression): string {
  const { solver, penalty, C, multiClass } = params;
  const isMultinomial = solver !== 'liblinear' && multiClass !== 'ovr';
  const way = classes.length === 2 ? [] : [isMultinomial ? 'multinomial' : 'one-vs-rest'];
  const strength = penalty === null ? 'no penalty' : `C ${C}`;
  return ['LogisticRegression', solver, ...way, strength].join(', ');
}
