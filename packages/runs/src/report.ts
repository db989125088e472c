import { escapeMarkup, formatCount, formatShare } from '@tenfold/core';

import { modelTitle } from './estimator-choice.js';
import type { TrainedStep, TrainResult } from './train-result.js';

/**
 * A run as one self-contained HTML page: the figures, the confusion matrix and the hyper-parameters.
 *
 * @param result what came out of the run
 * @param created when
 * @param heatmap the confusion matrix as an SVG element
 */
export function reportPage(result: TrainResult, created: Date, heatmap: string): string {
  const title = `${modelTitle(result.model)} on ${result.dataset}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}: ${formatShare(result.accuracy, 2)}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<p class="when">${escapeMarkup(created.toISOString().replace('T', ' ').replace(/\..*/, ' UTC'))}</p>
<h1>${escapeMarkup(title)}</h1>
<p class="score"><strong>${formatShare(result.accuracy, 2)}</strong> of ${rowsScored(result)} right</p>
</header>
<figure>${heatmap.replace(/^<\?xml.*?\?>\s*/, '')}</figure>
<div class="columns">
${definitions('Run', runFacts(result))}
${definitions('Hyper-parameters', Object.entries(result.model.params).map(shown))}
${(result.model.preprocess ?? []).map(preparation).join('\n')}
</div>
</main>
</body>
</html>
`;
}

/** The hyper-parameters of a transformer. */
function preparation({ name, params }: TrainedStep): string {
  return definitions(`Preprocessing: ${escapeMarkup(name)}`, Object.entries(params).map(shown));
}

function rowsScored({ accuracyOn, split }: TrainResult): string {
  return accuracyOn === 'test'
    ? `${formatCount(split.nTest)} rows kept for testing`
    : `the ${formatCount(split.nTrain)} rows trained on (none were kept for testing)`;
}

function runFacts({
  split,
  bestParams = {},
  nIter,
  converged,
  objective,
  trainLogLoss,
  seconds,
}: TrainResult): Fact[] {
  return [
    ['rows trained on', formatCount(split.nTrain)],
    ['rows kept for testing', formatCount(split.nTest)],
    ['random state', String(split.randomState)],
    ...Object.entries(bestParams).map(([name, value]) => fact(`best ${name}`, String(value))),
    ...(nIter === null
      ? []
      : [fact('iterations', `${formatCount(nIter)}${converged ? '' : ' (not converged)'}`)]),
    ...(objective === null ? [] : [fact('objective', String(objective))]),
    ...(trainLogLoss === null ? [] : [fact('training log loss', String(trainLogLoss))]),
    ['seconds to train', seconds.fit.toFixed(2)],
  ];
}

type Fact = [string, string];

const fact = (name: string, value: string): Fact => [name, value];

function shown([name, value]: [string, unknown]): Fact {
  return [name, typeof value === 'string' ? value : value == null ? 'none' : JSON.stringify(value)];
}

function definitions(heading: string, facts: Fact[]): string {
  const rows = facts.map(([name, value]) => `<dt>${escapeMarkup(name)}</dt><dd>${escapeMarkup(value)}</dd>`);
  return `<section><h2>${heading}</h2><dl>${rows.join('\n')}</dl></section>`;
}

const style = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --line: #d9dee5; --paper: #fbfbfa; --card: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7eaee; --soft: #9aa5b3; --line: #333c48; --paper: #14181d; --card: #fff; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 3rem 1.5rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1rem; margin: 0 0 0.5rem; }
.when { color: var(--soft); margin: 0 0 0.25rem; font-variant-numeric: tabular-nums; }
.score { margin: 0.25rem 0 0; color: var(--soft); }
.score strong { color: var(--ink); font-size: 1.25rem; }
figure { margin: 2rem 0; padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
figure svg { display: block; width: 100%; height: auto; max-height: 80vh; margin: 0 auto; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 2rem 3rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1.5rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
`;
