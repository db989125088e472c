/**
 * Whether a canvas shows anything that is not dark.
 *
 * @param {import('playwright-core').Locator} canvas
 * @returns {Promise<boolean>}
 */
export function isBright(canvas) {
  return canvas.evaluate((element) => {
    const { data } = element.getContext('2d').getImageData(0, 0, element.width, element.height);
    return data.some((value, i) => i % 4 === 0 && value > 150);
  });
}
