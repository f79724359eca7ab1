import type { HostClient } from '../../shared/bridge/client.ts';
import type { Failure } from '../../shared/bridge/contract/failure.ts';
import type { Diff, Document } from '../../shared/model/document.ts';
import { diffDocuments } from '../../shared/merge/diff-documents.ts';
import { printDiff } from '../../shared/persistence/journal-format.ts';
import type { EditorStore, OpenFile } from './editor-store.ts';

/** How long an edit may wait before it is sent; the promise to people is a quarter of a second. */
const flushAfter = 150;

export type Journal = {
  /** Sends what waits, now; settles when everything sent so far is remembered. */
  readonly flush: () => Promise<void>;
  /**
   * The document now has another file, or is another document: what was journalled before no longer matters. `from`
   * says what the file holds and how the document differs from that, for work that was given back.
   */
  readonly restart: (from?: { readonly base: Document; readonly edits: Diff }) => void;
  /**
   * A save begins: call the answer once the file holds the document of this moment. Edits made while the file was
   * being written are then the first ones of the new journal.
   */
  readonly beginSave: () => () => void;
  readonly stop: () => void;
};

/** Sends every edit to the host within a quarter of a second, so that a crash costs no more than that. */
export function startJournal(
  editor: EditorStore,
  host: HostClient,
  print: (document: Document) => string,
  onFailure: (failure: Failure) => void,
): Journal {
  /** The document the waiting edits apply to, while the host has not been told it. */
  let base: Document | null = editor.getState().document;
  let waiting: Diff[] = [];
  let sinceSave: Diff[] | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let sending: Promise<void> = Promise.resolve();

  /** What could not be written is written with the next edit, as the way from what the file holds. */
  const startOver = (failure: Failure): void => {
    const { saved, document } = editor.getState();
    base = saved;
    waiting = [diffDocuments(saved, document)];
    onFailure(failure);
  };

  const send = async (openFile: OpenFile | null, from: Document | null, diffs: readonly Diff[]): Promise<void> => {
    const edits = diffs.map(printDiff);
    const start = from === null ? { base: null } : { base: print(from), ...hashOf(openFile) };
    try {
      const reply = await host.call('scenario.journal', { file: openFile?.file ?? null, ...start, edits });
      if (!reply.ok) startOver(reply.failure);
    } catch (fault) {
      startOver({ code: 'bridge.faulted', detail: String(fault), path: '' });
    }
  };

  const flush = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting.length === 0) return sending;
    const [from, edits, { openFile }] = [base, waiting, editor.getState()];
    base = null;
    waiting = [];
    sending = sending.then(() => send(openFile, from, edits));
    return sending;
  };

  const restartWith = (document: Document, edits: Diff[]): void => {
    base = document;
    waiting = edits;
    if (edits.length > 0) schedule();
  };

  const schedule = (): void => {
    timer ??= setTimeout(() => void flush(), flushAfter);
  };

  const stop = editor.onChange((diff) => {
    waiting.push(diff);
    sinceSave?.push(diff);
    schedule();
  });

  return {
    flush,
    restart: (from) => {
      sinceSave = null;
      restartWith(from?.base ?? editor.getState().document, from === undefined ? [] : [from.edits]);
    },
    beginSave: () => {
      const saved = editor.getState().document;
      const edits: Diff[] = [];
      sinceSave = edits;
      return () => {
        if (sinceSave !== edits) return;
        sinceSave = null;
        restartWith(saved, edits);
      };
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      stop();
    },
  };
}

const hashOf = (openFile: OpenFile | null): { readonly hash?: string } =>
  openFile === null ? {} : { hash: openFile.hash };
