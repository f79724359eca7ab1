import type { ReactFlowState } from 'reactflow';
import type { Point } from '../../shared/commands/command.ts';
import { applyDiff } from '../../shared/commands/diff.ts';
import { planCommand } from '../../shared/commands/plan-command.ts';
import type { Document } from '../../shared/model/document.ts';
import type { Studio } from '../state/studio.ts';
import type { Placing } from '../state/ui-store.ts';
import type { CanvasStore } from './canvas-store.ts';
import { drawnIds } from './drawn-ids.ts';
import { freeSpot } from './layout/free-spot.ts';
import { isArea } from './layout/is-area.ts';
import { metrics } from './layout/metrics.ts';
import { around, bottom, centre, right, touches, type Rect } from './layout/rect.ts';
import { allShown } from './layout/shown-part.ts';
import type { Spot } from './layout/spot.ts';
import type { Picture } from './project-to-flow.ts';

type Spots = Picture['spots'];
type View = Pick<ReactFlowState, 'transform' | 'width' | 'height'>;

/** How near to others things are put; conversations would be pushed further down by any that are nearer. */
const gap = metrics.conversation.gap;
/** Where something stands may change what is drawn of it: a context beside a turn takes over that turn's wires. */
const mostRounds = 12;
/** After so many, two give way to each other: then nothing is put where anything stood in an earlier round either. */
const mostTries = 3;

/**
 * Finds a free place for what is inserted without a pointer, by drawing it before it is there: beside what is selected,
 * else in the middle of the view, on top of nothing. What goes into a frame finds its place there by itself.
 */
export function createPlacing({ editor }: Studio, store: CanvasStore, view: () => View): Placing {
  return (make, wish = {}) => {
    const { document, selection } = editor.getState();
    const { picture, part, expanded, project } = store.getState();
    if (project === null) return make(wish.at ?? { x: 0, y: 0 });
    const draw = (drawn: Document): Spots => project(drawn, expanded, { ...part, focused: allShown.focused }).spots;
    // What is looked at alone hides what is there all the same.
    const before = part.focused === null ? picture.spots : draw(document);
    const area = viewArea(view());
    const chosen = wish.at === undefined ? spotBeside(document, before, wish.beside ?? selection[0], area) : null;

    const met = [...before.values()].filter(({ parent }) => parent === null).map(({ rect }) => rect);
    // First where nothing is: only there it is seen how large it is, and where it lies around what was asked for.
    let at = { x: Math.round(centre(area).x), y: below(met) };
    let command = make(at);
    let offset = { x: 0, y: 0 };
    for (let round = 0; round < mostRounds; round += 1) {
      const planned = planCommand(document, command);
      if (!planned.ok) return command;
      const after = applyDiff(document, planned.value.diff);
      const { fresh, others, isCrowded } = standing(document, after, before, draw(after));
      const rect = around(fresh);
      if (rect === null) return make(rounded(wish.at ?? centre(area)));
      if (round === 0) offset = minus(rect, at);
      const asked = round === 0 ? wish.at : at;
      const wanted = asked === undefined ? (chosen ?? inMiddle(rect, area)) : plus(asked, offset);
      met.push(...others, ...(isCrowded ? [rect] : []));
      const obstacles = isCrowded || round >= mostTries ? met : others;
      const next = rounded(minus(freeSpot(rect, wanted, obstacles, gap), offset));
      if (round > 0 && next.x === at.x && next.y === at.y) return command;
      at = round === mostRounds - 1 ? { x: at.x, y: below(met) } : next;
      command = make(at);
    }
    return command;
  };
}

/** Where nothing ever stood, so that nothing gives way. */
const below = (met: readonly Rect[]): number => Math.ceil(Math.max(0, ...met.map(bottom)) + 2 * gap);

const plus = (one: Point, other: Point): Point => ({ x: one.x + other.x, y: one.y + other.y });
const minus = (one: Point, other: Point): Point => ({ x: one.x - other.x, y: one.y - other.y });

const viewArea = ({ transform: [x, y, zoom], width, height }: View): Rect => ({
  x: -x / zoom,
  y: -y / zoom,
  width: width / zoom,
  height: height / zoom,
});

const rounded = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x: Math.round(x), y: Math.round(y) });

const inMiddle = (rect: Rect, area: Rect) => ({
  x: centre(area).x - rect.width / 2,
  y: centre(area).y - rect.height / 2,
});

/** To the right of the outermost frame around what is selected, level with it; null when it is not in view. */
function spotBeside(document: Document, spots: Spots, id: string | undefined, area: Rect) {
  const [drawn = ''] = id === undefined ? [] : drawnIds(document, spots, id);
  const spot = spots.get(drawn);
  if (spot === undefined || !touches(spot.rect, area)) return null;
  let outer = spot;
  for (let at: Spot | undefined = spot; at !== undefined; at = spots.get(at.parent ?? '')) outer = at;
  return { x: right(outer.rect) + gap, y: spot.rect.y };
}

/**
 * What would newly stand on the canvas, with what appears beside it, and all that stands there already. It is crowded
 * where a context that others now need has come to lie on something.
 */
function standing(document: Document, after: Document, before: Spots, spots: Spots) {
  const [fresh, others, called]: [Rect[], Rect[], Rect[]] = [[], [], []];
  for (const { id, box, parent, rect } of spots.values()) {
    if (parent !== null) continue;
    const home = box.kind === 'context' && box.isAutomatic ? id.slice(id.indexOf('@') + 1) : id;
    const isNew = !before.has(id);
    if (isNew && after.homes.has(home) && !document.homes.has(home)) fresh.push(rect);
    // Things lie in areas.
    else if (!isArea(box)) {
      others.push(rect);
      if (isNew) called.push(rect);
    }
  }
  const isCrowded = called.some((rect) => others.some((other) => other !== rect && touches(rect, other)));
  return { fresh, others, isCrowded };
}
