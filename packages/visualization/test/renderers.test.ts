import { describe, expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import { createHash } from 'node:crypto';
import { decode, type DecodedPng } from 'fast-png';

import {
  confusionHeatmap,
  digitGrid,
  misclassifiedGallery,
  rocPlot,
  type Scene,
  solverComparison,
  toHtml,
  toPng,
  toSvg,
  trainingCurve,
  weightImages,
} from '../src/index.js';
import { hostileTexts, smallMatrix, twoDigits } from './support/samples.js';

const curve = { name: 'cat', fpr: [0, 0.5, 1], tpr: [0, 1, 1] };
const scenes: Record<string, Scene> = {
  digits: digitGrid(twoDigits, { labels: [0, 1], scale: 10 }),
  gallery: misclassifiedGallery([{ index: 0, predicted: 1, actual: 0 }], twoDigits),
  weights: weightImages([[0, 2, -2, 1]]),
  heatmap: confusionHeatmap(smallMatrix),
  seaborn: confusionHeatmap(smallMatrix, { style: 'seaborn' }),
  roc: rocPlot([curve, { ...curve, name: 'dog' }]),
  training: trainingCurve([
    { iteration: 0, loss: 2 },
    { iteration: 1, loss: 1 },
  ]),
  solvers: solverComparison([{ solver: 'lbfgs', seconds: 1, accuracy: 0.9 }]),
};

/** A document, or an error at the first thing that is not well formed. */
function parseXml(text: string): ReturnType<DOMParser['parseFromString']> {
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'image/svg+xml');
}

/** One scene with every hostile text wherever a text can go. */
function hostileScenes(): Scene[] {
  const zeros = hostileTexts.map(() => hostileTexts.map(() => 1));
  return [
    confusionHeatmap(zeros, { labels: hostileTexts, title: hostileTexts[0], rowTitle: hostileTexts[1] }),
    digitGrid(
      hostileTexts.map(() => twoDigits[0]),
      { titles: hostileTexts, title: hostileTexts[5] },
    ),
    misclassifiedGallery(
      hostileTexts.map((text) => ({ index: 0, predicted: text, actual: text })),
      twoDigits,
    ),
    rocPlot(hostileTexts.map((name) => ({ ...curve, name }))),
    solverComparison(hostileTexts.map((solver) => ({ solver, seconds: 1, accuracy: 1 }))),
    trainingCurve(hostileTexts.map((name) => ({ name, points: [{ iteration: 0, loss: 1 }] }))),
  ];
}

describe('toSvg', () => {
  test.each(Object.entries(scenes))('%s is well-formed, titled and described', (_, scene) => {
    const root = parseXml(toSvg(scene)).documentElement;
    expect(root?.getAttribute('role')).toBe('img');
    expect(root?.getElementsByTagName('title')[0].textContent).toBe(scene.title);
    expect(root?.getElementsByTagName('desc')[0].textContent).toBe(scene.desc);
    expect(root?.getAttribute('viewBox')).toBe(`0 0 ${scene.width} ${scene.height}`);
  });

  test('shows hostile texts and obeys none', () => {
    for (const scene of hostileScenes()) {
      const document = parseXml(toSvg(scene));
      for (const name of ['script', 'img', 'style', 'b']) {
        expect(document.getElementsByTagName(name)).toHaveLength(0);
      }
    }
  });

  test('grows by its scale and keeps its coordinates', () => {
    const root = parseXml(toSvg(scenes.heatmap, { scale: 2 })).documentElement;
    expect(root?.getAttribute('width')).toBe(String(scenes.heatmap.width * 2));
    expect(root?.getAttribute('viewBox')).toBe(`0 0 ${scenes.heatmap.width} ${scenes.heatmap.height}`);
    expect(() => toSvg(scenes.heatmap, { scale: 0 })).toThrow(ParameterError);
  });

  test('moves the marks of a group', () => {
    const mark = { kind: 'rect', x: 1, y: 1, width: 2, height: 2, fill: '#ff0000' } as const;
    const svg = toSvg({ ...scenes.heatmap, marks: [{ kind: 'group', x: 5, y: 7, marks: [mark] }] });
    expect(svg).toContain('<g transform="translate(5 7)"><rect x="1" y="1"');
  });
});

describe('toHtml', () => {
  test('has each picture, its words and its table', () => {
    const html = toHtml([scenes.heatmap, scenes.digits], { title: 'A run', intro: 'Of two.' });
    expect(html.match(/<svg /g)).toHaveLength(2);
    expect(html).toContain('<h1>A run</h1>\n<p>Of two.</p>');
    expect(html).toContain('<tr><th scope="row">1</th><td>4</td><td>30</td><td>16</td></tr>');
    expect(html).toContain('<tr><th scope="row">0</th><td>Training: 0</td></tr>');
    expect(html).toContain('prefers-color-scheme: dark');
  });

  test('refers to nothing outside itself and obeys no text', () => {
    for (const scene of hostileScenes()) {
      const html = toHtml(scene, { title: hostileTexts[5], intro: hostileTexts[0], language: '"><b>' });
      expect(html).not.toMatch(/<(script|img|link|iframe|b)\b/);
      expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
    }
  });
});

describe('toPng', () => {
  const pixel = ({ data, width, channels }: DecodedPng, x: number, y: number): number[] =>
    Array.from(data.slice((y * width + x) * channels, (y * width + x) * channels + 3));

  test('has the size of the scene times the scale', async () => {
    for (const scale of [0.5, 1, 2, 3]) {
      const png = decode(await toPng(scenes.digits, { scale }));
      const { width, height } = scenes.digits;
      expect([png.width, png.height]).toEqual([Math.round(width * scale), Math.round(height * scale)]);
    }
  });

  test.each([1, 2])('draws every pixel of a digit as a sharp square at scale %p', async (scale) => {
    const png = decode(await toPng(scenes.digits, { scale }));
    const mark = scenes.digits.marks.find((one) => one.kind === 'image');
    if (mark?.kind !== 'image') throw new Error('no image');
    for (let row = 0; row < 8; row++) {
      for (let column = 0; column < 8; column++) {
        const grey = mark.image.pixels[row * 8 + column];
        for (const inset of [0, 9]) {
          const x = (mark.x + column * 10 + inset) * scale;
          const y = (mark.y + row * 10 + inset) * scale;
          expect(pixel(png, x, y)).toEqual([grey, grey, grey]);
        }
      }
    }
  });

  test('fills cells with the colours of the SVG, on paper', async () => {
    const png = decode(await toPng(scenes.seaborn, { scale: 1 }));
    for (const mark of scenes.seaborn.marks) {
      if (mark.kind !== 'rect' || mark.fill === undefined) continue;
      const rgb = [1, 3, 5].map((start) => parseInt(mark.fill!.slice(start, start + 2), 16));
      expect(pixel(png, Math.ceil(mark.x) + 2, Math.ceil(mark.y) + 2)).toEqual(rgb);
    }
    expect(pixel(png, 0, 0)).toEqual([255, 255, 255]);
  });

  test('writes text: the title leaves ink where its letters are', async () => {
    const png = decode(await toPng(scenes.heatmap, { scale: 1 }));
    const title = scenes.heatmap.marks.find(
      (mark) => mark.kind === 'text' && mark.text === 'Confusion matrix',
    );
    if (title?.kind !== 'text') throw new Error('no title');
    let dark = 0;
    for (let x = title.x; x < title.x + 160; x++) {
      for (let y = Math.floor(title.y - 15); y < title.y; y++) if (pixel(png, x, y)[0] < 100) dark++;
    }
    expect(dark).toBeGreaterThan(200);
  });

  test.each(Object.entries(scenes))('%s is the same twice', async (_, scene) => {
    expect(Buffer.from(await toPng(scene)).equals(Buffer.from(await toPng(scene)))).toBe(true);
  });

  test('gives the same bytes on every machine', async () => {
    const hash = createHash('sha256');
    for (const scene of Object.values(scenes)) hash.update(await toPng(scene, { scale: 1 }));
    expect(hash.digest('hex')).toMatchInlineSnapshot(
      `"47d7c717eb07f8f4b3694d3ea780cb71e0e10145fcbc48efa24bbefbbe1c437b"`,
    );
  });

  test('survives hostile texts, other scripts and groups', async () => {
    const texts = ['Ωμέγα', 'Жук', 'Žluťoučký', '日本語', '🎯', ...hostileTexts];
    const marks = texts.map(
      (text, index) => ({ kind: 'text', x: 5, y: 15 * index, text, size: 12, fill: '#000000' }) as const,
    );
    const scene: Scene = { ...scenes.heatmap, marks: [{ kind: 'group', x: 5, y: 20, marks }] };
    expect(decode(await toPng(scene, { scale: 1 })).width).toBe(scene.width);
  });

  test('refuses a scale outside its range and a picture too large', async () => {
    await expect(toPng(scenes.digits, { scale: 11 })).rejects.toThrow(ParameterError);
    await expect(toPng({ ...scenes.digits, width: 10000 }, { scale: 2 })).rejects.toThrow('at most 1.63');
  });
});
