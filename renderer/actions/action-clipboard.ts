import type { Command, Point } from '../../shared/commands/command.ts';
import { bundleOfActions } from '../../shared/exchange/bundle/bundle-of-actions.ts';
import { printBundle } from '../../shared/exchange/bundle/export-bundle.ts';
import { planActionPaste } from '../../shared/exchange/bundle/plan-action-paste.ts';
import { readBundle } from '../../shared/exchange/bundle/read-bundle.ts';
import type { ActionRecord } from '../../shared/model/action-record.ts';
import type { RecordPut } from '../../shared/model/record-tables.ts';
import { asId, freeId, type ViewId } from '../../shared/model/ids.ts';
import { programHash } from '../../shared/program/program-hash.ts';
import { measureActionView } from '../canvas/layout/measure-action.ts';
import { attributeTypes } from '../canvas/layout/slot.ts';
import type { Studio } from '../state/studio.ts';

const counted = (count: number): string => (count === 1 ? '1 action' : `${count} actions`);

/** Puts actions on the clipboard as text that another scenario, or an engineer, can read. */
export async function copyActions({ editor, ui }: Studio, ids: readonly string[]): Promise<void> {
  const { document } = editor.getState();
  const bundle = bundleOfActions(document, ids, programHash(document));
  await navigator.clipboard.writeText(printBundle(bundle));
  ui.notify('good', `${counted(bundle.actions.length)} copied as text. Paste it into another scenario’s actions.`);
}

/** Room below each action that stands by itself. */
const apart = 24;

const actionIn = (put: RecordPut): readonly ActionRecord[] => (put.table === 'actions' ? [put.record] : []);

/** Takes actions in from text, as one step of the history. Whether it was such text. */
export function pasteActions({ editor, ui }: Studio, text: string): boolean {
  const read = readBundle(text);
  if (!read.ok) {
    ui.notify('bad', read.failure[0]?.sentence ?? 'This is no text of actions.');
    return false;
  }
  const { document } = editor.getState();
  const paste = planActionPaste(document, read.value);
  const isTaken = (id: string): boolean => document.homes.has(id) || paste.puts.some(({ record }) => record.id === id);
  const ids = paste.actions.map((action) => asId<ViewId>(freeId(`${action}-view`, isTaken)));
  const records = [...document.tables.actions.values(), ...paste.puts.flatMap((put) => actionIn(put))];
  const heights = paste.actions.map((id) => {
    const record = records.findLast((one) => one.id === id) ?? null;
    return measureActionView(id, record, attributeTypes(document)).height + apart;
  });
  const viewsAt = ({ x, y }: Point): readonly RecordPut[] => {
    let below = y;
    return paste.actions.map((action, index) => {
      const at = { x, y: below };
      below += heights[index] ?? 0;
      return {
        table: 'views',
        record: { id: ids[index] ?? asId<ViewId>(action), kind: 'action', shows: action, ...at },
      };
    });
  };
  const make = (at: Point): Command => ({
    kind: 'records.put',
    label: 'Paste actions',
    puts: [...paste.puts, ...viewsAt(at)],
  });
  const done = editor.execute(ui.place(make));
  if (!done.ok) {
    ui.notify('bad', done.failure.sentence);
    return false;
  }
  editor.select(ids.slice(0, 1));
  ui.reveal(ids.slice(0, 1), true);
  ui.notify(
    paste.notes.length === 0 ? 'good' : 'info',
    [`${counted(paste.actions.length)} came in.`, ...paste.notes].join(' '),
  );
  return true;
}
