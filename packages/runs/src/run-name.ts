/**
 * The name of a run's folder: `2026-03-05T14-02-09Z-digits-logistic-regression`. Names sort by time.
 *
 * @param created when the run ended
 * @param dataset the data set's name
 * @param model what the model is called: see `modelTitle`
 */
export function runName(created: Date, dataset: string, model: string): string {
  const time = created
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  return `${time}-${slug(dataset)}-${slug(model)}`;
}

function slug(text: string): string {
  const words = text
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return words.slice(0, 60) || 'data';
}
