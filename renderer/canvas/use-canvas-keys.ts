import { useCallback, type KeyboardEvent } from 'react';
import type { Point } from '../../shared/commands/command.ts';
import { useStudio } from '../state/studio.ts';
import { useCanvasStore } from './canvas-store.ts';
import { focusNode, focusPin } from './focus-node.ts';
import { planNudge } from './gestures/plan-nudge.ts';
import { planRemoval } from './gestures/plan-removal.ts';
import { editableText } from './gestures/plan-text-edit.ts';
import { walkTalk, type Step } from './gestures/walk-talk.ts';
import { useExecute } from './use-execute.ts';

const steps: Readonly<Record<string, Step>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};
const directions: Readonly<Record<string, Point>> = {
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/**
 * Keys that mean something on the canvas: arrows walk the talk, with shift they nudge, Enter edits, C connects, Delete
 * takes away. What is not meant for the canvas goes on to the keys of the window.
 */
export function useCanvasKeys(): (event: KeyboardEvent) => void {
  const { editor, ui } = useStudio();
  const store = useCanvasStore();
  const execute = useExecute();

  return useCallback(
    (event) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const { document, selection } = editor.getState();
      const handled = (): void => {
        event.preventDefault();
        event.stopPropagation();
      };
      const [id] = selection;
      const step = steps[event.key];
      const towards = directions[event.key];
      if (event.shiftKey && towards !== undefined) {
        const command = planNudge(store.getState().picture.spots, selection, towards);
        if (command === null) return;
        handled();
        execute(command, `nudge ${selection.join(' ')}`);
      } else if (step !== undefined) {
        const next = id === undefined ? document.children.get(document.scenario.id)?.[0] : walkTalk(document, id, step);
        handled();
        if (next == null) return;
        editor.select([next]);
        ui.reveal([next]);
        focusNode(next);
      } else if (event.key === 'Enter' && id !== undefined && selection.length === 1) {
        if (isButton(event.target) || editableText(document, id) === null) return;
        handled();
        ui.editText(id);
      } else if (event.key.toLowerCase() === 'c' && !event.shiftKey && id !== undefined) {
        handled();
        focusPin(id);
      } else if (event.key === 'Delete' || event.key === 'Backspace') {
        const { picture, selectedWires } = store.getState();
        const wires = picture.wires.filter((wire) => selectedWires.includes(wire.id));
        const command = planRemoval(document, selection, wires);
        if (command === null) return;
        handled();
        execute(command);
        store.setState({ selectedWires: [] });
      }
    },
    [editor, execute, store, ui],
  );
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]') !== null;

const isButton = (target: EventTarget): boolean => target instanceof HTMLElement && target.closest('button') !== null;
