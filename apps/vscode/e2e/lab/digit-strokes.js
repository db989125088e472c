// Digits as a hand draws them: strokes of points on a surface whose side is 1.

const arc = (x, y, width, height, from, to, count = 24) =>
  Array.from({ length: count + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / count) * Math.PI) / 180;
    return [x + width * Math.cos(angle), y + height * Math.sin(angle)];
  });

/** The strokes of each digit. Angles go clockwise from the right. */
export const digitStrokes = {
  0: [arc(0.5, 0.5, 0.2, 0.3, -90, 270, 40)],
  1: [
    [
      [0.54, 0.18],
      [0.52, 0.4],
      [0.49, 0.82],
    ],
  ],
  2: [
    [...arc(0.48, 0.34, 0.19, 0.16, 190, 380), [0.6, 0.5], [0.4, 0.7], [0.28, 0.8], [0.5, 0.79], [0.74, 0.8]],
  ],
  3: [[...arc(0.47, 0.34, 0.18, 0.16, 200, 440), ...arc(0.47, 0.66, 0.2, 0.17, 280, 520)]],
  4: [
    [
      [0.34, 0.2],
      [0.31, 0.4],
      [0.33, 0.52],
      [0.5, 0.53],
      [0.68, 0.5],
    ],
    [
      [0.67, 0.2],
      [0.64, 0.5],
      [0.61, 0.84],
    ],
  ],
  5: [
    [[0.4, 0.22], [0.37, 0.46], ...arc(0.46, 0.63, 0.2, 0.18, 230, 520)],
    [
      [0.4, 0.22],
      [0.55, 0.21],
      [0.7, 0.2],
    ],
  ],
  6: [[[0.6, 0.16], [0.46, 0.34], [0.37, 0.56], ...arc(0.5, 0.68, 0.14, 0.14, 190, -170)]],
  7: [
    [
      [0.29, 0.24],
      [0.5, 0.23],
      [0.7, 0.23],
      [0.6, 0.45],
      [0.5, 0.65],
      [0.44, 0.83],
    ],
  ],
  8: [[...arc(0.5, 0.34, 0.14, 0.15, 90, -270), ...arc(0.5, 0.66, 0.17, 0.17, -90, 270)]],
  9: [[...arc(0.49, 0.36, 0.16, 0.15, 0, -350), [0.64, 0.4], [0.61, 0.6], [0.55, 0.84]]],
};

/**
 * Draws a digit on the page by mouse.
 *
 * @param {import('playwright-core').Page | import('playwright-core').Frame} page
 * @param {number | string} digit
 */
export async function drawDigit(page, digit) {
  const surface = page.getByRole('application', { name: 'Drawing surface' });
  const { mouse } = surface.page();
  await surface.scrollIntoViewIfNeeded();
  const box = await surface.boundingBox();
  for (const [first, ...rest] of digitStrokes[digit]) {
    const at = ([x, y]) => [box.x + x * box.width, box.y + y * box.height];
    await mouse.move(...at(first));
    await mouse.down();
    for (const point of rest) await mouse.move(...at(point), { steps: 2 });
    await mouse.up();
  }
}
