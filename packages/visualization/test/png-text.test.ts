import { describe, expect, test } from '@jest/globals';
import { ParameterError, ShapeError } from '@tenfold/core';
import { decode } from 'fast-png';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  confusionHeatmap,
  digitGrid,
  type PictureWarning,
  rocPlot,
  solverComparison,
  toHtml,
  toPng,
  toSvg,
  toTerminal,
  trainingCurve,
  writePicture,
} from '../src/index.js';

async function png(labels: string[]): Promise<{ hash: string; warnings: PictureWarning[] }> {
  const warnings: PictureWarning[] = [];
  const scene = digitGrid([[0, 1, 2, 3]], { titles: labels });
  const bytes = await toPng(scene, { scale: 1, onWarning: (warning) => warnings.push(warning) });
  return { hash: createHash('sha256').update(bytes).digest('hex'), warnings };
}

describe('characters that the font of PNG pictures lacks', () => {
  test('are warned of, with their names, and lead to SVG', async () => {
    const { warnings } = await png(['おきお 🎯']);
    expect(warnings.map(({ code }) => code)).toEqual(['missing-characters']);
    expect(warnings[0].message).toMatch(/has no お き 🎯: .*\.svg or \.html/);
    const many = await png([
      String.fromCodePoint(...Array.from({ length: 12 }, (_, index) => 0x3042 + 2 * index)),
    ]);
    expect(many.warnings[0].message).toContain(' and 2 more:');
  });

  test('differ in the picture', async () => {
    const hashes = await Promise.all(['お', 'き', '🎯', 'ש'].map(async (label) => (await png([label])).hash));
    expect(new Set(hashes).size).toBe(4);
  });

  test.each(['Ωμέγα', 'Жук', 'Žluťoučký', 'plain', 'e\u0301'])('%s has none', async (label) => {
    expect((await png([label])).warnings).toEqual([]);
  });

  test('accents are the same, joined or not', async () => {
    expect((await png(['é'])).hash).toBe((await png(['e\u0301'])).hash);
  });

  test('are warned of by writePicture, for PNG only', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tenfold-warnings-'));
    const scene = confusionHeatmap([[1]], { labels: ['猫'] });
    const warned: string[] = [];
    for (const name of ['a.png', 'a.svg', 'a.html']) {
      await writePicture(join(folder, name), scene, {
        onWarning: ({ code }) => warned.push(`${name} ${code}`),
      });
    }
    expect(warned).toEqual(['a.png missing-characters']);
    await rm(folder, { recursive: true });
  });
});

describe('names', () => {
  const long = 'x'.repeat(10_000);
  test.each([
    ['empty', '', '(empty)'],
    ['of spaces', ' \n ', '(empty)'],
    ['of 10,000 characters', long, `${'x'.repeat(199)}…`],
    ['of 10,000 emoji', '🎯'.repeat(10_000), `${'🎯'.repeat(199)}…`],
    ['that turn the direction of writing', 'a\u202eb\u200fc', 'a\ufffdb\ufffdc'],
    ['with escape sequences', 'a\u001b[31mb', 'a\ufffd[31mb'],
    ['from right to left', 'שלום', 'שלום'],
  ])('%s', (_, name, shown) => {
    expect(confusionHeatmap([[1]], { labels: [name] }).table.rows[0][0]).toBe(shown);
    const curve = { name, fpr: [0, 1], tpr: [0, 1] };
    expect(rocPlot([curve]).table.rows[0][0]).toBe(shown);
    expect(solverComparison([{ solver: name, seconds: 1, accuracy: 1 }]).table.rows[0][0]).toBe(shown);
    expect(toSvg(rocPlot([curve, curve])).length).toBeLessThan(20_000);
  });
});

describe('the size of a PNG', () => {
  const scene = confusionHeatmap([[1]]);

  test('is reduced where it would be too large, with a warning', async () => {
    const warnings: string[] = [];
    const wide = { ...scene, width: 20_000, height: 10 };
    const image = decode(await toPng(wide, { onWarning: ({ code }) => warnings.push(code) }));
    expect([image.width, image.height]).toEqual([16384, 8]);
    expect(warnings).toEqual(['smaller']);
  });

  test('is refused before anything is drawn', async () => {
    await expect(toPng({ ...scene, width: 200_000 })).rejects.toThrow(ShapeError);
    await expect(toPng({ ...scene, width: 200_000 })).rejects.toThrow(
      'write it as .svg or .html, or show less',
    );
    await expect(toPng({ ...scene, width: 9000, height: 9000 }, { scale: 1 })).rejects.toThrow(
      'at most 0.64',
    );
  });
});

describe('every door refuses what it does not have', () => {
  const scene = confusionHeatmap([[1]]);
  const curve = { name: 'a', fpr: [0, 1], tpr: [0, 1] };
  const refused: [string, () => unknown, string][] = [
    [
      'confusionHeatmap',
      () => confusionHeatmap([[1]], { normalise: 'true' } as never),
      'did you mean normalize?',
    ],
    ['rocPlot', () => rocPlot([curve], { titel: '' } as never), 'did you mean title?'],
    ['a curve', () => rocPlot([null as never]), 'curves[0] must be an object'],
    ['a curve without rates', () => rocPlot([{ name: 'a' } as never]), 'curves[0].fpr must be an array'],
    ['trainingCurve', () => trainingCurve([{ iteration: 0, loss: 1 }], { ytitle: '' } as never), 'yTitle?'],
    ['a point', () => trainingCurve([null as never]), 'points[0] must be an object'],
    [
      'a run without points',
      () => trainingCurve([{ name: 'a', points: 3 } as never]),
      'points[0].points must be',
    ],
    ['solverComparison', () => solverComparison([], { title: 1 } as never), 'rows must be an array'],
    ['a row', () => solverComparison([7 as never]), 'rows[0] must be an object'],
    ['toSvg', () => toSvg(scene, { scal: 2 } as never), 'did you mean scale?'],
    ['toSvg of no scene', () => toSvg(undefined as never), 'scene must be a scene'],
    ['toHtml', () => toHtml(scene, { titel: '' } as never), 'did you mean title?'],
    ['a title', () => toHtml(scene, { title: 3 as never }), 'title must be text'],
    ['a page of no scene', () => toHtml([scene, 'a' as never]), 'scene must be a scene'],
    ['toTerminal', () => toTerminal(scene, { colour: 'none' } as never), 'did you mean color?'],
    ['a title in words', () => toTerminal(scene, { title: 'no' as never }), 'title must be true or false'],
    ['toPng', () => toPng(scene, { scael: 2 } as never), 'did you mean scale?'],
    ['a listener', () => toPng(scene, { onWarning: 3 as never }), 'onWarning must be a function'],
    ['writePicture', () => writePicture('a.svg', scene, { scales: 2 } as never), 'did you mean scale?'],
  ];
  test.each(refused)('%s', async (_, act, message) => {
    const calling = (): Promise<unknown> => Promise.resolve().then(act);
    await expect(calling()).rejects.toThrow(ParameterError);
    await expect(calling()).rejects.toThrow(message);
  });
});
