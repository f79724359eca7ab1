import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isJsonObject, type Json } from '../../shared/base/json.ts';
import type { Command } from '../../shared/commands/command.ts';
import { applyDiff } from '../../shared/commands/diff.ts';
import { planCommand } from '../../shared/commands/plan-command.ts';
import { exportBundle, printBundle } from '../../shared/exchange/bundle/export-bundle.ts';
import { readBundle } from '../../shared/exchange/bundle/read-bundle.ts';
import { copyClip, printClip } from '../../shared/exchange/clipboard/copy-clip.ts';
import { planClipPaste } from '../../shared/exchange/clipboard/plan-clip-paste.ts';
import { readClip } from '../../shared/exchange/clipboard/read-clip.ts';
import { mergeDocuments } from '../../shared/merge/merge-documents.ts';
import { createDocument, type Document } from '../../shared/model/document.ts';
import type { IntentRecord } from '../../shared/model/intent-record.ts';
import { tableSchemas, type RecordPut } from '../../shared/model/record-tables.ts';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../shared/persistence/read-scenario.ts';
import { fullRecords, fullScenario, type ChooseText } from '../builders/full-records.ts';
import { naughtyStrings } from '../builders/naughty-strings.ts';
import { unwrap, unwrapFailure } from '../builders/unwrap.ts';

const texts = naughtyStrings() ?? [];
/** Names that reach for what every object inherits are refused as keys, and are texts like any other elsewhere. */
const unsafe = new Set(['__proto__', 'constructor', 'prototype']);
const fits: (text: string) => ChooseText = (text) => (schema, _, isKey) =>
  z.safeParse(schema, text).success && !(isKey && unsafe.has(text)) ? text : 'plain';

const plain = filled();
const some = (step: number): readonly string[] => texts.filter((_, at) => at % step === 0);

function filled(): Document {
  const command: Command = { kind: 'records.put', label: 'Fill', puts: [...fullRecords(() => 'plain')] };
  const empty = createDocument(fullScenario(() => 'plain'));
  return applyDiff(empty, unwrap(planCommand(empty, command)).diff);
}

/** The same text put into every place that takes it, one record after the other, as edits. */
function typed(text: string, records: readonly RecordPut[]): Command {
  const { id: _, ...scenario } = fullScenario(fits(text));
  const updates = records.map(({ table, record: { id, ...changes } }) => {
    return { kind: 'record.update', table, id, changes } as Command;
  });
  return { kind: 'several', label: 'Type', commands: [{ kind: 'scenario.update', changes: scenario }, ...updates] };
}

const after = (document: Document, command: Command): Document =>
  applyDiff(document, unwrap(planCommand(document, command)).diff);

/** How often a text stands somewhere in a value, as a text or as a key. */
function count(text: string, json: Json): number {
  if (typeof json === 'string') return json === text ? 1 : 0;
  if (Array.isArray(json)) return json.reduce<number>((sum, item: Json) => sum + count(text, item), 0);
  if (!isJsonObject(json)) return 0;
  return Object.entries(json).reduce((sum, [key, value]) => sum + (key === text ? 1 : 0) + count(text, value), 0);
}

/** What a text says when nobody may write it here, in any record of any kind. */
const grammatical = fullRecords(() => 'plain').flatMap(({ table, record }) =>
  Object.entries(record).flatMap(([field, value]) =>
    field === 'id' || typeof value !== 'string' ? [] : [{ table, record, field }],
  ),
);

describe.skipIf(texts.length === 0)('every text there can be, in every place of every kind of record', () => {
  test('is written and read as it was typed', () => {
    const places = count('plain', JSON.parse(printScenario(plain)) as Json);
    expect(places).toBeGreaterThan(800);
    for (const text of texts) {
      const records = fullRecords(fits(text));
      const document = after(plain, typed(text, records));
      const wanted = JSON.parse(JSON.stringify(records.map(({ record }) => record))) as Json;
      const printed = printScenario(document);
      const found = { text, times: count(text, JSON.parse(printed) as Json) };
      // Longer ones do not fit everywhere, and keys of nothing are left out.
      const least = text.length <= 100 && text !== '' ? Math.max(places / 3, count(text, wanted)) : count(text, wanted);
      expect(found.times >= least ? null : found).toBeNull();
      expect(printScenario(unwrap(readScenario(new TextEncoder().encode(printed))).document)).toBe(printed);
    }
  }, 120_000);

  test('is refused with a sentence where a name has a grammar or a length, and changes nothing', () => {
    let refused = 0;
    for (const text of [...some(4), 'long'.repeat(60_000)])
      for (const { table, record, field } of grammatical) {
        if (tableSchemas[table].safeParse({ ...record, [field]: text }).success) continue;
        const update = { kind: 'record.update', table, id: record.id, changes: { [field]: text } } as const;
        expect(unwrapFailure(planCommand(plain, update)).sentence).toMatch(/[.?!”]$/);
        refused += 1;
      }
    expect(refused).toBeGreaterThan(2000);
  }, 60_000);

  test('is merged with what another did meanwhile, and goes along in a bundle and on the clipboard', () => {
    const theirs = after(plain, { kind: 'canvas.place', places: [{ id: 'notes-0', x: 71, y: 72 }] });
    for (const text of some(5)) {
      const ours = after(plain, typed(text, fullRecords(fits(text))));
      const merge = mergeDocuments(plain, ours, theirs);
      expect(merge.conflicts).toEqual([]);
      expect(merge.document.tables.intents.toJS()).toEqual(ours.tables.intents.toJS());
      expect(merge.document.tables.notes.get('notes-0')).toEqual({ ...ours.tables.notes.get('notes-0'), x: 71, y: 72 });

      const bundle = exportBundle(ours, 'hash');
      expect(unwrap(readBundle(printBundle(bundle)))).toEqual(bundle);
      expect(bundle.mocks).toEqual([...ours.tables.mocks.values()]);

      const clip = copyClip(ours, ['conversations-0']);
      expect(clip).not.toBeNull();
      if (clip === null) continue;
      const read = unwrap(readClip(printClip(clip)));
      expect(read).toEqual(clip);
      const { puts } = planClipPaste(plain, read, { at: { x: 0, y: 0 }, into: () => null });
      const pasted = puts.flatMap(({ table, record }) => (table === 'intents' ? [record] : []));
      expect(pasted.map(wordsOf)).toEqual([...ours.tables.intents.values()].map(wordsOf));
    }
  }, 90_000);
});

const wordsOf = ({ name, description, samples, messages }: IntentRecord): unknown => ({
  name,
  description,
  samples,
  blocks: messages.map(({ blocks }) => blocks),
});
