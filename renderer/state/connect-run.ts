import type { Document } from '../../shared/model/document.ts';
import { canvasTables } from '../../shared/model/record-tables.ts';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import type { RunStore } from './create-run-store.ts';
import type { EditorStore } from './editor-store.ts';
import { emptyHistory } from './history.ts';
import { browserScheduler, type Scheduler } from './run-scheduler.ts';
import type { UiStore } from './ui-store.ts';

type Connected = { readonly editor: EditorStore; readonly ui: UiStore; readonly run: RunStore };
type Surroundings = {
  readonly print: (document: Document) => string;
  readonly scheduler?: Scheduler;
  /** Whether the person asked the system for less motion. */
  readonly calm?: Pick<MediaQueryList, 'matches' | 'addEventListener' | 'removeEventListener'>;
};

/** How long typing must pause before the talk takes an edit over. */
const reloadPause = 300;

/** Ties the talk to the rest of the window: one selection for chat, trace and canvas, and every edit in the talk. */
export function connectRun(connected: Connected, surroundings: Surroundings): () => void {
  const { print, scheduler = browserScheduler, calm = matchMedia('(prefers-reduced-motion: reduce)') } = surroundings;
  const stops = [
    followPreferences(connected, calm),
    selectWhatIsChosen(connected),
    chooseWhatIsSelected(connected),
    followOnCanvas(connected),
    reloadEdits(connected, print, scheduler),
    endWithScenario(connected),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function followPreferences({ ui, run }: Connected, calm: NonNullable<Surroundings['calm']>): () => void {
  const apply = (): void => run.setSpeed(calm.matches ? 0 : ui.getState().preferences.runSpeed);
  apply();
  calm.addEventListener('change', apply);
  const stop = ui.subscribe(apply);
  return () => {
    calm.removeEventListener('change', apply);
    stop();
  };
}

/** Choosing a bubble or a trace row selects its record and brings it into view. */
const selectWhatIsChosen = ({ editor, ui, run }: Connected): (() => void) =>
  run.subscribe(({ chosen }, before) => {
    if (chosen === null || chosen === before.chosen) return;
    const ref = run.eventAt(chosen)?.ref ?? null;
    if (ref === null || !editor.getState().document.homes.has(ref) || isSelected(editor, ref)) return;
    editor.select([ref]);
    ui.reveal([ref]);
  });

/** Selecting on the canvas or in the outline marks what the exchange on show did there. */
const chooseWhatIsSelected = ({ editor, run }: Connected): (() => void) =>
  editor.subscribe(({ selection }, before) => {
    const [id] = selection;
    if (selection === before.selection || selection.length !== 1 || id === undefined) return;
    const { chosen } = run.getState();
    if (chosen === null || run.eventAt(chosen)?.ref !== id) run.chooseRecord(id);
  });

const isSelected = (editor: EditorStore, id: string): boolean => {
  const { selection } = editor.getState();
  return selection.length === 1 && selection[0] === id;
};

/** With following on, the canvas goes along with what was heard, what is done and what is answered. */
const followOnCanvas = ({ ui, run }: Connected): (() => void) =>
  run.onShown((events) => {
    const ref = ui.getState().preferences.followRun ? events.findLast(isWorthSeeing)?.ref : undefined;
    if (ref != null) ui.reveal([ref]);
  });

/** Interpreters are drawn nowhere, so there is nothing to see when one is asked. */
const isWorthSeeing = (event: TraceEvent): boolean =>
  event.ref !== null &&
  (event.kind === 'intent.matched' ||
    event.kind === 'intent.selected' ||
    (event.kind === 'effect.requested' && event.effectKind === undefined));

function reloadEdits({ editor, run }: Connected, print: Surroundings['print'], scheduler: Scheduler): () => void {
  let cancel: (() => void) | null = null;
  const stop = editor.onChange((diff) => {
    if (diff.every(({ table }) => drawing.has(table))) return;
    cancel?.();
    const take = async (): Promise<void> => {
      cancel?.();
      if (run.getState().run !== null) await run.reload(print(editor.getState().document));
    };
    cancel = scheduler.after(reloadPause, () => void take());
    run.edited(take);
  });
  return () => {
    cancel?.();
    stop();
  };
}

/** Where things are drawn makes no difference to what is said. */
const drawing: ReadonlySet<string> = new Set(canvasTables);

/** Another document has another talk. Only a replaced document comes with the very history that is empty. */
const endWithScenario = ({ editor, run }: Connected): (() => void) =>
  editor.subscribe(({ document, history }, before) => {
    if (document !== before.document && history === emptyHistory) void run.reset();
  });
