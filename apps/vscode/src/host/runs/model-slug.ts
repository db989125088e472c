/** How the name of a run's folder has a model's class: "logistic-regression". */
export function modelSlug(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}
