import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEditorStore } from '../../../../renderer/state/editor-store.ts';
import { startJournal } from '../../../../renderer/state/autosave.ts';
import { applyDiff } from '../../../../shared/commands/diff.ts';
import type { HostClient } from '../../../../shared/bridge/client.ts';
import type { Diff, Document } from '../../../../shared/model/document.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../../../shared/persistence/read-scenario.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { unwrap } from '../../../builders/unwrap.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const file = { file: 'file-1', name: 'shop.parley.json', place: '/', hash: 'abc', trusted: true };

/** A host whose journal is in memory; `restored` is what a crash at this moment would give back. */
function aJournal(document: Document) {
  const editor = createEditorStore(document);
  let answers: 'kept' | 'full' = 'kept';
  let kept: { base: string; edits: string[]; file: string | null } | null = null;
  const call = async (method: string, input: unknown) => {
    expect(method).toBe('scenario.journal');
    if (answers === 'full') return { ok: false, failure: { code: 'scenario.noSpace', detail: '', path: '' } };
    const { base, edits, file: of } = input as { base: string | null; edits: string[]; file: string | null };
    if (base === null && kept === null) throw new Error('edits without anything they apply to');
    kept = base === null ? { ...kept!, edits: [...kept!.edits, ...edits] } : { base, edits, file: of };
    return { ok: true, value: { sequence: 1 } };
  };
  const failures: string[] = [];
  const host = { call, onEvent: () => () => undefined } as unknown as HostClient;
  const journal = startJournal(editor, host, printScenario, (failure) => failures.push(failure.code));
  const restored = (): string | null => {
    if (kept === null) return null;
    const start = unwrap(readScenario(kept.base)).document;
    return printScenario(kept.edits.reduce((at, edit) => applyDiff(at, JSON.parse(edit) as Diff), start));
  };
  const now = (): string => printScenario(editor.getState().document);
  return {
    editor,
    journal,
    failures,
    restored,
    now,
    fill: (to: typeof answers) => (answers = to),
    journalled: () => kept,
  };
}

const add = (name: string) => ({ kind: 'conversation.add', name }) as const;

test('an edit is remembered within a quarter of a second, and further ones do not put it off', async () => {
  const { editor, restored, now } = aJournal(aScenario().build());
  editor.execute(add('Orders'));
  const first = now();
  await vi.advanceTimersByTimeAsync(100);
  editor.execute(add('Refunds'));
  await vi.advanceTimersByTimeAsync(150);
  expect([first, now()]).toContain(restored());
  await vi.advanceTimersByTimeAsync(250);
  expect(restored()).toBe(now());
});

test('undo is an edit too', async () => {
  const { editor, restored, now } = aJournal(aScenario().build());
  editor.execute(add('Orders'));
  editor.execute(add('Refunds'));
  editor.undo();
  await vi.advanceTimersByTimeAsync(250);
  expect(restored()).toBe(now());
});

test('nothing is sent while nothing is edited', async () => {
  const { restored, journal } = aJournal(aScenario().build());
  await journal.flush();
  await vi.advanceTimersByTimeAsync(5000);
  expect(restored()).toBeNull();
});

test('edits made while the file is being written begin the new journal', async () => {
  const { editor, journal, restored, now, journalled } = aJournal(aScenario().build());
  editor.execute(add('Orders'));
  const saved = editor.getState().document;
  const finished = journal.beginSave();
  await journal.flush();
  editor.execute(add('Refunds'));
  await vi.advanceTimersByTimeAsync(250);
  editor.execute(add('Stock'));
  editor.markSaved(saved, file);
  finished();
  await journal.flush();
  expect(journalled()?.base).toBe(printScenario(saved));
  expect(journalled()?.edits).toHaveLength(2);
  expect(journalled()?.file).toBe(file.file);
  expect(restored()).toBe(now());
});

test('after a failure the whole work is sent again with the next edit', async () => {
  const { editor, failures, restored, now, fill } = aJournal(aScenario().build());
  editor.execute(add('Orders'));
  await vi.advanceTimersByTimeAsync(250);
  fill('full');
  editor.execute(add('Refunds'));
  await vi.advanceTimersByTimeAsync(250);
  expect(failures).toEqual(['scenario.noSpace']);
  fill('kept');
  editor.execute(add('Stock'));
  await vi.advanceTimersByTimeAsync(250);
  expect(restored()).toBe(now());
});

test('another document has a journal of its own', async () => {
  const { editor, journal, restored, now } = aJournal(aScenario('One').build());
  editor.execute(add('Orders'));
  await journal.flush();
  editor.replace(aScenario('Two').build(), file);
  journal.restart();
  editor.execute(add('Refunds'));
  await vi.advanceTimersByTimeAsync(250);
  expect(restored()).toBe(now());
});
