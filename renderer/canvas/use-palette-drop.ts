import { useReactFlow } from 'reactflow';
import { useCallback, useEffect, useEffectEvent, useRef, type DragEvent } from 'react';
import { dropPattern } from '../gallery/insert-pattern.ts';
import { isWritten, paletteDragType, readPaletteItem, type DraggedItem } from '../palette/palette-item.ts';
import type { Command } from '../../shared/commands/command.ts';
import { useStudio } from '../state/studio.ts';
import { useCanvasStore } from './canvas-store.ts';
import { paletteReceiver, planPaletteDrop } from './gestures/plan-palette-drop.ts';
import type { Picture } from './project-to-flow.ts';
import { useExecute } from './use-execute.ts';
import { insertionOn } from './wires/wire-insertions.ts';
import type { Wire } from './wires/wire.ts';

type PaletteDrop = {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: () => void;
  readonly onDrop: (event: DragEvent) => void;
};

/** Dropping something from the palette creates it there; while it is dragged, what would take it in is shown. */
export function usePaletteDrop(): PaletteDrop {
  const studio = useStudio();
  const { editor, ui } = studio;
  const store = useCanvasStore();
  const flow = useReactFlow();
  const execute = useExecute();
  const { item: dragged, isOurs } = useDraggedItem(() => store.setState({ receiver: null }));

  const onDragOver = useCallback(
    (event: DragEvent) => {
      if (isForeignText(event, isOurs)) {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        return;
      }
      if (!event.dataTransfer.types.includes(paletteDragType)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      const { picture, receiver } = store.getState();
      const item = dragged.current;
      const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const next =
        item === null || item.item === 'pattern'
          ? null
          : paletteReceiver(editor.getState().document, picture.spots, item, point);
      if (next !== receiver) store.setState({ receiver: next });
    },
    [dragged, editor, flow, isOurs, store],
  );

  const onDragLeave = useCallback(() => store.setState({ receiver: null }), [store]);

  const onDrop = useCallback(
    (event: DragEvent) => {
      if (isForeignText(event, isOurs)) {
        event.preventDefault();
        const at = { x: event.clientX, y: event.clientY };
        return ui.giveToCanvas({ text: event.dataTransfer.getData('text/plain'), at });
      }
      const item = readPaletteItem(event.dataTransfer.getData(paletteDragType));
      store.setState({ receiver: null });
      if (item === null) return;
      event.preventDefault();
      const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      if (item.item === 'pattern') return dropPattern(studio, item.pattern, point);
      const { document } = editor.getState();
      const { picture } = store.getState();
      const onWire = wireUnder(event, picture.wires);
      const command = planPaletteDrop(document, picture.spots, item, point);
      const made = execute(onWire === undefined ? command : aheadOnWire(command, picture, onWire))?.at(-1);
      if (made === undefined) return;
      editor.select([made]);
      if (isWritten(item)) ui.editText(made);
    },
    [editor, execute, flow, isOurs, store, studio, ui],
  );
  return { onDragOver, onDragLeave, onDrop };
}

/** Words dragged in from another program: of this window's own drags nothing is text to be taken in. */
const isForeignText = ({ dataTransfer: { types } }: DragEvent, isOurs: { readonly current: boolean }): boolean =>
  !isOurs.current && types.includes('text/plain') && !types.includes('Files') && !types.includes(paletteDragType);

const wireUnder = (event: DragEvent, wires: readonly Wire[]): Wire | undefined => {
  const id = event.target instanceof Element ? event.target.closest('[data-wire]')?.getAttribute('data-wire') : null;
  return id == null ? undefined : wires.find((wire) => wire.id === id);
};

/** An action dropped on a wire runs where the wire is. */
function aheadOnWire(command: Command, picture: Picture, wire: Wire): Command {
  const place = insertionOn(picture, wire);
  if (place === null) return command;
  if (command.kind === 'action.add') return { ...command, into: place.intent, before: place.before };
  return command.kind === 'action.attach' ? { ...command, ...place } : command;
}

/** Browsers keep the data of a drag secret until it is dropped; only its beginning tells what it is. */
function useDraggedItem(onOver: () => void) {
  const over = useEffectEvent(onOver);
  const item = useRef<DraggedItem | null>(null);
  const isOurs = useRef(false);
  useEffect(() => {
    const onStart = (event: globalThis.DragEvent): void => {
      isOurs.current = true;
      item.current = readPaletteItem(event.dataTransfer?.getData(paletteDragType) ?? '');
    };
    const onEnd = (): void => {
      isOurs.current = false;
      item.current = null;
      // Given up with Escape, it left nowhere and was dropped nowhere.
      over();
    };
    window.addEventListener('dragstart', onStart);
    window.addEventListener('dragend', onEnd);
    return () => {
      window.removeEventListener('dragstart', onStart);
      window.removeEventListener('dragend', onEnd);
    };
  }, []);
  return { item, isOurs };
}
