import './image-grid.css';

import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';

import { cssColor, mix, READABLE, visibleOn } from './color/color.js';
import type { ThemeColors } from './color/theme-colors.js';
import { useThemeColors } from './color/use-theme-colors.js';
import type { Images } from './image-grid-images.js';
import {
  type GridLayout,
  gridLayout,
  type GridHit,
  imageAt,
  imagesAbove,
  moveImage,
  positionBelow,
  visibleImages,
  zoomTile,
} from './image-grid-layout.js';
import { type Caption, type GridColors, GridPainter } from './image-grid-paint.js';
import { type Selection, type SelectionKeys, selectAt } from './image-grid-selection.js';
import { Problem } from './problem.js';
import { useWidth } from './use-width.js';
import { useVirtualScroll, type VirtualScroll } from './virtual-use-scroll.js';

/** What a grid shows. */
export interface ImageGridProps {
  readonly images: Images;
  /** The side of an image as it is shown, in CSS pixels. */
  readonly tile: number;
  readonly onTile: (tile: number) => void;
  /** The image that has the focus. */
  readonly active: number;
  readonly onActive: (image: number) => void;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** What is under the pointer. */
  readonly onPoint: (hit: GridHit | undefined) => void;
  /** Called on Enter and on a double click. */
  readonly onOpen?: (image: number) => void;
  readonly caption: (image: number) => Caption;
  /** The texts of an image. */
  readonly describe: (image: number) => string;
  /** What the grid holds. */
  readonly label: string;
  /** Another value has the captions painted anew. */
  readonly version?: unknown;
  /** How many images lie above the visible range at first; without it the focused image is visible. */
  readonly above?: number | undefined;
  /** Called with the number of rows above whenever it is scrolled. */
  readonly onScroll?: (above: number) => void;
}

/** A grid of images, of which only the visible ones are drawn. */
export function ImageGrid(props: ImageGridProps) {
  const { images, tile, active, selection, label } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<GridPainter>(undefined);
  const [hasFocus, setFocus] = useState(false);
  const [, repaint] = useReducer((count: number) => count + 1, 0);
  const theme = useThemeColors();
  const colors = useMemo(() => gridColors(theme), [theme]);
  const width = useWidth(scroller);
  const ratio = window.devicePixelRatio;
  const layout = gridLayout(width, images.count, images.shape, tile, ratio);
  const scroll = useVirtualScroll(scroller, 'down', layout.total);
  const range = visibleImages(layout, images.count, scroll.position, scroll.viewport);

  useEffect(() => images.listen(() => repaint(undefined)), [images]);
  useEffect(() => images.want(range.first, range.end), [images, range.first, range.end]);
  useSight(props, layout, scroll, width);
  usePainting(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || width === 0 || scroll.viewport === 0) return;
    const [w, h] = [Math.round(width * ratio), Math.round(scroll.viewport * ratio)];
    if (context.canvas.width !== w) context.canvas.width = w;
    if (context.canvas.height !== h) context.canvas.height = h;
    painter.current ??= new GridPainter();
    painter.current.paint(context, {
      images,
      layout,
      range,
      position: scroll.position,
      ratio,
      colors,
      caption: props.caption,
      active,
      hasFocus,
      selected: selection.places,
    });
  });
  useZoomByWheel(scroller, tile, props.onTile);

  const page = Math.max(1, Math.floor(scroll.viewport / layout.cellHeight));
  const select = (image: number, keys: SelectionKeys): void => {
    props.onActive(image);
    props.onSelect(selectAt(selection, image, keys));
  };
  const press = (event: KeyboardEvent): void => {
    const control = event.ctrlKey || event.metaKey;
    const next = moveImage(active, event.key, control, layout, page, images.count);
    if (next !== undefined) {
      props.onActive(next);
      if (event.shiftKey) props.onSelect(selectAt(selection, next, { range: true, toggle: false }));
    } else if (event.key === ' ') select(active, { range: event.shiftKey, toggle: true });
    else if (event.key === 'Enter') props.onOpen?.(active);
    else if (event.key === '+' || event.key === '=') props.onTile(zoomTile(tile, 1));
    else if (event.key === '-') props.onTile(zoomTile(tile, -1));
    else return;
    event.preventDefault();
  };
  const hit = (event: MouseEvent): GridHit | undefined => {
    const box = scroller.current?.getBoundingClientRect();
    if (box === undefined) return undefined;
    const [x, y] = [event.clientX - box.left, event.clientY - box.top + scroll.position];
    return imageAt(layout, images.count, images.shape, x, y);
  };
  const row = Math.floor(active / layout.columns);
  return (
    <div class="image-grid-frame">
      {images.failure !== undefined && <Problem message={images.failure} retry={() => images.retry()} />}
      <div
        ref={scroller}
        class="image-grid"
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={layout.rows}
        aria-colcount={layout.columns}
        aria-multiselectable="true"
        aria-activedescendant="image-grid-active"
        onKeyDown={press}
        onFocus={() => setFocus(true)}
        onBlur={() => setFocus(false)}
        onPointerMove={(event) => props.onPoint(hit(event))}
        onPointerLeave={() => props.onPoint(undefined)}
        onClick={(event) => {
          const place = hit(event);
          const toggle = event.ctrlKey || event.metaKey;
          if (place !== undefined) select(place.image, { range: event.shiftKey, toggle });
        }}
        onDblClick={(event) => {
          const place = hit(event);
          if (place !== undefined) props.onOpen?.(place.image);
        }}
      >
        <div class="image-grid-spacer" style={{ height: `${scroll.spacer}px` }} aria-hidden="true">
          <canvas ref={canvas} style={{ height: `${scroll.viewport}px` }} />
        </div>
        <div class="image-grid-said" role="row" aria-rowindex={row + 1}>
          <span
            id="image-grid-active"
            role="gridcell"
            aria-colindex={(active % layout.columns) + 1}
            aria-selected={selection.places.has(active)}
          >
            {props.describe(active)}
          </span>
        </div>
      </div>
    </div>
  );
}

function rowOf({ columns, cellHeight, margin }: GridLayout, image: number): [number, number] {
  const row = Math.floor(image / columns);
  return row === 0 ? [0, cellHeight + margin] : [margin + row * cellHeight - margin / 2, cellHeight];
}

/** Paints before the window shows the next frame, once, however often it was rendered until then. */
function usePainting(paint: () => void): void {
  const latest = useRef({ paint, frame: 0 });
  latest.current.paint = paint;
  useLayoutEffect(() => {
    const { current } = latest;
    current.frame ||= requestAnimationFrame(() => {
      current.frame = 0;
      current.paint();
    });
  });
  useEffect(() => () => cancelAnimationFrame(latest.current.frame), []);
}

/**
 * What is seen stays in sight: the focused image when it was seen before, and otherwise the images at the top, also
 * when the page comes back.
 */
function useSight(props: ImageGridProps, layout: GridLayout, scroll: VirtualScroll, width: number): void {
  const { images, active } = props;
  const [start, length] = rowOf(layout, active);
  const seen = useRef({ above: props.above, active, images, isActiveSeen: props.above === undefined });
  const isLaidOut = scroll.viewport > 0 && width > 0;
  useLayoutEffect(() => {
    if (!isLaidOut) return;
    const { above, isActiveSeen, ...before } = seen.current;
    const isSame = before.images === images && before.active === active;
    if (isSame && !isActiveSeen && above !== undefined) scroll.scrollTo(positionBelow(layout, above));
    else scroll.show(start, length);
    seen.current = { ...seen.current, images, active };
  }, [layout.columns, layout.cellHeight, images, isLaidOut, active]);
  useEffect(() => {
    if (!isLaidOut) return;
    seen.current.above = imagesAbove(layout, scroll.position);
    seen.current.isActiveSeen = start + length > scroll.position && start < scroll.position + scroll.viewport;
    props.onScroll?.(seen.current.above);
  }, [scroll.position]);
}

function useZoomByWheel(
  scroller: { readonly current: HTMLElement | null },
  tile: number,
  onTile: (tile: number) => void,
): void {
  useEffect(() => {
    const { current } = scroller;
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      onTile(zoomTile(tile, event.deltaY < 0 ? 1 : -1));
    };
    current?.addEventListener('wheel', turn, { passive: false });
    return () => current?.removeEventListener('wheel', turn);
  });
}

function gridColors(theme: ThemeColors): GridColors {
  const style = getComputedStyle(document.documentElement);
  const variable = (name: string): string => style.getPropertyValue(`--vscode-${name}`).trim();
  const foreground = cssColor(theme.foreground);
  return {
    text: foreground,
    muted: cssColor(theme.muted),
    wrong: cssColor(visibleOn(theme.background, theme.wrong, READABLE)),
    focus: variable('focusBorder') || foreground,
    selected: cssColor(theme.right),
    empty: cssColor(mix(theme.background, theme.foreground, 0.08)),
    frame: theme.isHighContrast ? cssColor(theme.faint) : undefined,
    font: variable('font-family') || 'sans-serif',
  };
}
