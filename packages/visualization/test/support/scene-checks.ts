import { measureText } from '../../src/text/measure-text.js';
import type { Mark, Scene } from '../../src/index.js';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The marks of a scene that leave its edges, in words: empty when nothing is clipped. */
export function clippedMarks(scene: Scene): string[] {
  return scene.marks.flatMap((mark) => {
    const { left, top, right, bottom } = box(mark);
    const isInside = left >= 0 && top >= 0 && right <= scene.width && bottom <= scene.height;
    return isInside ? [] : [`${mark.kind} ${JSON.stringify(mark).slice(0, 120)}`];
  });
}

/** The smallest upright box around a mark. */
export function box(mark: Mark): Box {
  switch (mark.kind) {
    case 'rect':
    case 'gradient':
    case 'image':
      return { left: mark.x, top: mark.y, right: mark.x + mark.width, bottom: mark.y + mark.height };
    case 'circle':
      return around([
        [mark.x - mark.radius, mark.y - mark.radius],
        [mark.x + mark.radius, mark.y + mark.radius],
      ]);
    case 'line':
      return around(mark.points);
    case 'group':
      return around(
        mark.marks
          .map(box)
          .flatMap(({ left, top, right, bottom }) => [
            [left + mark.x, top + mark.y] as const,
            [right + mark.x, bottom + mark.y] as const,
          ]),
      );
    case 'text': {
      const width = measureText(mark.text, mark.size, mark.weight);
      const start = { start: 0, middle: -width / 2, end: -width }[mark.anchor ?? 'start'];
      const angle = ((mark.rotate ?? 0) * Math.PI) / 180;
      const corners = [
        [start, -0.74 * mark.size],
        [start + width, -0.74 * mark.size],
        [start, 0.22 * mark.size],
        [start + width, 0.22 * mark.size],
      ];
      return around(
        corners.map(([x, y]) => [
          mark.x + x * Math.cos(angle) - y * Math.sin(angle),
          mark.y + x * Math.sin(angle) + y * Math.cos(angle),
        ]),
      );
    }
  }
}

function around(points: readonly (readonly number[])[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
