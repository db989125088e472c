/**
 * Writes src/fonts/*.ts from the font Inter: each face as base64, and a table of the advance widths of printable
 * ASCII, in thousandths of the font's size. Run it after an update of @fontsource/inter.
 */
import initCanvasKit from 'canvaskit-wasm';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const require = createRequire(import.meta.url);
const inter = dirname(require.resolve('@fontsource/inter/package.json'));
const face = (subset, weight) => readFileSync(join(inter, `files/inter-${subset}-${weight}-normal.woff2`));
const header =
  '// Written by scripts/build-fonts.mjs; Inter, SIL Open Font License 1.1 (licences/inter.txt).\n';

const subsets = ['latin', 'latin-ext', 'greek', 'cyrillic'];
const weights = { 400: 'interRegular', 600: 'interSemiBold' };
for (const [weight, name] of Object.entries(weights)) {
  const faces = subsets.map((subset) => `  '${face(subset, weight).toString('base64')}',\n`).join('');
  const comment = `/** Inter ${weight} as base64 of WOFF2: ${subsets.join(', ')}. */\n`;
  writeFileSync(
    join(root, `src/fonts/inter-${weight}.ts`),
    `${header}${comment}export const ${name}: readonly string[] = [\n${faces}];\n`,
  );
}

const canvasKit = await initCanvasKit();
const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const tables = Object.keys(weights).map((weight) => {
  const bytes = face('latin', weight);
  const typeface = canvasKit.Typeface.MakeTypefaceFromData(new Uint8Array(bytes).buffer);
  const font = new canvasKit.Font(typeface, 1000);
  const widths = Array.from(font.getGlyphWidths(font.getGlyphIDs(ascii)), Math.round);
  return `  ${weight}: [${widths.join(', ')}],\n`;
});
writeFileSync(
  join(root, 'src/fonts/advances.ts'),
  `${header}/** Advance widths of U+0020 to U+007E by weight, in thousandths of the font's size. */\n` +
    `export const advances: Readonly<Record<400 | 600, readonly number[]>> = {\n${tables.join('')}};\n`,
);
copyFileSync(join(inter, 'LICENSE'), join(root, 'licences/inter.txt'));
