import { describe, expect, test } from 'vitest';
import type { Diff, Document } from '../../../../shared/model/document.ts';
import { applyDiff } from '../../../../shared/commands/diff.ts';
import { printDiff, printJournalLine, replayJournal } from '../../../../shared/persistence/journal-format.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { orderDocument } from '../../../builders/order-document.ts';
import { planned, type PlainCommand } from '../../../builders/run-command.ts';
import { unwrap, unwrapFailure } from '../../../builders/unwrap.ts';

const base = printScenario(orderDocument());
const commands: readonly PlainCommand[] = [
  { kind: 'turn.add', scene: 'main', name: 'Line\nbreak' },
  { kind: 'scenario.update', changes: { name: 'Shop' } },
  { kind: 'records.remove', ids: ['tell'] },
  { kind: 'attribute.rename', id: 'status', name: 'state' },
];

const { document: edited, diffs } = commands.reduce<{ document: Document; diffs: Diff[] }>(
  ({ document, diffs: before }, command) => {
    const { diff } = planned(document, command);
    return { document: applyDiff(document, diff), diffs: [...before, diff] };
  },
  { document: orderDocument(), diffs: [] },
);
const lines = diffs.map((diff, index) => printJournalLine(index + 1, printDiff(diff)).trimEnd());
const replay = (changed: readonly string[]) => unwrap(replayJournal(base, changed));
const textAfter = (edits: number): string => printScenario(diffs.slice(0, edits).reduce(applyDiff, orderDocument()));

describe('a journal', () => {
  test('[F19] replayed on its base gives the edited document', () => {
    const replayed = replay(lines);
    expect(printScenario(replayed.document)).toBe(printScenario(edited));
    expect({ ...replayed, document: null }).toEqual({ document: null, edits: 4, torn: false, stoppedAt: null });
  });

  test('[F19] is one line an edit, whatever the edit says', () => {
    expect(printJournalLine(7, JSON.stringify(diffs[0], null, 2)).match(/\n/g)).toHaveLength(1);
    expect(printJournalLine(7, '[]')).toBe('{"v":1,"seq":7,"diff":[]}\n');
    expect(printScenario(replay([...lines, '']).document)).toBe(printScenario(edited));
    expect(replay([]).edits).toBe(0);
  });

  test('[F20] cut off at any character of its last line loses that edit alone', () => {
    const last = lines[3] ?? '';
    for (let length = 1; length < last.length; length += 7) {
      const replayed = replay([...lines.slice(0, 3), last.slice(0, length)]);
      expect([replayed.edits, replayed.torn, replayed.stoppedAt]).toEqual([3, true, null]);
      expect(printScenario(replayed.document)).toBe(textAfter(3));
    }
  });

  const withLine = (index: number, line: string): string[] => lines.map((one, at) => (at === index ? line : one));
  test.each([
    ['damaged', withLine(1, '{"v":1,"seq":2,"di'), 2, /Expected the closing quote/],
    ['of another version', withLine(1, '{"v":2,"seq":2,"diff":[]}'), 2, /Expected 1, found 2/],
    ['missing', lines.toSpliced(1, 1), 2, /Expected edit 2, found 3/],
    ['given twice', lines.toSpliced(1, 0, lines[0] ?? ''), 2, /Expected edit 2, found 1/],
    [
      'about a record that is not so',
      withLine(
        1,
        printJournalLine(2, printDiff(diffs[2] ?? []).replace('"confidence":0.5', '"confidence":0.7')).trimEnd(),
      ),
      2,
      /"tell" is not as this edit found it/,
    ],
    [
      'writing a record that is none',
      withLine(0, (lines[0] ?? '').replace('"after":{', '"after":{"behaviors":[7],"x":{').replace('}}]}', '}}}]}')),
      1,
      /Expected/,
    ],
    [
      'leaving a record without its parent',
      withLine(
        0,
        '{"v":1,"seq":1,"diff":[{"table":"scenes","id":"main","before":SCENE,"after":null}]}'.replace(
          'SCENE',
          JSON.stringify(orderDocument().tables.scenes.get('main')),
        ),
      ),
      1,
      /"main" still holds "where"/,
    ],
    [
      'removing the scenario',
      withLine(
        0,
        `{"v":1,"seq":1,"diff":[{"table":"scenario","id":"order","before":${JSON.stringify(orderDocument().scenario)},"after":null}]}`,
      ),
      1,
      /The scenario cannot be removed/,
    ],
  ])('[F21] with a line that is %s stops there and says so', (_, changed, line, sentence) => {
    const { stoppedAt, edits, document } = replay(changed);
    expect(stoppedAt).toEqual({
      line,
      problem: { pointer: expect.any(String) as string, sentence: expect.stringMatching(sentence) as string },
    });
    expect(edits).toBe(line - 1);
    expect(printScenario(document)).toBe(textAfter(line - 1));
  });

  test('[F21] on a base that cannot be read says what is wrong with it', () => {
    expect(unwrapFailure(replayJournal('{', lines))).toHaveLength(1);
  });
});
