import type { FrameBox } from '../layout/frame-box.ts';
import { touches, type Rect } from '../layout/rect.ts';
import type { Box, Spot } from '../layout/spot.ts';
import { fitting } from './fitting.ts';
import { dotRoom } from './paint-problems.ts';
import type { FarScene } from './far-scene.ts';
import type { WireShape } from './wire-shape.ts';

/** All of the middle distance but notes, which are few: the very looks the style sheets give to frames and blocks. */
export function paintBlockView(
  pen: CanvasRenderingContext2D,
  scene: FarScene,
  spots: readonly Spot[],
  area: Rect,
): void {
  for (const kind of ['conversation', 'scene', 'turn'] as const) paintFrames(pen, scene, spots, kind);
  const { wires, colourOf, without = nothingCarried } = scene;
  const stays = ({ rect, nodes }: WireShape): boolean => touches(rect, area) && !nodes.some((id) => without.has(id));
  paintCourse(pen, [...wires.values()].filter(stays), colourOf);
  for (const { id, box, rect } of spots)
    paintBlock(pen, scene, box, rect, scene.problems?.own.has(id) === true ? dotRoom : 0);
}

const nothingCarried: ReadonlySet<string> = new Set();

const frames = {
  conversation: { fill: 'var(--surface)', line: 'var(--line-strong)', corner: 18 },
  scene: { fill: 'light-dark(oklch(0.955 0.009 262), oklch(0.192 0.011 265))', line: '', corner: 13 },
  turn: { fill: 'light-dark(oklch(0.99 0.002 262), oklch(0.225 0.008 265))', line: 'var(--line)', corner: 10 },
} as const;

const titles = {
  conversation: { size: 30, weight: 640, left: 45, middle: 29, colour: 'var(--text)' },
  scene: { size: 24, weight: 620, left: 17, middle: 22, colour: 'var(--text-soft)' },
  turn: { size: 20, weight: 530, left: 17, middle: 17.5, colour: 'var(--text-faint)' },
} as const;

function paintFrames(
  pen: CanvasRenderingContext2D,
  { colourOf, font }: FarScene,
  spots: readonly Spot[],
  kind: FrameBox['kind'],
): void {
  const [{ fill, line, corner }, title] = [frames[kind], titles[kind]];
  const shown = spots.filter(({ box }) => box.kind === kind);
  pen.beginPath();
  for (const { rect } of shown)
    pen.roundRect(rect.x + half, rect.y + half, rect.width - 2 * half, rect.height - 2 * half, corner);
  pen.fillStyle = colourOf(fill);
  pen.fill();
  if (line !== '') {
    pen.strokeStyle = colourOf(line);
    pen.lineWidth = 1;
    pen.stroke();
  }
  pen.font = `${title.weight} ${title.size}px ${font}`;
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  pen.letterSpacing = kind === 'conversation' ? '-0.36px' : '0px';
  for (const { box, rect } of shown) {
    if (box.kind !== kind) continue;
    const [left, middle] = [rect.x + title.left, rect.y + title.middle];
    if (kind === 'conversation') paintTalkIcon(pen, rect, colourOf('var(--text-soft)'));
    const name = fitting(pen, box.record.name, rect.width - title.left - 17, title.size);
    pen.fillStyle = colourOf(title.colour);
    pen.fillText(name, left, middle);
    if (box.hidden === null) continue;
    const [room, count] = [pen.measureText(name).width + 32, box.hidden === 1 ? '1 intent' : `${box.hidden} intents`];
    pen.font = `530 12px ${font}`;
    pen.fillStyle = colourOf('var(--text-faint)');
    pen.fillText(count, left + room, middle);
    pen.font = `${title.weight} ${title.size}px ${font}`;
  }
}

/** Borders lie within their box. */
const half = 0.5;

/** Two bubbles of speech, as beside the name of a conversation everywhere. */
function paintTalkIcon(pen: CanvasRenderingContext2D, { x, y }: Rect, colour: string): void {
  pen.save();
  pen.translate(x + 21, y + 21);
  pen.scale(16 / 24, 16 / 24);
  pen.lineWidth = 1.75;
  pen.lineJoin = 'round';
  pen.strokeStyle = colour;
  pen.beginPath();
  pen.roundRect(2, 2, 14, 10, 2);
  pen.moveTo(2, 12);
  pen.lineTo(2, 15);
  pen.lineTo(6, 12);
  pen.moveTo(20, 9);
  pen.arcTo(22, 9, 22, 11, 2);
  pen.lineTo(22, 22);
  pen.lineTo(18, 19);
  pen.lineTo(10, 19);
  pen.arcTo(8, 19, 8, 17, 2);
  pen.lineTo(8, 16);
  pen.stroke();
  pen.restore();
}

/** The way of the talk: where it goes, and the order of what is said. */
function paintCourse(pen: CanvasRenderingContext2D, wires: Iterable<WireShape>, colourOf: FarScene['colourOf']): void {
  const arrow = colourOf('light-dark(oklch(0.62 0.012 265), oklch(0.56 0.012 265))');
  const order = colourOf('var(--line-strong)');
  pen.lineCap = 'round';
  pen.fillStyle = arrow;
  for (const { kind, line, head } of wires) {
    pen.strokeStyle = kind === 'transition' ? arrow : order;
    pen.lineWidth = kind === 'transition' ? 4 : 1.5;
    pen.stroke(line);
    if (kind === 'transition') pen.fill(head);
  }
  pen.lineCap = 'butt';
}

type Block = { readonly name: string; readonly fill: string; readonly line: string; readonly corners: number[] };

/** One block at a place: one colour, one name, and room at its end for what stands there. */
function paintBlock(
  pen: CanvasRenderingContext2D,
  { colourOf, font }: Pick<FarScene, 'colourOf' | 'font'>,
  box: Box,
  { x, y, width, height }: Rect,
  room: number,
): void {
  const block = blockOf(box);
  if (block === null) return;
  pen.beginPath();
  pen.roundRect(x + half, y + half, width - 2 * half, height - 2 * half, block.corners);
  pen.fillStyle = colourOf(block.fill);
  pen.fill();
  pen.strokeStyle = colourOf(block.line);
  pen.lineWidth = 1;
  if (isDashed(box)) pen.setLineDash([3, 3]);
  pen.stroke();
  pen.setLineDash([]);
  pen.font = `560 25px ${font}`;
  pen.letterSpacing = '-0.25px';
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  pen.fillStyle = colourOf('var(--text)');
  if (isOff(box)) pen.globalAlpha = 0.5;
  pen.fillText(fitting(pen, block.name, width - 34 - room, 25), x + 17, y + height / 2 + 1);
  pen.globalAlpha = 1;
  pen.letterSpacing = '0px';
}

/** Switched off: it is passed over in a talk. */
const isOff = (box: Box): boolean => box.kind === 'action' && box.action?.enabled === false;

const isDashed = (box: Box): boolean =>
  (box.kind === 'context' && box.isAutomatic) || (box.kind === 'action' && box.action === null);

function blockOf(box: Box): Block | null {
  switch (box.kind) {
    case 'intent': {
      const isUser = box.intent.speaker === 'USER';
      const hue = isUser ? 'user' : 'app';
      const fill = `color-mix(in oklab, var(--${hue}-text) 26%, var(--${hue}-tint))`;
      const corners = isUser ? [20, 9, 9, 20] : [9, 20, 20, 9];
      return { name: box.intent.intentId, fill, line: `var(--${hue}-line)`, corners };
    }
    case 'action': {
      const name = box.action?.name ?? box.use?.action ?? 'missing action';
      const line = box.action === null ? 'var(--problem-line)' : 'var(--action-line)';
      return { name, fill: 'color-mix(in oklab, var(--action) 30%, var(--surface-raised))', line, corners: [11] };
    }
    case 'context': {
      const fill = 'color-mix(in oklab, var(--data) 24%, var(--surface-raised))';
      return { name: box.context, fill, line: 'var(--data-line)', corners: [11] };
    }
    default:
      return null;
  }
}
