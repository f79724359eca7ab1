import { paintFar } from '../canvas/far/paint-far.ts';
import { wireShapes, type WireShape } from '../canvas/far/wire-shape.ts';
import type { ContextBox } from '../canvas/layout/measure-context.ts';
import type { IntentBox } from '../canvas/layout/measure-intent.ts';
import { metrics } from '../canvas/layout/metrics.ts';
import { grow, type Rect } from '../canvas/layout/rect.ts';
import { isFrame } from '../canvas/layout/frame-box.ts';
import type { Spot } from '../canvas/layout/spot.ts';
import type { PicturedDocument } from './pictured-document.ts';

type Paper = {
  readonly width: number;
  readonly height: number;
  /** Nothing is drawn larger than this. */
  readonly largest: number;
  /** Room around the picture, in canvas pixels. */
  readonly margin: number;
  readonly font: string;
  readonly colourOf: (colour: string) => string;
};

/** From here on words can be read. */
const readable = 0.42;
const nothing: ReadonlySet<string> = new Set();
const noWires: ReadonlyMap<string, WireShape> = new Map();
const nearHead = 11;

/** All of it in the middle of the paper: as the canvas shows it from far away, with words where there is room for them. */
export function paintFlow(pen: CanvasRenderingContext2D, { picture, rect }: PicturedDocument, paper: Paper): void {
  const { width, height, largest, margin, font, colourOf } = paper;
  const pixels = window.devicePixelRatio;
  pen.canvas.width = Math.round(width * pixels);
  pen.canvas.height = Math.round(height * pixels);
  const room = grow(rect, margin);
  const zoom = Math.min(largest, width / room.width, height / room.height);
  const x = (width - room.width * zoom) / 2 - room.x * zoom;
  const y = (height - room.height * zoom) / 2 - room.y * zoom;
  const isRead = zoom >= readable;
  const frames = [...picture.spots].filter(([, { box }]) => isFrame(box));
  const scene = {
    // What can be read is painted anew, so the blocks that stand for it are not.
    spots: isRead ? new Map(frames) : picture.spots,
    wires: isRead ? noWires : wireShapes(picture.wires, picture.spots),
    detail: 'frame',
    selection: nothing,
    selectedWires: [],
    lightOf: () => null,
    colourOf,
    font,
    hasTitles: false,
  } as const;
  paintFar(pen, scene, { x, y, zoom, width, height }, pixels);
  if (!isRead) return;
  pen.strokeStyle = colourOf('var(--text-faint)');
  pen.fillStyle = pen.strokeStyle;
  pen.lineWidth = 2;
  for (const { line, head } of wireShapes(picture.wires, picture.spots, nearHead).values()) {
    pen.stroke(line);
    pen.fill(head);
  }
  for (const spot of picture.spots.values()) {
    if (spot.box.kind === 'intent') paintIntent(pen, spot.box, spot.rect, paper);
    else if (spot.box.kind === 'context') paintContext(pen, spot.box, spot.rect, paper);
    else if (isFrame(spot.box)) paintName(pen, spot, paper);
  }
}

function paintIntent(pen: CanvasRenderingContext2D, box: IntentBox, rect: Rect, { font, colourOf }: Paper): void {
  const { intent } = box;
  const isUser = intent.speaker === 'USER';
  const hue = isUser ? '--user' : '--app';
  const { padding, paddingY, header, headerGap, line, font: size, round, flat } = { ...metrics.intent, ...corners };
  pen.beginPath();
  pen.roundRect(
    rect.x,
    rect.y,
    rect.width,
    rect.height,
    isUser ? [round, flat, flat, round] : [flat, round, round, flat],
  );
  pen.fillStyle = colourOf(`var(${hue}-tint)`);
  pen.fill();
  pen.strokeStyle = colourOf(`var(${hue}-line)`);
  pen.lineWidth = 1.5;
  pen.stroke();
  const [left, top, room] = [rect.x + padding, rect.y + paddingY, rect.width - 2 * padding];
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.font = `11px ${font}`;
  pen.fillStyle = colourOf(`var(${hue}-text)`);
  pen.fillText(fitting(pen, intent.intentId, room), left, top + header / 2);
  pen.font = `530 ${size}px ${font}`;
  pen.fillStyle = colourOf(box.text === '' ? 'var(--text-faint)' : 'var(--text)');
  const lines = wrapped(pen, box.text === '' ? intent.name : box.text, room, box.lines);
  for (const [at, text] of lines.entries()) pen.fillText(text, left, top + header + headerGap + (at + 0.5) * line);
  pen.font = `12px ${font}`;
  pen.textAlign = 'right';
  pen.fillStyle = colourOf('var(--text-soft)');
  for (const { label, pin } of box.rows) pen.fillText(fitting(pen, label, room), left + room, rect.y + pin.y);
}

/** A context with the attributes that are wired to it. */
function paintContext(pen: CanvasRenderingContext2D, box: ContextBox, rect: Rect, { font, colourOf }: Paper): void {
  const { header, row } = metrics.context;
  pen.beginPath();
  pen.roundRect(rect.x, rect.y, rect.width, rect.height, corners.flat);
  pen.fillStyle = colourOf('var(--data-tint)');
  pen.fill();
  pen.strokeStyle = colourOf('var(--data-line)');
  pen.stroke();
  const left = rect.x + metrics.intent.padding;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.font = `600 13px ${font}`;
  pen.fillStyle = colourOf('var(--data-text)');
  pen.fillText(box.context, left, rect.y + header / 2);
  pen.font = `13px ${font}`;
  pen.fillStyle = colourOf('var(--text-soft)');
  for (const [at, { attribute }] of box.rows.entries())
    pen.fillText(
      fitting(pen, attribute, rect.width - 2 * metrics.intent.padding),
      left,
      rect.y + header + (at + 0.5) * row,
    );
}

const corners = { round: 20, flat: 9 } as const;
const nameSizes = { conversation: 17, scene: 13, turn: 12 } as const;

function paintName(pen: CanvasRenderingContext2D, { box, rect }: Spot, { font, colourOf }: Paper): void {
  if (!isFrame(box)) return;
  const { header, padding } = metrics[box.kind];
  pen.font = `${box.kind === 'turn' ? 450 : 620} ${nameSizes[box.kind]}px ${font}`;
  pen.fillStyle = colourOf(box.kind === 'conversation' ? 'var(--text)' : 'var(--text-soft)');
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillText(fitting(pen, box.record.name, rect.width - 2 * padding), rect.x + padding, rect.y + header / 2);
}

/** Word by word, in at most so many lines; what does not fit ends in dots. */
function wrapped(pen: CanvasRenderingContext2D, text: string, room: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && lines.length < most - 1 && pen.measureText(longer).width > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((each) => fitting(pen, each, room));
}

function fitting(pen: CanvasRenderingContext2D, text: string, room: number): string {
  if (pen.measureText(text).width <= room) return text;
  let length = text.length - 1;
  while (length > 1 && pen.measureText(`${text.slice(0, length)}…`).width > room) length -= 1;
  return `${text.slice(0, length)}…`;
}
