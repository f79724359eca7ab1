import type { Point } from '../../shared/commands/command.ts';
import { nothingHeld } from './canvas-store.ts';
import type { Guide } from './gestures/snap.ts';
import type { Spot } from './layout/spot.ts';
import type { Picture } from './project-to-flow.ts';
import { wallBeside } from './wires/wall-beside.ts';
import { endAt } from './wires/wire-ends.ts';
import { wirePath, type PathEnd } from './wires/wire-path.ts';
import type { Wire } from './wires/wire.ts';

/**
 * Moves what is carried on the page itself: with each step of a drag a few boxes are shifted and the lines that end at
 * them drawn again, and nothing is rendered. React knows of it all as it was, which is how it is put back.
 */
export type Carry = {
  /** Shows these nodes, and what is in them, so far from their places. */
  readonly to: (picture: Picture, ids: Iterable<string>, by: Point) => void;
  /** Shows with what it stands in line. */
  readonly guide: (guides: readonly Guide[], zoom: number) => void;
  /** How far they are now; null while nothing is carried. */
  readonly by: () => Point | null;
  readonly putBack: () => void;
};

type MovedLine = {
  readonly wire: Wire;
  readonly path: Element;
  readonly label: HTMLElement | null;
  /** What React drew. */
  readonly was: string;
  readonly from: PathEnd;
  readonly to: PathEnd;
  readonly moves: { readonly from: boolean; readonly to: boolean };
};
type Moved = { readonly boxes: readonly HTMLElement[]; readonly lines: readonly MovedLine[] };
type Carried = { readonly picture: Picture; readonly ids: ReadonlySet<string>; readonly root: Element };

/** Of more, each as a picture of its own would take more memory than it saves work. */
const mostLayers = 12;
const still: Point = { x: 0, y: 0 };

export function createCarry(root: () => Element | null): Carry {
  let carried: Carried | null = null;
  let moved: Moved = nothingMoved;
  let now = still;

  // What comes into view on the way is where it belongs before it is seen.
  const observer = new MutationObserver(() => {
    if (carried === null) return;
    moved = lift(carried, moved);
    shift(carried, moved, now);
  });

  const drawGuides = (guides: readonly Guide[], zoom: number): void => {
    for (const line of root()?.querySelectorAll<HTMLElement>('.guide') ?? []) {
      const found = guides.find(({ axis }) => axis === line.dataset['axis']);
      line.style.transform = found === undefined ? 'scale(0)' : guideTransform(found, 1 / zoom);
    }
  };

  const begin = (picture: Picture, ids: Iterable<string>): Carried | null => {
    const within = root();
    if (within === null) return null;
    carried = { picture, ids: new Set(ids), root: within };
    moved = lift(carried, nothingMoved);
    for (const layer of within.querySelectorAll('.react-flow__nodes, .wires, .react-flow__viewport-portal'))
      observer.observe(layer, { childList: true });
    return carried;
  };

  return {
    to(picture, ids, by) {
      now = by;
      const known = carried ?? begin(picture, ids);
      if (known !== null) shift(known, moved, by);
    },
    guide: drawGuides,
    by: () => (carried === null ? null : now),
    putBack() {
      observer.disconnect();
      for (const box of moved.boxes) {
        box.style.transform = 'none';
        delete box.dataset['carried'];
      }
      for (const { path, label, was } of moved.lines) {
        path.setAttribute('d', was);
        if (label === null) continue;
        label.style.transform = '';
        delete label.dataset['carried'];
      }
      carried = null;
      moved = nothingMoved;
      now = still;
    },
  };
}

const guideTransform = ({ axis, at, from, to }: Guide, width: number): string =>
  axis === 'x'
    ? `translate(${at}px, ${from}px) scale(${width}, ${to - from})`
    : `translate(${from}px, ${at}px) scale(${to - from}, ${width})`;

const nothingMoved: Moved = { boxes: [], lines: [] };

/** The elements there are of what is carried, and of the wires that end there. */
function lift({ picture, ids, root }: Carried, before: Moved): Moved {
  const { spots } = picture;
  const isMoved = (id: string): boolean => {
    for (let spot: Spot | undefined = spots.get(id); spot !== undefined; spot = spots.get(spot.parent ?? ''))
      if (ids.has(spot.id)) return true;
    return false;
  };
  const boxes = [...root.querySelectorAll<HTMLElement>('.react-flow__node')].filter((box) =>
    isMoved(box.dataset['id'] ?? ''),
  );
  const layered = boxes.length > mostLayers ? [] : boxes;
  for (const box of layered) box.dataset['carried'] = '';

  const groups = new Map<string, Element>();
  for (const group of root.querySelectorAll('.wire-group')) groups.set(group.getAttribute('data-wire') ?? '', group);
  const labels = new Map<string, HTMLElement>();
  for (const label of root.querySelectorAll<HTMLElement>('.wire-label'))
    labels.set(label.dataset['labelOf'] ?? '', label);
  const drawn = new Map(before.lines.map((line) => [line.path, line]));
  const lines = picture.wires.flatMap((wire): MovedLine[] => {
    const path = groups.get(wire.id)?.querySelector('.wire');
    if (path === undefined || path === null) return [];
    const known = drawn.get(path);
    if (known !== undefined) return [known];
    const moves = { from: isMoved(wire.from.node), to: isMoved(wire.to.node) };
    const [from, to] = [endAt(spots, nothingHeld, wire.from), endAt(spots, nothingHeld, wire.to)];
    if ((!moves.from && !moves.to) || from === null || to === null) return [];
    const label = labels.get(wire.id) ?? null;
    if (label !== null && moves.from) label.dataset['carried'] = '';
    return [{ wire, path, label, was: path.getAttribute('d') ?? '', from, to, moves }];
  });
  return { boxes, lines };
}

function shift({ picture }: Carried, { boxes, lines }: Moved, by: Point): void {
  const transform = `translate(${by.x}px, ${by.y}px)`;
  for (const box of boxes) box.style.transform = transform;
  for (const { wire, path, label, from: start, to: end, moves } of lines) {
    const from = moves.from ? { ...start, x: start.x + by.x, y: start.y + by.y } : start;
    const to = moves.to ? { ...end, x: end.x + by.x, y: end.y + by.y } : end;
    path.setAttribute('d', wirePath(wire, from, to, to.y - wire.to.y, wallBeside(picture.spots, wire, from, to)));
    if (label !== null && moves.from) label.style.transform = transform;
  }
}
