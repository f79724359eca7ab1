import type { Point } from '../../../shared/commands/command.ts';
import { spotsIn } from '../find-at.ts';
import { grow, touches, type Rect } from '../layout/rect.ts';
import type { Box, Spot } from '../layout/spot.ts';
import type { NoteRecord } from '../../../shared/model/design-records.ts';
import { noteHue, paintAreas, paintNoteWords } from './paint-notes.ts';
import type { FrameBox } from '../layout/frame-box.ts';
import { fitting } from './fitting.ts';
import type { FarScene, FarView } from './far-scene.ts';
import { paintProblems } from './paint-problems.ts';
import { paintBlockView } from './paint-block-view.ts';

/** How far lines and signs reach out of what they belong to, in pixels of the window. */
const brim = 24;

/** Begins anew, in the measures of the canvas; gives the part of it that is to be painted. */
export function startPainting(pen: CanvasRenderingContext2D, view: FarView, pixels: number): Rect {
  const { x, y, zoom, width, height, only = { x: 0, y: 0, width, height } } = view;
  pen.setTransform(pixels, 0, 0, pixels, 0, 0);
  pen.clearRect(only.x, only.y, only.width + 1, only.height + 1);
  pen.setTransform(zoom * pixels, 0, 0, zoom * pixels, x * pixels, y * pixels);
  const part = { x: (only.x - x) / zoom, y: (only.y - y) / zoom };
  return grow({ ...part, width: only.width / zoom, height: only.height / zoom }, brim / zoom);
}

/** Paints all there is to see from far away, in the order in which it lies: frames, wires, what is said, titles. */
export function paintFar(pen: CanvasRenderingContext2D, scene: FarScene, view: FarView, pixels: number): void {
  const area = startPainting(pen, view, pixels);
  const { spots, without = nothingCarried } = scene;
  const inView = spotsIn(spots, area).filter(({ id }) => !without.has(id));
  paintSpots(pen, scene, inView, area, view.zoom);
}

const nothingCarried: ReadonlySet<string> = new Set();

/** The same for some of it, wherever that is. */
export function paintSpots(
  pen: CanvasRenderingContext2D,
  scene: FarScene,
  inView: readonly Spot[],
  area: Rect,
  zoom: number,
): void {
  if (scene.detail === 'block') {
    paintBlockView(pen, scene, inView, area);
    return paintProblems(pen, scene, inView, zoom);
  }
  paintAreas(pen, scene, inView);
  for (const kind of ['conversation', 'scene', 'turn'] as const) paintFrames(pen, scene, inView, kind, zoom);
  paintWires(pen, scene, area);
  paintBlocks(pen, scene, inView);
  if (scene.hasTitles !== false) paintTitles(pen, scene, inView, zoom);
  if (scene.hasTitles !== false) paintNoteWords(pen, scene, inView, zoom);
  paintProblems(pen, scene, inView, zoom);
}

const frameFills = {
  conversation: 'var(--surface)',
  scene: 'light-dark(oklch(0.955 0.009 262), oklch(0.192 0.011 265))',
  turn: '',
} as const;
const corners = { conversation: 18, scene: 13, turn: 10 } as const;

function paintFrames(
  pen: CanvasRenderingContext2D,
  { detail, colourOf }: FarScene,
  spots: readonly Spot[],
  kind: FrameBox['kind'],
  zoom: number,
): void {
  if (detail === 'map' && kind !== 'conversation') return;
  pen.beginPath();
  for (const { box, rect } of spots)
    if (box.kind === kind) pen.roundRect(rect.x, rect.y, rect.width, rect.height, corners[kind]);
  if (frameFills[kind] !== '') {
    pen.fillStyle = colourOf(frameFills[kind]);
    pen.fill();
  }
  if (kind === 'scene') return;
  pen.strokeStyle = colourOf('var(--line-strong)');
  pen.lineWidth = Math.max(1, 0.75 / zoom);
  pen.stroke();
}

export const blockColours = {
  user: 'var(--user)',
  app: 'var(--app)',
  action: 'var(--action)',
  data: 'var(--data)',
  note: 'var(--line-strong)',
} as const;

function hueOf(box: Box): keyof typeof blockColours | null {
  if (box.kind === 'intent') return box.intent.speaker === 'USER' ? 'user' : 'app';
  if (box.kind === 'note') return isPaper(box.record) ? 'note' : null;
  if (box.kind === 'action') return box.kind;
  return box.kind === 'context' ? 'data' : null;
}

const isPaper = (note: NoteRecord): boolean => note.form === undefined || note.form === 'picture';

function paintBlocks(pen: CanvasRenderingContext2D, { colourOf }: FarScene, spots: readonly Spot[]): void {
  pen.globalAlpha = 0.4;
  for (const { box, rect } of spots) {
    const hue = hueOf(box);
    if (hue === null) continue;
    pen.fillStyle = colourOf(box.kind === 'note' ? noteHue(box.record.colour) : blockColours[hue]);
    pen.fillRect(rect.x, rect.y, rect.width, rect.height);
  }
  pen.globalAlpha = 1;
}

function paintWires(pen: CanvasRenderingContext2D, scene: FarScene, area: Rect): void {
  const { wires, colourOf, detail, without = nothingCarried } = scene;
  const calm = colourOf('light-dark(oklch(0.62 0.012 265), oklch(0.56 0.012 265))');
  pen.lineWidth = detail === 'map' ? 10 : 6;
  pen.strokeStyle = calm;
  pen.fillStyle = calm;
  for (const wire of wires.values()) {
    if (!touches(wire.rect, area) || wire.nodes.some((id) => without.has(id))) continue;
    pen.stroke(wire.line);
    pen.fill(wire.head);
  }
}

/** The least size of a letter on the screen, where there is room for it. */
const readable = 11;

const titleSizes = { conversation: 46, scene: 34, turn: 38 } as const;

function paintTitles(pen: CanvasRenderingContext2D, scene: FarScene, spots: readonly Spot[], zoom: number): void {
  const { detail, colourOf, font } = scene;
  if (detail === 'map') return paintMapTitles(pen, scene, spots, zoom);
  pen.textBaseline = 'middle';
  for (const { box, rect } of spots) {
    if (box.kind !== 'conversation' && box.kind !== 'scene' && box.kind !== 'turn') continue;
    const size = titleSizes[box.kind];
    pen.font = `${box.kind === 'turn' ? 530 : 620} ${size}px ${font}`;
    const isMiddle = box.kind === 'turn';
    const padding = isMiddle ? 24 : 20;
    const text = fitting(pen, box.record.name, rect.width - 2 * padding, size);
    const [x, y] = isMiddle
      ? [rect.x + rect.width / 2, rect.y + rect.height / 2]
      : [rect.x + padding, rect.y + (box.kind === 'conversation' ? 28 : 21)];
    if (isMiddle) paintPill(pen, text, { x, y }, size, colourOf(pill));
    pen.fillStyle = colourOf(box.kind === 'scene' ? 'var(--text-soft)' : 'var(--text)');
    pen.textAlign = isMiddle ? 'center' : 'left';
    pen.fillText(text, x, y);
  }
}

const pill = 'color-mix(in oklab, var(--surface) 86%, transparent)';

/** Names of conversations as large as they need to be read, and as much of them, where there are few of them. */
const mapTitle = { least: 84, letters: 16 } as const;

/**
 * From furthest away the names of conversations are all there is to read. They are never smaller than can be read, so
 * where there is no room for all of them the larger conversations have theirs, and the others are named nearer.
 */
function paintMapTitles(
  pen: CanvasRenderingContext2D,
  { colourOf, font }: FarScene,
  spots: readonly Spot[],
  zoom: number,
): void {
  const size = Math.max(mapTitle.least, readable / zoom);
  pen.font = `620 ${size}px ${font}`;
  pen.textBaseline = 'middle';
  pen.textAlign = 'center';
  const conversations = spots.filter(({ box }) => box.kind === 'conversation');
  conversations.sort((one, other) => other.rect.width * other.rect.height - one.rect.width * one.rect.height);
  const taken: Rect[] = [];
  for (const { box, rect } of conversations) {
    if (box.kind !== 'conversation') continue;
    const text = fitting(pen, box.record.name, Math.max(rect.width - 48, mapTitle.letters * size * 0.5), size);
    const middle = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    const width = pen.measureText(text).width + size * 0.8;
    const room = { x: middle.x - width / 2, y: middle.y - size * 0.7, width, height: size * 1.4 };
    if (taken.some((other) => touches(other, room))) continue;
    taken.push(room);
    paintPill(pen, text, middle, size, colourOf(pill));
    pen.fillStyle = colourOf('var(--text)');
    pen.fillText(text, middle.x, middle.y);
  }
}

/** What is said shows through around a title, but not behind it. */
function paintPill(pen: CanvasRenderingContext2D, text: string, { x, y }: Point, size: number, colour: string): void {
  const width = pen.measureText(text).width + size * 0.8;
  pen.fillStyle = colour;
  pen.beginPath();
  pen.roundRect(x - width / 2, y - size * 0.7, width, size * 1.4, size * 0.3);
  pen.fill();
}
