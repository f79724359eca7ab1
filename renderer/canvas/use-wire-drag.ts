import { useReactFlow } from 'reactflow';
import { useMemo } from 'react';
import type { Command, Point } from '../../shared/commands/command.ts';
import type { Document } from '../../shared/model/document.ts';
import { useStudio } from '../state/studio.ts';
import { startAutoPan } from './auto-pan.ts';
import { useCanvasStore } from './canvas-store.ts';
import { findWireEnd, spotsAt } from './find-at.ts';
import type { MenuEntry } from './gestures/menu-entry.ts';
import { isFrame } from './layout/frame-box.ts';
import type { Spot } from './layout/spot.ts';
import { useExecute } from './use-execute.ts';
import type { WireStart } from './use-wire-start.ts';
import { planWire } from './wires/plan-wire.ts';
import { offersAt } from './wires/wire-offers.ts';
import { partnersOf } from './wires/wire-partners.ts';
import type { WireEnd } from './wires/wire-end.ts';

/** Less than this is a press, not a pull. */
const pullThreshold = 5;

/** Pulling wires from pins: everything that fits lights up, and letting go joins, or offers what could be made there. */
export function useWireDrag(): WireStart {
  const flow = useReactFlow();
  const store = useCanvasStore();
  const { editor } = useStudio();
  const execute = useExecute();

  return useMemo(() => {
    const fits = (from: WireEnd) => (end: WireEnd) => joins(editor.getState().document, spots(), from, end);
    const spots = (): ReadonlyMap<string, Spot> => store.getState().picture.spots;
    const offer = (at: Point, entries: readonly MenuEntry[]): void => {
      if (entries.length > 0) store.setState({ menu: { at, entries } });
    };

    return {
      choose: (beside, end) => {
        const box = beside.getBoundingClientRect();
        const at = { x: box.right, y: box.bottom };
        offer(at, partnersOf(editor.getState().document, spots(), end, flow.screenToFlowPosition(at)));
      },
      pull: (event, node, pin, from, unwire) => {
        if (unwire === undefined) event.stopPropagation();
        const spot = spots().get(node);
        if (spot === undefined) return;
        const start = { x: spot.rect.x + pin.x, y: spot.rect.y + pin.y, side: pin.side };
        const pressed = { x: event.clientX, y: event.clientY };
        const element = event.currentTarget;
        let pulling = false;
        let last = pressed;

        const show = (): void => {
          const at = flow.screenToFlowPosition(last);
          store.setState({ pulled: { from, start, at, over: findWireEnd(spots(), at, fits(from)) } });
        };
        const pan = startAutoPan(flow, element, () => last, show);
        const onMove = (move: globalThis.PointerEvent): void => {
          last = { x: move.clientX, y: move.clientY };
          pulling ||= Math.hypot(last.x - pressed.x, last.y - pressed.y) > pullThreshold;
          if (pulling) show();
        };
        const end = (): void => {
          pan.stop();
          listening.abort();
          store.setState({ pulled: null });
        };
        const onUp = (): void => {
          const over = store.getState().pulled?.over ?? null;
          end();
          const { document } = editor.getState();
          if (!pulling) {
            if (unwire === undefined) offer(last, partnersOf(document, spots(), from, start));
            return;
          }
          const command = over === null ? null : planWire(document, from, over);
          if (command !== null) execute(joinedElsewhere(command, unwire));
          else offer(last, offersHere(document, spots(), from, flow.screenToFlowPosition(last), unwire));
        };
        const onKey = (key: KeyboardEvent): void => {
          if (key.key !== 'Escape') return;
          key.stopPropagation();
          end();
        };
        const listening = new AbortController();
        const { signal } = listening;
        window.addEventListener('pointermove', onMove, { signal });
        window.addEventListener('pointerup', onUp, { signal });
        window.addEventListener('pointercancel', end, { signal });
        window.addEventListener('keydown', onKey, { signal, capture: true });
      },
    };
  }, [editor, execute, flow, store]);
}

/** A wire that hung elsewhere is taken off there in the same step. */
const joinedElsewhere = (command: Command, unwire: readonly Command[] = []): Command =>
  unwire.length === 0 ? command : { kind: 'several', label: 'Join wire elsewhere', commands: [...unwire, command] };

/** What could be made where a wire was let go, in the frame there if there is one. */
function offersHere(
  document: Document,
  spots: ReadonlyMap<string, Spot>,
  from: WireEnd,
  at: Point,
  unwire: readonly Command[] | undefined,
): readonly MenuEntry[] {
  const frame = spotsAt(spots, at).find(({ box }) => isFrame(box))?.id;
  return offersAt(document, from, at, frame).map((entry) =>
    entry.kind === 'choice' && entry.choice.kind === 'command'
      ? { ...entry, choice: { kind: 'command', command: joinedElsewhere(entry.choice.command, unwire) } }
      : entry,
  );
}

/** Whether two ends go together. The frames around an intent count only by their titles: a wire is let go in them often. */
function joins(document: Document, spots: ReadonlyMap<string, Spot>, from: WireEnd, end: WireEnd): boolean {
  if (planWire(document, from, end) === null) return false;
  if (from.kind !== 'next' || end.kind !== 'level' || end.onTitle) return true;
  for (let at = spots.get(from.intent); at !== undefined; at = spots.get(at.parent ?? ''))
    if (at.id === end.id) return false;
  return true;
}
