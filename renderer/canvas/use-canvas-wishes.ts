import { useReactFlow, useStoreApi } from 'reactflow';
import { useMemo } from 'react';
import { childIds } from '../../shared/model/document.ts';
import { pathOf } from '../../shared/model/selectors/path-of.ts';
import { useStudio } from '../state/studio.ts';
import type { Arrangement, CanvasWish } from '../state/ui-store.ts';
import { useCanvasStore } from './canvas-store.ts';
import { useClipboard } from './clipboard/use-clipboard.ts';
import { planArrange } from './gestures/plan-arrange.ts';
import { selectAlike, selectAlong } from './gestures/select-more.ts';
import { insertionsOn } from './wires/wire-insertions.ts';
import { glide } from './glide.ts';
import { around, type Rect } from './layout/rect.ts';
import { fitView } from './reveal-view.ts';
import { useAutoLayout } from './use-auto-layout.ts';
import { useExecute } from './use-execute.ts';
import { useKeyWishes } from './use-key-wishes.ts';
import { useVisitedPlaces } from './use-visited-places.ts';

type Doing = Readonly<Record<Exclude<CanvasWish, Arrangement>, () => void>>;

/** Does what menus, keys and the palette ask of the canvas. */
export function useCanvasWishes(): (wish: CanvasWish) => void {
  const { editor, ui } = useStudio();
  const store = useCanvasStore();
  const flow = useReactFlow();
  const api = useStoreApi();
  const execute = useExecute();
  const clipboard = useClipboard();
  const go = useVisitedPlaces();
  const auto = useAutoLayout();
  const byKey = useKeyWishes();

  return useMemo(() => {
    const spots = () => store.getState().picture.spots;
    const selection = (): readonly string[] => editor.getState().selection;
    const fit = (rects: Iterable<Rect>): void => {
      const rect = around(rects);
      if (rect !== null) void flow.setViewport(fitView(rect, api.getState()), glide());
    };
    const fitAll = (): void => fit([...spots().values()].map(({ rect }) => rect));
    /** With the next picture, when something is drawn that was not, or no more. */
    const fitSoon = (): void => void requestAnimationFrame(fitAll);
    const setCollapsed = (change: (collapsed: Set<string>) => void): void => {
      const { part } = store.getState();
      const collapsed = new Set(part.collapsed);
      change(collapsed);
      store.setState({ part: { ...part, collapsed } });
    };
    /** The frame that is meant: the selected one, or the one around what is selected. */
    const frames = (): readonly string[] =>
      selection().flatMap((id) => {
        const { document } = editor.getState();
        const isLevel = ['conversations', 'scenes', 'turns'].includes(document.homes.get(id)?.table ?? '');
        return isLevel ? [id] : pathOf(document, id).slice(1, -1).slice(-1);
      });

    const doing: Doing = {
      fit: fitAll,
      fitSelection: () => fit(selection().flatMap((id) => spots().get(id)?.rect ?? [])),
      zoomIn: () => void flow.zoomIn(glide()),
      zoomOut: () => void flow.zoomOut(glide()),
      zoomReset: () => void flow.zoomTo(1, glide()),
      back: () => go(-1),
      forward: () => go(1),
      focusConversation: () => {
        const { part } = store.getState();
        const { document } = editor.getState();
        const [first = ''] = selection();
        const around = pathOf(document, first).find((id) => document.tables.conversations.has(id)) ?? null;
        const focused = part.focused !== null ? null : around;
        if (focused === null && part.focused === null)
          return ui.notify('info', 'Choose something in a conversation first, then look at that conversation alone.');
        store.setState({ part: { ...part, focused } });
        fitSoon();
      },
      collapse: () => {
        const closing = frames();
        if (closing.length > 0) editor.select(closing);
        setCollapsed((collapsed) => closing.forEach((id) => collapsed.add(id)));
      },
      expand: () => {
        const opening = frames();
        const inside = opening.flatMap((id) => childIds(editor.getState().document, id));
        setCollapsed((collapsed) => [...opening, ...inside].forEach((id) => collapsed.delete(id)));
      },
      expandAll: () => setCollapsed((collapsed) => collapsed.clear()),
      copy: () => clipboard('copy'),
      cut: () => clipboard('cut'),
      paste: () => clipboard('paste'),
      duplicate: () => clipboard('duplicate'),
      selectAlike: () => editor.select(selectAlike(store.getState().picture, selection())),
      selectUpstream: () => editor.select(selectAlong(store.getState().picture, selection(), 'upstream')),
      selectDownstream: () => editor.select(selectAlong(store.getState().picture, selection(), 'downstream')),
      layOutFrame: () => void auto.layOut('frame'),
      layOutAll: () => void auto.layOut('all'),
      stopLayout: auto.cancel,
      tidy: () => void execute({ kind: 'canvas.tidy', ids: selection() }),
      ...byKey,
      insertOnWire: () => {
        const { picture, selectedWires } = store.getState();
        const wire = picture.wires.find(({ id }) => selectedWires.includes(id));
        const entries = wire === undefined ? [] : insertionsOn(editor.getState().document, picture, wire);
        const rect = wire === undefined ? undefined : picture.spots.get(wire.to.node)?.rect;
        if (wire === undefined || rect === undefined || entries.length === 0)
          return ui.notify('info', 'Choose a wire first, then put an action on it.');
        const at = flow.flowToScreenPosition({ x: rect.x + wire.to.x, y: rect.y + wire.to.y });
        store.setState({ menu: { at, entries } });
      },
    };
    return (wish) => {
      if (wish in doing) return doing[wish as keyof Doing]();
      const command = planArrange(spots(), selection(), wish as Arrangement);
      if (command === null) return;
      // What was brought in line is often spread evenly next: it stays selected, moved or not.
      const done = editor.execute(command, null, true);
      if (!done.ok) ui.notify('bad', done.failure.sentence);
    };
  }, [api, auto, byKey, clipboard, editor, execute, flow, go, store, ui]);
}
