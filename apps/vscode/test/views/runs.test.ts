import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { namedRun, namedRuns, withSelection } from '../../src/host/runs/run-reference.js';
import { LONGEST_NAME, nameProblem } from '../../src/host/runs/manage-name.js';
import { isOldTrash, trashName } from '../../src/host/runs/manage-trash.js';
import { runFolderSegments, runWatchPattern } from '../../src/host/runs/run-folder-path.js';
import { compareRuns } from '../../src/host/runs/run-order.js';
import { estimatorLabel, estimatorTitle } from '../../src/model/estimators.js';
import { runLabel, runSummary } from '../../src/host/runs/run-words.js';

describe('the folder of runs', () => {
  test('is relative to the workspace folder', () => {
    expect(runFolderSegments('experiments/digits')).toEqual(['experiments', 'digits']);
    expect(runFolderSegments('./runs/')).toEqual(['runs']);
    expect(runFolderSegments(String.raw`out\runs`)).toEqual(['out', 'runs']);
  });

  test.each([
    '',
    '.',
    '../elsewhere',
    'a/../../b',
    '/etc',
    'C:\\runs',
    'file:///etc',
    '\\\\server\\share',
    'a\0b',
  ])('is the default when the setting leads elsewhere: %j', (setting) => {
    expect(runFolderSegments(setting)).toEqual(['.tenfold', 'runs']);
  });

  test('never leads out, whatever is set', () => {
    fc.assert(
      fc.property(fc.string(), (setting) => {
        const segments = runFolderSegments(setting);
        expect(segments.length).toBeGreaterThan(0);
        for (const segment of segments) expect(segment).not.toMatch(/^\.{0,2}$|[\\/]/);
      }),
    );
  });

  test('is watched from its first folder to its figures', () => {
    expect(runWatchPattern(['.tenfold', 'runs'])).toBe(
      '{.tenfold,.tenfold/runs,.tenfold/runs/*,.tenfold/runs/*/metrics.json}',
    );
    expect(runWatchPattern(['odd{name}'])).toBe('**');
  });
});

describe('the order of runs', () => {
  const run = (name: string, created: string | undefined, pinned = false) => ({
    name,
    pinned,
    created: created === undefined ? undefined : new Date(created),
  });

  test('pinned ones first, then the newest, then those that cannot be read', () => {
    const runs = [
      run('broken', undefined),
      run('old', '2026-01-01T00:00:00Z'),
      run('no date', 'yesterday'),
      run('new', '2026-02-01T00:00:00Z'),
      run('pinned', '2025-01-01T00:00:00Z', true),
      run('new too', '2026-02-01T00:00:00Z'),
    ];
    const names = runs.sort(compareRuns).map(({ name }) => name);
    expect(names).toEqual(['pinned', 'new too', 'new', 'old', 'no date', 'broken']);
  });
});

describe('a run in words', () => {
  test('accuracy and the time of the fit', () => {
    const seconds = { load: 1, fit: 0.412, predict: 1 };
    expect(runSummary({ accuracy: 0.95333333, seconds })).toBe('0.9533 · 412 ms');
  });

  test('what it was made of, until it has a name', () => {
    const result = { dataset: 'digits', model: { name: 'LogisticRegression', params: { solver: 'lbfgs' } } };
    expect(runLabel('2026-03-05T14-02-09Z-digits-logistic-regression', result)).toBe('digits · lbfgs');
    expect(runLabel('2026-03-05T14-02-09Z-digits-logistic-regression-2', result)).toBe('digits · lbfgs');
    const knn = { dataset: 'digits', model: { name: 'KNeighborsClassifier', params: {} } };
    expect(runLabel('2026-03-05T14-02-09Z-digits-kneighbors-classifier', knn)).toBe('digits · knn');
    expect(runLabel('2026-03-05T14-02-09Z-baseline', result)).toBe('2026-03-05T14-02-09Z-baseline');
    expect(runLabel('2026 at its best', result)).toBe('2026 at its best');
  });

  test.each([
    ['LogisticRegression', { solver: 'liblinear' }, 'liblinear', 'liblinear'],
    ['LogisticRegression', {}, 'lbfgs', 'lbfgs'],
    ['LogisticRegression', { solver: 'lbfgs', multiClass: 'ovr' }, 'lbfgs:ovr', 'lbfgs:ovr'],
    ['LogisticRegression', { solver: 'liblinear', multiClass: 'ovr' }, 'liblinear', 'liblinear (ovr)'],
    ['LogisticRegression', { solver: 3 }, 'logistic-regression', 'logistic-regression (3)'],
    ['KNeighborsClassifier', { nNeighbors: 3 }, 'knn', 'knn'],
    ['Unknown', { solver: 'lbfgs' }, 'Unknown', 'Unknown'],
  ])('%s with %j: its preset, or its id, or its name', (name, params, label, title) => {
    expect(estimatorLabel({ name, params })).toBe(label);
    expect(estimatorTitle({ name, params })).toBe(title);
  });

  test('a pipeline is called by its steps', () => {
    const preprocess = [{ name: 'StandardScaler', params: {} }];
    const choice = {
      name: 'LogisticRegression',
      params: { solver: 'liblinear', multiClass: 'ovr' },
      preprocess,
    };
    expect(estimatorLabel(choice)).toBe('standard-scaler + liblinear');
    expect(estimatorTitle(choice)).toBe('standard-scaler + liblinear (ovr)');
    const name = '2026-03-05T14-02-09Z-digits-standard-scaler-logistic-regression';
    expect(runLabel(name, { dataset: 'digits', model: choice })).toBe('digits · standard-scaler + liblinear');
  });
});

describe('a run that a command is given', () => {
  const run = 'file:///w/.tenfold/runs/one';

  test('by its URI’s text, as a tree’s element, or as a URI', () => {
    const uri = { scheme: 'file', authority: '', path: '/w/runs/one', query: '', fragment: '' };
    expect(namedRun({ run, name: 'one', pinned: false })).toBe(run);
    expect(namedRun(uri)).toEqual(uri);
    expect(namedRun({ uri })).toEqual(uri);
  });

  test.each([undefined, null, 3, run, [], {}, { run: '' }, { run: new String(run) }, { scheme: 'file' }])(
    'is none in %j',
    (argument) => {
      expect(namedRun(argument)).toBeUndefined();
      expect(namedRuns(argument)).toEqual([]);
    },
  );

  test('several, by a list of texts or of elements', () => {
    expect(namedRuns({ runs: [run, 'file:///b'] })).toEqual([run, 'file:///b']);
    expect(namedRuns([{ run }, 7, { run: 'file:///b' }])).toEqual([run, 'file:///b']);
    expect(namedRuns({ run })).toEqual([run]);
  });

  test('a selection of the tree becomes one argument, and nothing else does', () => {
    const other = { run: 'file:///b' };
    expect(withSelection({ run, pinned: true }, [{ run }, other])).toEqual({ run, runs: [run, 'file:///b'] });
    expect(withSelection({ run }, [{ run }])).toEqual({ run });
    expect(withSelection({ run }, undefined)).toEqual({ run });
    const files = [{ scheme: 'file' }, { scheme: 'file' }];
    expect(withSelection(files[0], files)).toBe(files[0]);
  });
});

describe('a new name', () => {
  test.each([
    ['  ', 'empty'],
    ['x'.repeat(LONGEST_NAME + 1), 'long'],
    ['a/b', 'characters'],
    ['a\\b', 'characters'],
    ['a\nb', 'characters'],
    ['a:b', 'characters'],
    ['.hidden', 'ends'],
    ['..', 'ends'],
    ['dot.', 'ends'],
    [' led', 'ends'],
    ['con', 'reserved'],
    ['COM1.txt', 'reserved'],
    ['TAKEN', 'taken'],
  ])('%j is refused: %s', (name, problem) => {
    expect(nameProblem(name, ['taken'])).toBe(problem);
  });

  test.each([
    'baseline',
    '2026-03-05T14-02-09Z-digits',
    'größer <3'.replace(' <3', ' 3'),
    'コンフュージョン',
  ])('%j is taken', (name) => {
    expect(nameProblem(name, ['other'])).toBeUndefined();
  });

  test('leads nowhere but into its folder, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        if (nameProblem(name, []) !== undefined) return;
        expect(new URL(`runs/${encodeURIComponent(name)}`, 'file:///w/').pathname).toMatch(
          /^\/w\/runs\/[^/]+$/,
        );
      }),
    );
  });
});

describe('a deleted run', () => {
  const now = Date.UTC(2026, 5, 1);

  test('is hidden, and after a day nobody’s', () => {
    const name = trashName('2026-run', now);
    expect(name).toMatch(/^\./);
    expect(isOldTrash(name, now + 60_000)).toBe(false);
    expect(isOldTrash(name, now + 25 * 60 * 60_000)).toBe(true);
  });

  test('is distinguished from what is none', () => {
    expect(isOldTrash('2026-run', now)).toBe(false);
    expect(isOldTrash('.trash-', now)).toBe(false);
    expect(isOldTrash('.tmp-abc', now)).toBe(false);
  });
});
