import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { t } from '../shared/text.js';
import {
  CELLS,
  type Drawing,
  type DrawStep,
  isCellFilled,
  moveCell,
  pressureFactor,
  type StrokePoint,
  strokePoint,
} from './drawing.js';
import { INK_SIZE, InkCanvas } from './ink-canvas.js';

/** What the surface needs. */
export interface SurfaceProps {
  readonly drawing: Drawing;
  readonly erases: boolean;
  /** The pen's width in parts of the surface's side. */
  readonly width: number;
  /** The colour of the ink. */
  readonly color: string;
  readonly onStep: (step: DrawStep) => void;
  /** Called with the ink whenever it has changed, at most once a frame. */
  readonly onInk: (ink: Uint8Array) => void;
  /** Says something to those who do not see the surface. */
  readonly say: (text: string) => void;
}

type Stroke = Extract<DrawStep, { kind: 'stroke' }> & { points: StrokePoint[] };

/** Where one draws: by pen, finger and mouse, or cell by cell with the keys. */
export function Surface(props: SurfaceProps) {
  const { drawing, erases, width, color, onStep, onInk, say } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const paper = useRef<InkCanvas | undefined>(undefined);
  const stroke = useRef<Stroke | undefined>(undefined);
  const painted = useRef<Drawing>([]);
  const pointer = useRef(0);
  const frame = useRef(0);
  const [cell, setCell] = useState<{ column: number; row: number }>();

  const tellInk = (): void => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      if (paper.current !== undefined) onInk(paper.current.ink());
    });
  };

  useLayoutEffect(() => {
    if (canvas.current === null) return;
    paper.current ??= new InkCanvas(canvas.current);
    paper.current.color = color;
    const isNext = drawing.length === painted.current.length + 1 && drawing.at(-2) === painted.current.at(-1);
    painted.current = drawing;
    const last = drawing.at(-1);
    // A stroke has been painted while it was drawn.
    if (isNext && last?.kind === 'stroke') return;
    paper.current.repaint(drawing);
    tellInk();
  }, [drawing, color]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const extend = (event: PointerEvent, parts: readonly PointerEvent[]): void => {
    const current = stroke.current;
    if (current === undefined) return;
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const from = current.points.length;
    for (const part of parts) current.points.push(pointIn(box, part));
    paper.current?.paint(current, from);
    tellInk();
  };
  const begin = (event: PointerEvent): void => {
    const isEraser = event.button === ERASER_BUTTON;
    if ((event.button !== 0 && !isEraser) || stroke.current !== undefined) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    setCell(undefined);
    pointer.current = event.pointerId;
    const isErasing = erases || isEraser;
    stroke.current = {
      kind: 'stroke',
      erases: isErasing,
      width: isErasing ? 1.5 * width : width,
      points: [],
    };
    extend(event, [event]);
  };
  const go = (event: PointerEvent): void => {
    if (event.pointerId !== pointer.current) return;
    extend(event, coalesced(event));
  };
  const end = (event: PointerEvent): void => {
    const done = stroke.current;
    if (done === undefined || event.pointerId !== pointer.current) return;
    stroke.current = undefined;
    onStep(done);
  };

  const paintCell = ({ column, row }: { column: number; row: number }, emptied: boolean): void => {
    onStep({ kind: 'cell', erases: emptied, column, row });
    say(emptied ? t('Emptied') : t('Filled'));
  };
  const press = (event: KeyboardEvent): void => {
    const here = cell ?? { column: CELLS / 2, row: CELLS / 2 };
    if (event.key === ' ') {
      event.preventDefault();
      const isFilled =
        paper.current !== undefined && isCellFilled(paper.current.ink(), INK_SIZE, here.column, here.row);
      setCell(here);
      paintCell(here, isFilled);
      return;
    }
    const next = moveCell(here, event.key);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setCell(next);
    if (event.shiftKey) paintCell(next, erases);
    else say(t('Row {0}, column {1}', next.row + 1, next.column + 1));
  };

  return (
    <div
      class={erases ? 'surface erasing' : 'surface'}
      role="application"
      tabIndex={0}
      aria-label={t('Drawing surface')}
      aria-describedby="draw-keys"
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={press}
    >
      <canvas ref={canvas} width={INK_SIZE} height={INK_SIZE} />
      <div
        class="surface-cell"
        hidden={cell === undefined}
        style={
          cell && {
            left: `${(100 * cell.column) / CELLS}%`,
            top: `${(100 * cell.row) / CELLS}%`,
            width: `${100 / CELLS}%`,
            height: `${100 / CELLS}%`,
          }
        }
      />
    </div>
  );
}

/** The button that a pen's other end is. */
const ERASER_BUTTON = 5;

/** All moves since the last event. Pages of an insecure address are only given the last one. */
function coalesced(event: PointerEvent): readonly PointerEvent[] {
  const parts = typeof event.getCoalescedEvents === 'function' ? event.getCoalescedEvents() : [];
  return parts.length > 0 ? parts : [event];
}

function pointIn(box: DOMRect, { clientX, clientY, pointerType, pressure }: PointerEvent): StrokePoint {
  const x = (clientX - box.left) / box.width;
  const y = (clientY - box.top) / box.height;
  return strokePoint(x, y, pressureFactor(pointerType, pressure));
}
