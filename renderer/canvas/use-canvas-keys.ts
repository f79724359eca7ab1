import { useMemo, type KeyboardEvent } from 'react';
import type { Point } from '../../shared/commands/command.ts';
import { findAction } from '../app/actions/all-actions.ts';
import { pressedAt } from '../app/actions/place-keys.ts';
import { matchesShortcut } from '../app/actions/shortcut.ts';
import { useStudio, type Studio } from '../state/studio.ts';
import { useCanvasStore, type CanvasStore } from './canvas-store.ts';
import { focusCanvas, focusedNode, focusNextPin, focusNode } from './focus-node.ts';
import { planNudge } from './gestures/plan-nudge.ts';
import { planRemoval } from './gestures/plan-removal.ts';
import { editableText } from './gestures/plan-text-edit.ts';
import { firstToWalk, walkTalk, type Step } from './gestures/walk-talk.ts';
import { useExecute, type Execute } from './use-execute.ts';

type Doing = (() => void) | null;

const steps = new Map<string, Step>(
  (['next', 'previous', 'out', 'in', 'first', 'last'] as const).map((step) => [step, step]),
);
/** The same without choosing what is walked to. */
const walks = new Map<string, Step>([
  ['walkNext', 'next'],
  ['walkPrevious', 'previous'],
  ['walkOut', 'out'],
  ['walkIn', 'in'],
]);
const nudges = new Map<string, Point>([
  ['nudgeDown', { x: 0, y: 1 }],
  ['nudgeUp', { x: 0, y: -1 }],
  ['nudgeLeft', { x: -1, y: 0 }],
  ['nudgeRight', { x: 1, y: 0 }],
]);

/**
 * Keys that mean something on the canvas, as this person has them: they walk the talk, choose, nudge, edit and take
 * away. What means nothing here goes on to the keys of the window.
 */
export function useCanvasKeys(): (event: KeyboardEvent) => void {
  const studio = useStudio();
  const store = useCanvasStore();
  const execute = useExecute();
  return useMemo(() => {
    const meaningOf = createMeanings(studio, store, execute);
    return (event) => {
      if (isElsewhere(event.target)) return;
      const act = meaningOf(event);
      if (act === null) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
  }, [execute, store, studio]);
}

/** Fields keep their keys, and so do the search and the bars that lie over the canvas. */
const isElsewhere = (target: EventTarget): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, [contenteditable="true"], .search-bar, .canvas-bar, [role="menu"]') !== null;

const pinAt = (target: EventTarget): HTMLElement | null =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('.pin') : null;
const isButton = (target: EventTarget): boolean => target instanceof HTMLElement && target.closest('button') !== null;

function createMeanings(studio: Studio, store: CanvasStore, execute: Execute): (event: KeyboardEvent) => Doing {
  const { editor, ui } = studio;
  const anchor = (): string | null => focusedNode() ?? editor.getState().selection[0] ?? null;
  const wireIds = (): readonly string[] => store.getState().selectedWires;

  const walk = (step: Step, chooses: boolean): void => {
    const { document } = editor.getState();
    const from = anchor();
    const next = from === null || !document.homes.has(from) ? firstToWalk(document) : walkTalk(document, from, step);
    if (next === null) return;
    store.setState({ selectedWires: [] });
    if (chooses) editor.select([next]);
    ui.reveal([next]);
    focusNode(next);
  };
  const choose = (): void => {
    const id = focusedNode();
    const { selection } = editor.getState();
    if (id === null) return;
    editor.select(selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id]);
  };
  const remove = (): Doing => {
    const { picture } = store.getState();
    const { document, selection } = editor.getState();
    const wires = picture.wires.filter((wire) => wireIds().includes(wire.id));
    const command = planRemoval(document, selection, wires);
    if (command === null) return null;
    return () => {
      execute(command);
      store.setState({ selectedWires: [] });
    };
  };
  const edit = (event: KeyboardEvent): Doing => {
    if (isButton(event.target)) return null;
    if (wireIds().length > 0) return () => ui.askCanvas('menu');
    const { document, selection } = editor.getState();
    const id =
      selection.length === 1 ? selection[0] : selection.length === 0 ? (focusedNode() ?? undefined) : undefined;
    return id === undefined || editableText(document, id) === null ? null : () => ui.editText(id);
  };
  /** Escape goes out, one thing at a time: from the pin to its node, from the wire to where it was chosen. */
  const escape = (event: KeyboardEvent): Doing => {
    const pin = pinAt(event.target);
    if (pin !== null) return () => focusNode(focusedNode() ?? '');
    if (wireIds().length === 0) return null;
    return () => {
      store.setState({ selectedWires: [] });
      const id = focusedNode();
      if (id === null) focusCanvas();
      else editor.select([id]);
    };
  };
  const isRemoval = (event: KeyboardEvent): boolean => {
    const shortcut = findAction(studio, 'edit.delete')?.shortcut ?? null;
    if (shortcut !== null && matchesShortcut(shortcut, event, studio.platform)) return true;
    return event.key === 'Backspace' && !event.ctrlKey && !event.metaKey && !event.altKey;
  };

  return (event) => {
    if (event.key === 'Escape') return escape(event);
    const meaning = pressedAt(studio, 'canvas', event) ?? '';
    const step = steps.get(meaning);
    const pin = pinAt(event.target);
    if (pin !== null && step !== undefined)
      return () => focusNextPin(pin, step === 'previous' || step === 'out' || step === 'last' ? -1 : 1);
    if (step !== undefined) return () => walk(step, true);
    const walked = walks.get(meaning);
    if (walked !== undefined) return () => walk(walked, false);
    const towards = nudges.get(meaning);
    if (towards !== undefined) {
      const { selection } = editor.getState();
      const command = planNudge(store.getState().picture.spots, selection, towards);
      return command === null ? null : () => void execute(command, `nudge ${selection.join(' ')}`);
    }
    if (meaning === 'choose') return choose;
    if (meaning === 'edit') return edit(event);
    return isRemoval(event) ? remove() : null;
  };
}
