import { checkNames, checkNumber } from '@tenfold/core';

import { checkScene } from '../../check-scene.js';
import type { GradientMark, ImageMark, LineMark, Mark, RectMark, Scene, TextMark } from '../../scene.js';
import { attributes, escapeText, number } from './markup.js';
import { pixelPaths } from './pixel-paths.js';

/** The fonts of an SVG: Inter where it is installed, otherwise what the system reads best. */
const FONT_FAMILY = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** The options of `toSvg`. */
export interface SvgOptions {
  /** How many times larger than the scene the picture is drawn, 0.1 to 20; SVG stays sharp at any size. Default 1. */
  scale?: number;
}

/**
 * A scene as an SVG document: text stays text, pixels are drawn as paths and so stay sharp in every viewer, and
 * title and description are there for screen readers. It refers to nothing outside itself.
 *
 * @throws ParameterError when it is no scene, an option is unknown or the scale is outside its range
 */
export function toSvg(scene: Scene, options: SvgOptions = {}): string {
  checkScene('toSvg', scene);
  checkNames('toSvg', options, ['scale']);
  const scale = checkNumber('toSvg', 'scale', options.scale ?? 1, { min: 0.1, max: 20 });
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width: scene.width * scale,
    height: scene.height * scale,
    viewBox: `0 0 ${number(scene.width)} ${number(scene.height)}`,
    role: 'img',
    'font-family': FONT_FAMILY,
  });
  return [
    `<svg${root}>`,
    `<title>${escapeText(scene.title)}</title>`,
    `<desc>${escapeText(scene.desc)}</desc>`,
    `<rect${attributes({ width: scene.width, height: scene.height, fill: scene.background })}/>`,
    ...scene.marks.map(markup),
    '</svg>\n',
  ].join('\n');
}

function markup(mark: Mark): string {
  switch (mark.kind) {
    case 'rect':
      return rect(mark);
    case 'gradient':
      return gradient(mark);
    case 'text':
      return text(mark);
    case 'line':
      return line(mark);
    case 'circle':
      return `<circle${attributes({ cx: mark.x, cy: mark.y, r: mark.radius, fill: mark.fill })}/>`;
    case 'image':
      return image(mark);
    case 'group':
      return `<g${attributes({ transform: `translate(${number(mark.x)} ${number(mark.y)})` })}>${mark.marks.map(markup).join('')}</g>`;
  }
}

function rect({ x, y, width, height, fill, stroke, strokeWidth, radius, label }: RectMark): string {
  const own = attributes({
    x,
    y,
    width,
    height,
    rx: radius,
    fill: fill ?? 'none',
    stroke,
    'stroke-width': strokeWidth,
  });
  return label === undefined ? `<rect${own}/>` : `<rect${own}><title>${escapeText(label)}</title></rect>`;
}

/** The id is made of the colours, so that pictures set into one page share it only where it means the same. */
function gradient({ x, y, width, height, colors }: GradientMark): string {
  const id = `gradient-${colors.map((color) => color.slice(1)).join('-')}`;
  const stops = colors.map((color, index) => {
    return `<stop${attributes({ offset: index / (colors.length - 1), 'stop-color': color })}/>`;
  });
  return (
    `<linearGradient${attributes({ id, x1: 0, y1: 1, x2: 0, y2: 0 })}>${stops.join('')}</linearGradient>` +
    `<rect${attributes({ x, y, width, height, fill: `url(#${id})` })}/>`
  );
}

function text({ x, y, text: content, size, fill, weight, anchor, rotate }: TextMark): string {
  const own = attributes({
    x,
    y,
    'font-size': size,
    'font-weight': weight === 400 ? undefined : weight,
    fill,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    transform: rotate === undefined ? undefined : `rotate(${number(rotate)} ${number(x)} ${number(y)})`,
  });
  return `<text${own}>${escapeText(content)}</text>`;
}

function line({ points, stroke, width, dash }: LineMark): string {
  const own = attributes({
    points: points.map(([x, y]) => `${number(x)},${number(y)}`).join(' '),
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-dasharray': dash?.map(number).join(' '),
    'stroke-linejoin': 'round',
  });
  return `<polyline${own}/>`;
}

function image({ x, y, width, height, image: pixels, label }: ImageMark): string {
  const scale = `scale(${number(width / pixels.columns)} ${number(height / pixels.rows)})`;
  const group = attributes({
    transform: `translate(${number(x)} ${number(y)}) ${scale}`,
    'shape-rendering': 'crispEdges',
  });
  const title = label === undefined ? '' : `<title>${escapeText(label)}</title>`;
  return `<g${group}>${title}${pixelPaths(pixels)}</g>`;
}
