import { createStore } from 'zustand/vanilla';
import type { Command } from '../../shared/commands/command.ts';
import { applyDiff } from '../../shared/commands/diff.ts';
import type { CommandFailure } from '../../shared/commands/plan.ts';
import { planCommand } from '../../shared/commands/plan-command.ts';
import { diffDocuments } from '../../shared/merge/diff-documents.ts';
import type { Result } from '../../shared/base/result.ts';
import { fail, succeed } from '../../shared/base/result.ts';
import type { Diff, Document } from '../../shared/model/document.ts';
import {
  emptyHistory,
  pushEntry,
  sealHistory,
  stepBack,
  stepForward,
  type FileContent,
  type History,
} from './history.ts';

/** The file behind the document; null while it was never saved. */
export type OpenFile = {
  readonly file: string;
  readonly name: string;
  readonly place: string;
  readonly hash: string;
  readonly trusted: boolean;
};

export type OnDisk = 'same' | 'changed' | 'gone';

export type EditorState = {
  readonly document: Document;
  /** The document as it is in the file; what "edited" is measured against. */
  readonly saved: Document;
  readonly openFile: OpenFile | null;
  /** Whether the open file holds what this window last read or wrote, something of another program, or is gone. */
  readonly onDisk: OnDisk;
  /** Ids of records, action uses, messages, views or notes. */
  readonly selection: readonly string[];
  readonly history: History;
  /** Rises with every change of the document; what caches and the journal go by. */
  readonly revision: number;
  /** The document came back from the journal of a session that did not end well, and is not in its file yet. */
  readonly recovered: boolean;
  /** The damaged file this is a repaired copy of; whose work it is decides what it may do. */
  readonly repairedFrom: Pick<OpenFile, 'file' | 'trusted'> | null;
};

/** Made elsewhere and not trusted yet: no live actions, no secrets. */
export const isRestricted = ({ openFile, repairedFrom }: Pick<EditorState, 'openFile' | 'repairedFrom'>): boolean =>
  (openFile ?? repairedFrom)?.trusted === false;

/** Where a document that replaces another came from: what its file holds, and whether the journal gave it back. */
export type Origin = Partial<Pick<EditorState, 'saved' | 'recovered' | 'repairedFrom' | 'onDisk'>>;

export type ChangeListener = (diff: Diff, state: EditorState) => void;

export type EditorStore = ReturnType<typeof createEditorStore>;

/** The one place a document changes in the renderer: every edit is a command, every command can be undone. */
export function createEditorStore(document: Document) {
  const store = createStore<EditorState>(() => ({
    document,
    saved: document,
    openFile: null,
    onDisk: 'same',
    selection: [],
    history: emptyHistory,
    revision: 0,
    recovered: false,
    repairedFrom: null,
  }));
  const listeners = new Set<ChangeListener>();

  const withDiff = (diff: Diff): Document => applyDiff(store.getState().document, diff);
  const change = (diff: Diff, document: Document, rest: Partial<EditorState>): void => {
    store.setState({ ...rest, document, revision: store.getState().revision + 1 });
    for (const listener of listeners) listener(diff, store.getState());
  };

  /** What the file is known to hold moves with a step that took it in; unless it was saved since, then it is ours. */
  const fileAt = (from: FileContent | undefined, to: FileContent | undefined): Partial<EditorState> => {
    const { openFile } = store.getState();
    if (from === undefined || to === undefined || openFile?.hash !== from.hash) return {};
    return { saved: to.saved, openFile: { ...openFile, hash: to.hash } };
  };

  /** The same list where it stays the same: nobody needs to hear of a selection that did not change. */
  const selectionThatExists = (ids: readonly string[], after: Document): readonly string[] => {
    const { selection } = store.getState();
    const found = ids.every((id) => after.homes.has(id)) ? ids : ids.filter((id) => after.homes.has(id));
    return sameIds(found, selection) ? selection : found;
  };

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,

    /**
     * Plans and applies. `merge` names the field being typed in, so that a burst of keys is one step. With
     * `keepsSelection` what is selected stays so: a form edits what it shows.
     */
    execute(
      command: Command,
      merge: string | null = null,
      keepsSelection = false,
    ): Result<readonly string[], CommandFailure> {
      const state = store.getState();
      const plan = planCommand(state.document, command);
      if (!plan.ok) return fail(plan.failure);
      const { diff, label, select } = plan.value;
      if (diff.length === 0) return succeed(select);
      const selectedAfter = keepsSelection || select.length === 0 ? state.selection : select;
      const entry = { label, diff, selectedBefore: state.selection, selectedAfter, merge };
      const after = applyDiff(state.document, diff);
      change(diff, after, {
        history: pushEntry(state.history, entry),
        selection: selectionThatExists(selectedAfter, after),
      });
      return succeed(select);
    },

    /**
     * Takes over how another document of this scenario is, as one step: a version, or a merge. The id of the scenario
     * stays. Gives how many records that changed. `file` is what the file holds by now, for a merge with it: undone,
     * the file counts as changed by others again, so that saving cannot write over what they did.
     */
    adopt(label: string, next: Document, file: FileContent | null = null): number {
      const state = store.getState();
      const { openFile, saved } = state;
      const known: Partial<EditorState> =
        file === null || openFile === null
          ? {}
          : { saved: file.saved, openFile: { ...openFile, hash: file.hash }, onDisk: 'same', recovered: false };
      const scenario = { ...next.scenario, id: state.document.scenario.id };
      const diff = diffDocuments(state.document, { ...next, scenario });
      if (diff.length === 0) {
        store.setState(known);
        return 0;
      }
      const { selection } = state;
      const after = applyDiff(state.document, diff);
      const both =
        file === null || openFile === null ? {} : { file: { before: { saved, hash: openFile.hash }, after: file } };
      const entry = { label, diff, selectedBefore: selection, selectedAfter: selection, merge: null, ...both };
      const history = pushEntry(state.history, entry);
      change(diff, after, { ...known, history, selection: selectionThatExists(selection, after) });
      return diff.length;
    },

    /** Ends a burst of typing: the next keystroke is a step of its own. */
    seal(): void {
      store.setState({ history: sealHistory(store.getState().history) });
    },

    undo(): void {
      const back = stepBack(store.getState().history);
      if (back === null) return;
      const { entry, history, diff } = back;
      const file = fileAt(entry.file?.after, entry.file?.before);
      const onDisk = file.openFile === undefined ? {} : ({ onDisk: 'changed' } as const);
      change(diff, withDiff(diff), { ...file, ...onDisk, history, selection: entry.selectedBefore });
    },

    redo(): void {
      const forward = stepForward(store.getState().history);
      if (forward === null) return;
      const { entry, history, diff } = forward;
      const file = fileAt(entry.file?.before, entry.file?.after);
      const onDisk = file.openFile === undefined ? {} : ({ onDisk: 'same' } as const);
      change(diff, withDiff(diff), { ...file, ...onDisk, history, selection: entry.selectedAfter });
    },

    select(ids: readonly string[]): void {
      const state = store.getState();
      if (sameIds(ids, state.selection)) return;
      store.setState({ selection: selectionThatExists(ids, state.document) });
    },

    /** Shows another document; the past belongs to the old one and goes with it. */
    replace(next: Document, openFile: OpenFile | null, origin: Origin = {}): void {
      const revision = store.getState().revision + 1;
      const { saved = next, recovered = false, repairedFrom = null, onDisk = 'same' } = origin;
      const fresh = { selection: [], history: emptyHistory, revision, onDisk };
      store.setState({ document: next, saved, openFile, recovered, repairedFrom, ...fresh });
    },

    /** The document as given is what the file holds now. */
    markSaved(saved: Document, openFile: OpenFile): void {
      store.setState({ saved, openFile, onDisk: 'same', recovered: false, repairedFrom: null });
    },

    setOnDisk(onDisk: OnDisk): void {
      if (store.getState().onDisk !== onDisk) store.setState({ onDisk });
    },

    setTrusted(trusted: boolean): void {
      const { openFile, repairedFrom } = store.getState();
      if (openFile !== null) store.setState({ openFile: { ...openFile, trusted } });
      else if (repairedFrom !== null) store.setState({ repairedFrom: { ...repairedFrom, trusted } });
    },

    /** Hears every diff after it was applied (the journal). */
    onChange(listener: ChangeListener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const sameIds = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((id, index) => id === right[index]);
