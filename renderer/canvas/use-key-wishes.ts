import { useReactFlow, useStoreApi } from 'reactflow';
import { useMemo } from 'react';
import { announce } from '../announce/announcer.ts';
import { useStudio } from '../state/studio.ts';
import type { CanvasWish } from '../state/ui-store.ts';
import { useCanvasStore } from './canvas-store.ts';
import { focusedNode, focusPin } from './focus-node.ts';
import { nodeEntries, paneEntries, wireEntries } from './gestures/canvas-menu-entries.ts';
import { moveEntries, rejoinEntries, wiresAt } from './gestures/key-menu-entries.ts';
import type { MenuEntry } from './gestures/menu-entry.ts';
import { revealView } from './reveal-view.ts';
import { endsName } from './wires/wire-name.ts';

type KeyWish = Extract<CanvasWish, 'connect' | 'moveTo' | 'nextWire' | 'menu'>;

/** What a pointer does by pulling and by its other button: menus where the focus is, and wires one after the other. */
export function useKeyWishes(): Readonly<Record<KeyWish, () => void>> {
  const { editor, ui } = useStudio();
  const store = useCanvasStore();
  const flow = useReactFlow();
  const api = useStoreApi();

  return useMemo(() => {
    const spots = () => store.getState().picture.spots;
    const anchor = (): string | null => focusedNode() ?? editor.getState().selection[0] ?? null;
    const chosenWire = () => {
      const { picture, selectedWires } = store.getState();
      return picture.wires.find(({ id }) => id === selectedWires[0]);
    };
    const screenAt = (id: string | null) => {
      const rect = spots().get(id ?? '')?.rect;
      if (rect === undefined) return null;
      const corner = { x: rect.x + 24, y: rect.y + 24 };
      // A view that is still on its way there is there at once: what is asked for hangs from what it is about.
      const size = api.getState();
      if (revealView({ ...corner, width: 0, height: 0 }, flow.getViewport(), size) !== null)
        void flow.setViewport(revealView(rect, flow.getViewport(), size) ?? flow.getViewport());
      return flow.flowToScreenPosition(corner);
    };
    const offer = (id: string | null, entries: readonly MenuEntry[]): void => {
      const at = screenAt(id) ?? { x: window.innerWidth / 2, y: window.innerHeight / 3 };
      if (entries.length > 0) store.setState({ menu: { at, entries } });
    };
    const say = (text: string): void => ui.notify('info', text);

    return {
      connect: () => {
        const wire = chosenWire();
        const id = anchor();
        if (wire !== undefined) {
          const entries = rejoinEntries(editor.getState().document, spots(), wire);
          if (entries.length === 0) say('This wire is made by a text: change the text to change it.');
          return offer(wire.to.node, entries);
        }
        if (id === null) return say('Choose something on the canvas first, then connect it.');
        if (!focusPin(id)) say('This has no pins to connect.');
      },
      moveTo: () => {
        const id = anchor();
        const entries = id === null ? [] : moveEntries(editor.getState().document, spots(), id);
        if (entries.length === 0)
          return say(
            id === null ? 'Choose something first, then move it.' : 'There is no other place this could go to.',
          );
        offer(id, entries);
      },
      nextWire: () => {
        const { picture, selectedWires } = store.getState();
        const id = anchor();
        const wires = id === null ? [] : wiresAt(picture.wires, id);
        if (id === null || wires.length === 0) return say('Choose something with wires first.');
        const at = (wires.findIndex((wire) => selectedWires.includes(wire.id)) + 1) % wires.length;
        const wire = wires[at];
        if (wire === undefined) return;
        editor.select([]);
        store.setState({ selectedWires: [wire.id] });
        announce(`Wire ${at + 1} of ${wires.length}: ${endsName(wire, picture.spots)}`, { topic: 'wire' });
      },
      menu: () => {
        const { document, selection } = editor.getState();
        const wire = chosenWire();
        const id = anchor();
        const spot = spots().get(id ?? '');
        if (wire !== undefined) {
          const { picture } = store.getState();
          return offer(wire.to.node, [
            ...wireEntries(document, wire, picture),
            ...rejoinEntries(document, spots(), wire),
          ]);
        }
        if (spot === undefined) return offer(null, paneEntries(ui.getState().viewCentre));
        const ids = selection.includes(spot.id) ? selection : [spot.id];
        if (!selection.includes(spot.id)) editor.select(ids);
        offer(spot.id, nodeEntries(document, spot, ids, { x: spot.rect.x, y: spot.rect.y }));
      },
    };
  }, [api, editor, flow, store, ui]);
}
