import { compareLabels, type Label, type Labels } from 'tenfold';

/** How many rows each class has, the classes in order. */
export function countClasses(target: Labels): [Label, number][] {
  const counts = new Map<Label, number>();
  for (const label of target) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => compareLabels(a, b));
}
