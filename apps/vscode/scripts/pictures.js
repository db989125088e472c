import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { largest, smallest } from '@tenfold/linalg';
import { confusionMatrix, loadDigits, LogisticRegression, trainTestSplit } from 'tenfold';

// Draws the walkthrough's pictures from the digits and from a classifier of them, in the colours of the theme:
// media/walkthrough/*.svg. Run it again when they are to look otherwise.

const folder = join(import.meta.dirname, '..', 'media', 'walkthrough');
const [WIDTH, HEIGHT] = [520, 400];

const INK = 'var(--vscode-foreground)';
const MUTED = 'var(--vscode-descriptionForeground)';
const FRAME = 'var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border)))';
const FOCUS = 'var(--vscode-focusBorder)';
const BLUE = 'var(--vscode-charts-blue)';
const RED = 'var(--vscode-charts-red)';
const GREEN = 'var(--vscode-charts-green)';
const YELLOW = 'var(--vscode-charts-yellow)';

const { data, target } = loadDigits();
const rows = Array.from({ length: data.rows }, (_, i) => i);
const [trainRows, testRows] = trainTestSplit(rows, { testSize: 0.25, randomState: 0 });
const of = (some) => ({ X: some.map((i) => data.getRow(i)), y: some.map((i) => target[i]) });
const [train, test] = [of(trainRows), of(testRows)];

const losses = [];
await new LogisticRegression().fit(train.X, train.y, {
  onIteration: ({ figures }) => losses.push(figures.loss),
});
const model = new LogisticRegression({ solver: 'liblinear' });
await model.fit(train.X, train.y);
const predicted = [...model.predict(test.X)];
const probabilities = model.predictProba(test.X).to2DArray();
const confusion = confusionMatrix(test.y, predicted).to2DArray();

await mkdir(folder, { recursive: true });
for (const [name, content] of Object.entries({
  look: look(),
  train: curve(),
  matrix: matrix(),
  mistakes: mistakes(),
  draw: draw(),
})) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%" fill="none" font-family="var(--vscode-font-family), sans-serif" font-size="13">\n${content}\n</svg>\n`;
  await writeFile(join(folder, `${name}.svg`), svg);
}

/** Digits in rows, each with its label; one is selected. */
function look() {
  const [columns, size, gap] = [8, 44, 16];
  return rows
    .slice(0, 40)
    .map((row, i) => {
      const x = 28 + (i % columns) * (size + gap);
      const y = 16 + Math.floor(i / columns) * (size + 32);
      return card(x, y, size, row, { label: target[row], selected: i === 10 });
    })
    .join('\n');
}

/** The loss of each iteration. */
function curve() {
  const [left, top, width, height] = [64, 36, 420, 292];
  const shown = losses.slice(0, 60);
  const [most, least] = [Math.log(shown[0]), Math.log(smallest(shown))];
  const points = shown.map((loss, i) => {
    const x = left + (i / (shown.length - 1)) * width;
    const y = top + ((most - Math.log(loss)) / (most - least)) * (height - 16) + 8;
    return `${round(x)} ${round(y)}`;
  });
  const score = confusion.reduce((sum, counts, i) => sum + counts[i], 0) / test.y.length;
  const [endX, endY] = points.at(-1).split(' ');
  return [
    `<path d="M${left} ${top}v${height}h${width}" stroke="${FRAME}"/>`,
    ...[0.25, 0.5, 0.75].map(
      (share) =>
        `<path d="M${left} ${round(top + share * height)}h${width}" stroke="${INK}" stroke-opacity=".12"/>`,
    ),
    `<path d="M${points.join('L')}V${top + height}H${left}Z" fill="${BLUE}" fill-opacity=".12"/>`,
    `<path d="M${points.join('L')}" stroke="${BLUE}" stroke-width="2.5" stroke-linejoin="round"/>`,
    `<circle cx="${endX}" cy="${endY}" r="5" fill="${BLUE}"/>`,
    text(left + width / 2, top + height + 34, 'iteration', { fill: MUTED }),
    `<text transform="translate(38 ${top + height / 2}) rotate(-90)" text-anchor="middle" fill="${MUTED}">loss</text>`,
    `<rect x="${left + 218}" y="${top + 24}" width="200" height="78" rx="6" stroke="${FRAME}"/>`,
    text(left + 318, top + 62, score.toFixed(4), { size: 28, weight: 600 }),
    text(left + 318, top + 86, 'of the test images are right', { fill: MUTED, size: 11 }),
  ].join('\n');
}

/** The counts; one cell is marked, and the images behind it stand beside it. */
function matrix() {
  const [left, top, cell] = [40, 42, 30];
  const [actual, guess] = largestMistake();
  const parts = [text(left + 5 * cell, 18, 'read as', { fill: MUTED })];
  for (let i = 0; i < 10; i++) {
    parts.push(text(left + (i + 0.5) * cell, top - 8, i, { fill: MUTED, size: 11 }));
    parts.push(text(left - 12, top + (i + 0.5) * cell + 4, i, { fill: MUTED, size: 11 }));
    for (let j = 0; j < 10; j++) {
      const count = confusion[i][j];
      const [x, y] = [left + j * cell, top + i * cell];
      const opacity = count === 0 ? 0.05 : i === j ? 0.55 : 0.45;
      parts.push(
        `<rect x="${x + 1}" y="${y + 1}" width="${cell - 2}" height="${cell - 2}" rx="2" fill="${i === j ? BLUE : count === 0 ? INK : YELLOW}" fill-opacity="${opacity}"/>`,
      );
      if (count > 0) parts.push(text(x + cell / 2, y + cell / 2 + 4, count, { size: 12 }));
    }
  }
  const [x, y] = [left + guess * cell, top + actual * cell];
  const behind = testRows.filter((_, i) => test.y[i] === actual && predicted[i] === guess).slice(0, 3);
  const side = left + 10 * cell + 40;
  parts.push(
    `<rect x="${x - 1}" y="${y - 1}" width="${cell + 2}" height="${cell + 2}" rx="3" stroke="${FOCUS}" stroke-width="2.5"/>`,
    `<path d="M${x + cell + 2} ${y + cell / 2}H${side - 14}" stroke="${FOCUS}" stroke-dasharray="3 3" stroke-width="1.5"/>`,
    text(side + 50, 60, `${actual} read as ${guess}`, { weight: 600 }),
    text(left + 5 * cell, top + 10 * cell + 26, 'a row for each digit that was written', { fill: MUTED }),
  );
  behind.forEach((row, i) => parts.push(card(side + 14, 78 + i * 88, 72, row)));
  return parts.join('\n');
}

/** What was misclassified, the surest first, and the weights of three classes. */
function mistakes() {
  const wrong = testRows
    .map((row, i) => ({ row, actual: test.y[i], guess: predicted[i], sure: largest(probabilities[i]) }))
    .filter(({ actual, guess }) => actual !== guess)
    .sort((a, b) => b.sure - a.sure)
    .slice(0, 5);
  const size = 76;
  const images = wrong.map(({ row, actual, guess, sure }, i) => {
    const x = 28 + i * 97;
    return [
      card(x, 44, size, row),
      `<text x="${x + size / 2}" y="146" text-anchor="middle" fill="${INK}">${actual} <tspan fill="${RED}" font-weight="600">→ ${guess}</tspan></text>`,
      text(x + size / 2, 163, `${Math.round(100 * sure)} % sure`, { fill: MUTED, size: 11 }),
    ].join('\n');
  });
  const weights = [0, 3, 8].map((digit, i) => weightImage(28 + i * 172, 224, 120, digit));
  return [
    text(28, 28, 'Misclassified', { weight: 600, anchor: 'start' }),
    ...images,
    text(28, 208, 'Weights', { weight: 600, anchor: 'start' }),
    ...weights,
  ].join('\n');
}

/** A drawing, the same in pixels, and a bar for each digit. */
function draw() {
  const stroke =
    'M64 110C84 70 150 66 152 110C153 142 122 152 100 154C132 154 164 168 160 206C156 250 84 256 60 216';
  const three = testRows.find((_, i) => test.y[i] === 3 && predicted[i] === 3 && probabilities[i][3] > 0.9);
  const shares = probabilities[testRows.indexOf(three)];
  const parts = [
    `<rect x="24" y="48" width="168" height="224" rx="6" stroke="${FRAME}" stroke-width="1.5"/>`,
    `<path d="${stroke}" stroke="${INK}" stroke-width="15" stroke-linecap="round" stroke-linejoin="round"/>`,
    text(108, 296, 'you draw', { fill: MUTED }),
    `<path d="M206 160h22m-7 -6 7 6 -7 6" stroke="${MUTED}" stroke-width="1.5"/>`,
    card(242, 112, 96, three),
    text(290, 232, 'it sees', { fill: MUTED }),
    `<path d="M352 160h22m-7 -6 7 6 -7 6" stroke="${MUTED}" stroke-width="1.5"/>`,
  ];
  shares.forEach((share, digit) => {
    const y = 40 + digit * 25;
    const best = digit === 3;
    parts.push(
      text(396, y + 15, digit, { fill: best ? INK : MUTED, weight: best ? 600 : 400 }),
      `<rect x="410" y="${y + 2}" width="92" height="16" rx="3" fill="${INK}" fill-opacity=".08"/>`,
      `<rect x="410" y="${y + 2}" width="${round(Math.max(2, 92 * share))}" height="16" rx="3" fill="${best ? GREEN : BLUE}"/>`,
    );
  });
  return `<g transform="translate(0 34)">\n${parts.join('\n')}\n</g>`;
}

function largestMistake() {
  let [actual, guess] = [0, 1];
  for (let i = 0; i < 10; i++)
    for (let j = 0; j < 10; j++)
      if (i !== j && confusion[i][j] > confusion[actual][guess]) [actual, guess] = [i, j];
  return [actual, guess];
}

/** An image in a frame, with its label below. */
function card(x, y, size, row, { label, selected = false } = {}) {
  const frame = selected
    ? `<rect x="${x - 4}" y="${y - 4}" width="${size + 8}" height="${size + 28}" rx="5" stroke="${FOCUS}" stroke-width="2"/>`
    : '';
  const image = `<rect x="${x}" y="${y}" width="${size}" height="${size}" rx="3" fill="${INK}" fill-opacity=".05"/>${ink(x, y, size, data.getRow(row), 16, INK)}`;
  const below =
    label === undefined ? '' : text(x + size / 2, y + size + 17, label, { fill: selected ? INK : MUTED });
  return [frame, image, below].filter(Boolean).join('\n');
}

/** Pixels as squares, one path for each of four shades. */
function ink(x, y, size, pixels, maximum, fill) {
  const shades = 4;
  const paths = Array.from({ length: shades }, () => '');
  pixels.forEach((value, i) => {
    const shade = Math.min(shades, Math.round((value / maximum) * shades));
    if (shade > 0) paths[shade - 1] += `M${i % 8} ${Math.floor(i / 8)}h1v1h-1z`;
  });
  const drawn = paths.map((d, i) => (d === '' ? '' : `<path d="${d}" fill-opacity="${(i + 1) / shades}"/>`));
  return `<g transform="translate(${x} ${y}) scale(${size / 8})" fill="${fill}" shape-rendering="crispEdges">${drawn.join('')}</g>`;
}

/** The weights of a class: what speaks for it and what against it. */
function weightImage(x, y, size, digit) {
  const weights = model.coef.getRow(digit);
  const most = largest(model.coef.to1DArray().map(Math.abs));
  const part = (sign, fill) =>
    ink(
      x,
      y,
      size,
      weights.map((w) => Math.max(0, sign * w)),
      most * 0.7,
      fill,
    );
  const frame = `<rect x="${x}" y="${y}" width="${size}" height="${size}" rx="3" fill="${INK}" fill-opacity=".05"/>`;
  return [frame, part(1, BLUE), part(-1, RED), text(x + size / 2, y + size + 20, digit)].join('\n');
}

function text(x, y, content, { fill = INK, size = 13, weight = 400, anchor = 'middle' } = {}) {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-size="${size}" font-weight="${weight}" fill="${fill}">${content}</text>`;
}

function round(value) {
  return Math.round(value * 10) / 10;
}
