import { isFrame } from '../layout/frame-box.ts';
import type { Rect } from '../layout/rect.ts';
import type { Spot } from '../layout/spot.ts';
import type { FarScene } from './far-scene.ts';
import type { ProblemMark } from './problem-marks.ts';

/** The least size of a dot on the screen. */
const seen = 9;
/** On blocks that have no names a dot says that something is wrong, and nearer how much. */
const sizes = { block: 26, frame: 44, map: 84 } as const;

/** How many problems there are, in the corner of what has them; from furthest away, of all that is in a conversation. */
export function paintProblems(pen: CanvasRenderingContext2D, scene: FarScene, spots: readonly Spot[], zoom: number) {
  const { problems, detail } = scene;
  if (problems === undefined || problems.own.size === 0) return;
  const level = detail === 'full' ? 'block' : detail;
  const size = level === 'block' ? sizes.block : Math.max(sizes[level], seen / zoom);
  for (const { id, box, rect, parent } of spots) {
    if (level === 'map' && parent !== null) continue;
    const mark = level === 'map' && isFrame(box) ? problems.within.get(id) : problems.own.get(id);
    if (mark === undefined) continue;
    const isNameless = level === 'frame' && !isFrame(box);
    paintDot(pen, scene, { mark, rect, size, isNameless, isBeside: level === 'block' && !isFrame(box) });
  }
}

type Dot = {
  readonly mark: ProblemMark;
  readonly rect: Rect;
  readonly size: number;
  readonly isNameless: boolean;
  /** It stands at the end of the name, not in the corner. */
  readonly isBeside: boolean;
};

/** Room at the end of a name for the dot beside it. */
export const dotRoom = sizes.block + 8;

function paintDot(pen: CanvasRenderingContext2D, { colourOf, font }: FarScene, dot: Dot) {
  const { mark, rect, size, isNameless, isBeside } = dot;
  const text = isNameless ? '' : String(mark.count);
  pen.font = `700 ${size * 0.62}px ${font}`;
  const width = Math.max(size, pen.measureText(text).width + size * 0.55);
  const inset = isBeside ? 16 : Math.min(size * 0.3, rect.height * 0.12);
  const x = rect.x + rect.width - width - inset;
  const y = isBeside ? rect.y + (rect.height - size) / 2 : rect.y + inset;
  pen.beginPath();
  pen.roundRect(x, y, width, size, size / 2);
  pen.fillStyle = colourOf(mark.isError ? 'var(--mantine-color-red-filled)' : 'var(--problem-tint)');
  pen.fill();
  if (!mark.isError) {
    pen.strokeStyle = colourOf('var(--problem)');
    pen.lineWidth = size * 0.09;
    pen.stroke();
  }
  pen.fillStyle = colourOf(mark.isError ? 'oklch(1 0 0)' : 'var(--problem-text)');
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, x + width / 2, y + size / 2 + size * 0.03);
  pen.textAlign = 'left';
}
