import type { Command, Point } from '../../../../shared/commands/command.ts';
import type { Document } from '../../../../shared/model/document.ts';
import { around, type Rect } from '../rect.ts';
import type { Spot } from '../spot.ts';
import type { FrameResult } from './frame-job.ts';
import { homeOf, type CanvasJob } from './gather-canvas.ts';
import { insideTurns } from './gather-frames.ts';
import { placeGroups } from './place-groups.ts';

type Place = { readonly id: string; readonly x: number; readonly y: number };
type Spots = ReadonlyMap<string, Spot>;

/**
 * The one step that a layout of some frames comes to; null when everything is so already. What reads down as a stack
 * anyway is placed by the canvas, so that it goes on growing by itself.
 */
export function planFrames(document: Document, results: readonly FrameResult[], label: string): Command | null {
  const { places, clear } = insideFrames(document, results);
  return stepOf(document, places, clear, label);
}

function insideFrames(document: Document, results: readonly FrameResult[]) {
  const { scenes, conversations, placements } = document.tables;
  const [places, clear]: [Place[], string[]] = [[], []];
  for (const result of results) {
    const isScene = scenes.has(result.id);
    if (!isScene && !conversations.has(result.id)) continue;
    const ids = result.places.map(({ id }) => id);
    if (result.isStack) clear.push(...ids);
    else places.push(...result.places);
    if (isScene) clear.push(...insideTurns(document, ids));
  }
  return { places, clear: clear.filter((id) => placements.has(id)) };
}

/** The same for the whole canvas, with what stands freely on it. Its corner stays where it is. */
export function planCanvas(
  document: Document,
  spots: Spots,
  { job, groups }: CanvasJob,
  results: readonly FrameResult[],
): Command | null {
  const byId = new Map(results.map((result) => [result.id, result]));
  const { places, clear } = insideFrames(document, results);
  const moved = new Map<string, Rect>();
  const put = (frame: FrameResult, at: Point): void => {
    for (const item of frame.places) {
      const result = byId.get(item.id);
      if (result === undefined) continue;
      const rect = { x: at.x + item.x, y: at.y + item.y, width: result.width, height: result.height };
      if (homeOf(item.id) === item.id) moved.set(item.id, rect);
      if (!document.tables.conversations.has(item.id)) put(result, rect);
    }
  };
  const whole = byId.get(job.id);
  if (whole !== undefined) put(whole, { x: 0, y: 0 });
  bringToCorner(spots, moved);
  const sizes: Command[] = [];
  for (const [id, rect] of moved) {
    places.push({ id, x: Math.round(rect.x), y: Math.round(rect.y) });
    const note = document.tables.notes.get(id);
    if (note === undefined || (note.width === rect.width && note.height === rect.height)) continue;
    const changes = { width: rect.width, height: rect.height };
    sizes.push({ kind: 'record.update', table: 'notes', id, changes });
  }
  places.push(...placeGroups(spots, groups, moved));
  const step = stepOf(document, places, clear, layOutAll);
  if (sizes.length === 0) return step;
  return { kind: 'several', label: layOutAll, commands: [...(step === null ? [] : [step]), ...sizes] };
}

const layOutAll = 'Lay out everything';

/** What is laid out begins where it began. */
function bringToCorner(spots: Spots, moved: Map<string, Rect>): void {
  const was = around([...moved.keys()].flatMap((id) => spots.get(id)?.rect ?? []));
  const now = around(moved.values());
  if (was === null || now === null) return;
  const [across, down] = [Math.round(was.x) - now.x, Math.round(was.y) - now.y];
  for (const [id, rect] of moved) moved.set(id, { ...rect, x: rect.x + across, y: rect.y + down });
}

function stepOf(document: Document, places: readonly Place[], clear: readonly string[], label: string): Command | null {
  const { placements, views, notes } = document.tables;
  const isMoved = ({ id, x, y }: Place): boolean => {
    const was = placements.get(id) ?? views.get(id) ?? notes.get(id);
    return was === undefined || was.x !== x || was.y !== y;
  };
  const moving = places.filter(isMoved);
  return moving.length + clear.length === 0 ? null : { kind: 'canvas.place', places: moving, clear, label };
}
