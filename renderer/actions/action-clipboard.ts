import { bundleOfActions } from '../../shared/exchange/bundle/bundle-of-actions.ts';
import { printBundle } from '../../shared/exchange/bundle/export-bundle.ts';
import { planActionPaste } from '../../shared/exchange/bundle/plan-action-paste.ts';
import { readBundle } from '../../shared/exchange/bundle/read-bundle.ts';
import type { RecordPut } from '../../shared/model/record-tables.ts';
import { asId, freeId, type ViewId } from '../../shared/model/ids.ts';
import { programHash } from '../../shared/program/program-hash.ts';
import type { Studio } from '../state/studio.ts';

const counted = (count: number): string => (count === 1 ? '1 action' : `${count} actions`);

/** Puts actions on the clipboard as text that another scenario, or an engineer, can read. */
export async function copyActions({ editor, ui }: Studio, ids: readonly string[]): Promise<void> {
  const { document } = editor.getState();
  const bundle = bundleOfActions(document, ids, programHash(document));
  await navigator.clipboard.writeText(printBundle(bundle));
  ui.notify('good', `${counted(bundle.actions.length)} copied as text. Paste it into another scenario’s actions.`);
}

/** Takes actions in from text, as one step of the history. Whether it was such text. */
export function pasteActions({ editor, ui }: Studio, text: string): boolean {
  const read = readBundle(text);
  if (!read.ok) {
    ui.notify('bad', read.failure[0]?.sentence ?? 'This is no text of actions.');
    return false;
  }
  const { document } = editor.getState();
  const paste = planActionPaste(document, read.value);
  const { viewCentre } = ui.getState();
  const isTaken = (id: string): boolean => document.homes.has(id) || paste.puts.some(({ record }) => record.id === id);
  const views = paste.actions.map((action, index): RecordPut => {
    const id = asId<ViewId>(freeId(`${action}-view`, isTaken));
    const record = { id, kind: 'action', shows: action, x: viewCentre.x, y: viewCentre.y + index * 60 } as const;
    return { table: 'views', record };
  });
  const done = editor.execute({ kind: 'records.put', label: 'Paste actions', puts: [...paste.puts, ...views] });
  if (!done.ok) {
    ui.notify('bad', done.failure.sentence);
    return false;
  }
  editor.select(views.slice(0, 1).map(({ record }) => record.id));
  ui.notify(
    paste.notes.length === 0 ? 'good' : 'info',
    [`${counted(paste.actions.length)} came in.`, ...paste.notes].join(' '),
  );
  return true;
}
