import { createContext, useContext } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { Point } from '../../shared/commands/command.ts';
import { invariant } from '../../shared/base/invariant.ts';
import type { ClipClash } from '../../shared/exchange/clipboard/clip-clashes.ts';
import type { Clip } from '../../shared/exchange/clipboard/clip-schema.ts';
import type { ClipTarget } from './clipboard/clip-target.ts';
import type { DropLine } from './gestures/drop-line.ts';
import type { Making } from './gestures/new-frames.ts';
import type { MenuEntry } from './gestures/menu-entry.ts';
import type { Rect } from './layout/rect.ts';
import { allShown, type ShownPart } from './layout/shown-part.ts';
import { emptyPicture, type Picture, type Projector } from './project-to-flow.ts';
import type { Detail } from './use-detail.ts';
import type { PathEnd } from './wires/wire-path.ts';
import type { WireEnd } from './wires/wire-end.ts';

/** A wire being pulled from a pin. */
export type Pulled = {
  readonly from: WireEnd;
  readonly start: PathEnd;
  readonly at: Point;
  /** What it would be joined to if it were let go now. */
  readonly over: WireEnd | null;
};

/** A menu on the canvas, in pixels of the window. */
export type OpenMenu = { readonly at: Point; readonly entries: readonly MenuEntry[] };

/** A clip that waits until somebody says which names are to mean what. */
export type Clashing = { readonly clip: Clip; readonly clashes: readonly ClipClash[]; readonly target: ClipTarget };

/** What is under way on this canvas: never the document, never undone, of no interest to other panels. */
export type CanvasState = {
  readonly picture: Picture;
  /** Draws any document, quickly where it is like the one that is shown; null before there is a picture. */
  readonly project: Projector | null;
  /** How much is drawn, which follows the zoom. */
  readonly detail: Detail;
  /** The zoom of a large scenario is changing: what comes into view is painted until it rests. */
  readonly isZooming: boolean;
  /** Where dragged nodes are, relative to their frames: of what is painted now, of elements of the page as they began. */
  readonly held: ReadonlyMap<string, Point>;
  /** The same nodes, always this set for as long as a drag goes on. */
  readonly raised: ReadonlySet<string>;
  /** The note whose corner is being dragged, and how large it would be now. */
  readonly resized: { readonly id: string; readonly rect: Rect } | null;
  /** Those of them that are pulled by the pointer; they stay elements of the page wherever they are pulled to. */
  readonly gripped: ReadonlySet<string>;
  /** What else is dragged along, being selected. */
  readonly along: readonly string[];
  /** The frame or intent that would take in what is being dragged. */
  readonly receiver: string | null;
  /** Where among its siblings what is dragged would go. */
  readonly line: DropLine | null;
  /** The frame that would be made for what is dragged, and where. */
  readonly making: Making | null;
  /** Nothing could take in what is dragged: let go, it goes back. */
  readonly isLost: boolean;
  readonly editing: string | null;
  /** Contexts that show all their attributes. */
  readonly expanded: ReadonlySet<string>;
  readonly selectedWires: readonly string[];
  readonly pulled: Pulled | null;
  readonly menu: OpenMenu | null;
  /** What is looked at alone, and what is closed. */
  readonly part: ShownPart;
  /** Wires and nodes on the way of the value under the pointer. */
  readonly path: ReadonlySet<string>;
  /** The wire under the pointer. */
  readonly pointed: string | null;
  /** Where all is painted, the one thing that is an element of the page because it is under the pointer. */
  readonly hand: string | null;
  /** The painted wire that is one for the same reason. */
  readonly wireInHand: string | null;
  /** A layout has been under way for long enough to say so. */
  readonly laying: boolean;
  /** From afar, the node whose values are shown on their way. */
  readonly asked: string | null;
  /** A field to paste into is open. */
  readonly pasting: boolean;
  /** Where on the canvas to paste, when it was asked for at a place. */
  readonly pasteAt: Point | null;
  /** What was pasted and means something else by some of its names: to be decided. */
  readonly clashing: Clashing | null;
};

export type CanvasStore = StoreApi<CanvasState>;

/** No node is being dragged. Always this object, so that asking is cheap. */
export const nothingHeld: ReadonlyMap<string, Point> = new Map();

/** Always these objects, for the same reason. */
export const noPath: ReadonlySet<string> = new Set();
export const nothingGripped: ReadonlySet<string> = new Set();
export const nothingAlong: readonly string[] = [];

export const createCanvasStore = (): CanvasStore =>
  createStore(() => ({
    picture: emptyPicture,
    project: null,
    detail: 'full',
    isZooming: false,
    held: nothingHeld,
    raised: nothingGripped,
    resized: null,
    gripped: nothingGripped,
    along: nothingAlong,
    receiver: null,
    line: null,
    making: null,
    isLost: false,
    editing: null,
    expanded: new Set<string>(),
    selectedWires: [],
    pulled: null,
    menu: null,
    part: allShown,
    path: noPath,
    pointed: null,
    hand: null,
    wireInHand: null,
    laying: false,
    asked: null,
    pasting: false,
    pasteAt: null,
    clashing: null,
  }));

export const CanvasContext = createContext<CanvasStore | null>(null);

export function useCanvasStore(): CanvasStore {
  const store = useContext(CanvasContext);
  invariant(store !== null, 'parts of the canvas live inside CanvasContext');
  return store;
}

export const useCanvas = <Picked>(pick: (state: CanvasState) => Picked): Picked => useStore(useCanvasStore(), pick);
