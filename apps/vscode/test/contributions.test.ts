import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { collectTexts, textsIn } from '../scripts/l10n.js';

// What the window reads of package.json before a line of the extension runs.

const root = join(import.meta.dirname, '..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

interface Entry {
  readonly command: string;
  readonly when?: string;
  readonly title?: string;
  readonly icon?: string;
  readonly category?: string;
}

const manifest = read('package.json') as {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly Entry[];
    readonly keybindings: readonly (Entry & { readonly key: string })[];
    readonly menus: Readonly<Record<string, readonly Entry[]>>;
    readonly views: { readonly tenfold: readonly { readonly id: string }[] };
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly svg: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
};
const texts = read('package.nls.json') as Readonly<Record<string, string>>;
const { commands, keybindings, menus, views, walkthroughs } = manifest.contributes;
const ids = commands.map(({ command }) => command);

describe('texts of package.json', () => {
  const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);

  test('are all there', () => {
    for (const key of used) expect(texts).toHaveProperty([key]);
  });

  test('are all used', () => {
    expect(Object.keys(texts).filter((key) => !used.includes(key))).toEqual([]);
  });
});

describe('commands', () => {
  test('each has a title from the texts, an icon and the category', () => {
    for (const { command, title, icon, category } of commands) {
      expect({ command, title, category }).toEqual({
        command,
        title: `%command.${command.replace('tenfold.', '')}%`,
        category: 'Tenfold',
      });
      expect(icon).toMatch(/^\$\([\w-]+\)$/);
    }
  });

  test('menus and keys name none that is not there', () => {
    const named = [...Object.values(menus).flat(), ...keybindings].map(({ command }) => command);
    expect(named.filter((command) => !ids.includes(command))).toEqual([]);
  });

  test('views are shown by menus under the names that they have', () => {
    const shown = Object.values(menus)
      .flat()
      .flatMap(({ when = '' }) => [...when.matchAll(/view == ([\w.]+)/g)].map(([, id]) => id));
    expect(new Set(shown)).toEqual(new Set(views.tenfold.map(({ id }) => id)));
  });

  test('what begins work or writes waits until the workspace is trusted', () => {
    const careful = commands.filter((entry) => 'enablement' in entry).map(({ command }) => command);
    for (const id of [
      'train',
      'trainAgain',
      'trainDigits',
      'trainFile',
      'compareSolvers',
      'downloadMnist',
      'deleteRun',
      'renameRun',
    ])
      expect(careful).toContain(`tenfold.${id}`);
  });
});

test('each panel that comes back after a reload wakes the extension', () => {
  const panels = readdirSync(join(root, 'src/host/panels'))
    .map((file) => readFileSync(join(root, 'src/host/panels', file), 'utf8'))
    .flatMap((source) => [...source.matchAll(/definePanel\(\{\s*name: '([\w-]+)'/g)].map(([, name]) => name));
  expect(panels).toContain('confusion-matrix');
  for (const name of panels) expect(manifest.activationEvents).toContain(`onWebviewPanel:tenfold.${name}`);
});

describe('menus of the Runs view', () => {
  const shown = (contextValue: string): string[] =>
    menus['view/item/context']
      .filter(({ when = '' }) => {
        const pattern = /view == tenfold\.runs && viewItem =~ \/(.+)\/$/.exec(when)?.[1];
        return pattern !== undefined && new RegExp(pattern).test(contextValue);
      })
      .map(({ command }) => command.replace('tenfold.', ''));

  test('a run can be pinned, and a pinned one let go', () => {
    expect(shown('run;unpinned')).toEqual(expect.arrayContaining(['openRun', 'pinRun', 'deleteRun']));
    expect(shown('run;unpinned')).not.toContain('unpinRun');
    expect(shown('run;pinned')).toContain('unpinRun');
    expect(shown('run;pinned')).not.toContain('pinRun');
  });

  test('weights are offered of a run whose model has such', () => {
    expect(shown('run;unpinned;linear-weights')).toEqual(expect.arrayContaining(['showWeights', 'pinRun']));
    expect(shown('run;pinned;neighbors;linear-weights')).toContain('showWeights');
    expect(shown('run;unpinned;neighbors')).not.toContain('showWeights');
  });

  test('one that cannot be read can be put away, and not opened', () => {
    const offered = new Set(shown('broken;unpinned'));
    expect(offered).toEqual(new Set(['renameRun', 'revealRun', 'deleteRun']));
  });
});

describe('the walkthrough', () => {
  const [{ steps }] = walkthroughs;

  test('has five steps, each with a picture', () => {
    expect(steps).toHaveLength(5);
    for (const { media } of steps) expect(existsSync(join(root, media.svg))).toBe(true);
  });

  test('its pictures take every colour from the theme', () => {
    for (const { media } of steps) {
      const svg = readFileSync(join(root, media.svg), 'utf8');
      const colours = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour);
      expect(colours.length).toBeGreaterThan(3);
      for (const colour of colours) expect(colour).toMatch(/^(none$|var\(--vscode-)/);
      expect(svg).not.toMatch(/<script|href|\bon\w+=/);
    }
  });

  test('its buttons and its events name commands that are there', () => {
    for (const [index, { description, completionEvents }] of steps.entries()) {
      const spoken = texts[description.replaceAll('%', '')];
      const buttons = [...spoken.matchAll(/\]\(command:([\w.]+)(?:\?([^)]+))?\)/g)];
      expect({ index, buttons: buttons.length > 0 }).toEqual({ index, buttons: true });
      for (const [, command, argument] of buttons) {
        expect(ids).toContain(command);
        if (argument) expect(() => JSON.parse(decodeURIComponent(argument)) as unknown).not.toThrow();
      }
      for (const event of completionEvents) {
        const command = /^onCommand:(.+)$/.exec(event)?.[1];
        if (command !== undefined) expect(ids).toContain(command);
        else expect(event).toMatch(/^onContext:tenfold\.\w+$/);
      }
    }
  });
});

describe('texts of the sources', () => {
  test('are found in every way of calling', () => {
    const source = `
      vscode.l10n.t('one'); l10n.t(\`two\`); const { t } = vscode.l10n; t("three {0}", x);
      set('no'); other.t('no'); const label = t(name);
      const page = <p title={t('four')}>{t('five')}</p>;`;
    expect(textsIn('x.tsx', source)).toEqual(['one', 'two', 'three {0}', 'four', 'five']);
  });

  test('cannot be put together from parts, where no translator sees them', () => {
    expect(() => textsIn('x.ts', 't(`a ${b}`)')).toThrow(/no literal text/);
  });

  test.each(['t("{0} of {1}", 1)', 't("{1}", 1)', 't("all", 1)', 't("{0}")'])(
    'have a value for each place and a place for each value: not %s',
    (call) => {
      expect(() => textsIn('x.ts', call)).toThrow(/is given \d values/);
    },
  );

  test('of all sources are collected, and no others', async () => {
    const bundle = Object.keys(await collectTexts());
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(join(root, 'src', file), 'utf8'));
    // Another way of reading: by the text of the calls, not by a parser.
    const calls = sources.flatMap((source) => [
      ...source.matchAll(/(?<![\w$])t\(\s*(?:'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)")/g),
    ]);
    const read = new Set(calls.map(([, single, double]) => (single || double).replace(/\\(.)/g, '$1')));
    expect(read.size).toBeGreaterThan(300);
    expect([...read].filter((text) => !bundle.includes(text))).toEqual([]);
    expect(bundle.filter((text) => !read.has(text))).toEqual([]);
  });
});
