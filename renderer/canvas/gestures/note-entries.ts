import type { Command } from '../../../shared/commands/command.ts';
import { formOf, noteForms, type NoteForm, type NoteRecord } from '../../../shared/model/design-records.ts';
import { commandEntry, type MenuEntry } from './menu-entry.ts';

const words: Readonly<Record<NoteForm, string>> = {
  note: 'Make it a note',
  area: 'Make it an area behind other things',
  label: 'Make it a label',
  picture: 'Make it a picture',
};

/** What a note can be besides what it is. A picture stays one as long as it holds one. */
export function formEntries(note: NoteRecord): readonly MenuEntry[] {
  if (note.picture !== undefined) return [];
  const own = formOf(note);
  return noteForms.flatMap((form) => (form === own ? [] : commandEntry(words[form], turned(note, form))));
}

function turned({ id }: NoteRecord, form: NoteForm): Command {
  const update = { kind: 'record.update', table: 'notes', id } as const;
  const command: Command =
    form === 'note' ? { ...update, changes: {}, without: ['form'] } : { ...update, changes: { form } };
  return { kind: 'several', label: `Turn into ${form === 'area' ? 'an' : 'a'} ${form}`, commands: [command] };
}
