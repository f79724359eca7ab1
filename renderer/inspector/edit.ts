import { useCallback } from 'react';
import type { Command } from '../../shared/commands/command.ts';
import { planCommand } from '../../shared/commands/plan-command.ts';
import type { ScenarioRecord } from '../../shared/model/design-records.ts';
import type { TableName, TableRecords } from '../../shared/model/record-tables.ts';
import { useStudio } from '../state/studio.ts';
import { troublesAt, useProblemsByRef, type Trouble } from './problems-by-ref.ts';

/** Why something could not be written; null when it was. */
export type Refusal = string | null;

/** A part of a record, and the way to change it. */
export type Edit<Value> = {
  readonly value: Value;
  /** `burst` names the field that is being typed in: what is typed there until it is left is one step of the history. */
  readonly set: (changes: Partial<Value>, burst?: string | null) => Refusal;
  /** A name for a field of this part, unique in the document. */
  readonly place: (field: string) => string;
  readonly troubles: (field: string) => readonly Trouble[];
};

/** Carries a command out. What was selected stays selected, so that a form does not go away under its writer. */
export function useWrite(): (command: Command, burst?: string | null) => Refusal {
  const { editor } = useStudio();
  return useCallback(
    (command, burst = null) => {
      const done = editor.execute(command, burst, true);
      return done.ok ? null : withoutField(done.failure.sentence);
    },
    [editor],
  );
}

/** Why a command could not be carried out, without carrying it out. */
export function useCheck(): (command: Command) => Refusal {
  const { editor } = useStudio();
  return useCallback(
    (command) => {
      const plan = planCommand(editor.getState().document, command);
      return plan.ok ? null : withoutField(plan.failure.sentence);
    },
    [editor],
  );
}

/** Carries out what stands alone, like adding and removing. What was made is selected, what cannot be done is told. */
export function useExecute(): (command: Command) => void {
  const { editor, ui } = useStudio();
  return useCallback(
    (command) => {
      const done = editor.execute(command);
      if (!done.ok) ui.notify('bad', done.failure.sentence);
    },
    [editor, ui],
  );
}

/** The field is on screen already. */
const withoutField = (sentence: string): string => sentence.replace(/^[A-Za-z][\w.]*: /, '');

export function useRecordEdit<Name extends TableName>(
  table: Name,
  record: TableRecords[Name],
): Edit<TableRecords[Name]> {
  const write = useWrite();
  const problems = useProblemsByRef();
  const { id } = record;
  const place = (field: string): string => `${table}/${id}/${field}`;
  return {
    value: record,
    // What is set to nothing is taken out of the record.
    set: (changes, burst = null) => {
      const without = Object.keys(changes).filter((field) => changes[field as keyof typeof changes] === undefined);
      const update = { kind: 'record.update', table, id, changes, ...(without.length === 0 ? {} : { without }) };
      return write(update as unknown as Command, burst === null ? null : place(burst));
    },
    place,
    troubles: (field) => troublesAt(problems, id, field),
  };
}

export function useScenarioEdit(scenario: ScenarioRecord): Edit<ScenarioRecord> {
  const write = useWrite();
  const problems = useProblemsByRef();
  const place = (field: string): string => `scenario/${scenario.id}/${field}`;
  return {
    value: scenario,
    set: (changes, burst = null) => write({ kind: 'scenario.update', changes }, burst === null ? null : place(burst)),
    place,
    troubles: (field) => troublesAt(problems, scenario.id, field),
  };
}

/** A field of a part that is itself made of fields. */
export function within<Value, Key extends keyof Value & string>(edit: Edit<Value>, key: Key): Edit<Value[Key]> {
  const value = edit.value[key];
  return {
    value,
    set: (changes, burst = null) =>
      edit.set(
        { [key]: merged(value, changes) } as unknown as Partial<Value>,
        burst === null ? null : `${key}.${burst}`,
      ),
    place: (field) => edit.place(`${key}.${field}`),
    troubles: (field) => edit.troubles(`${key}.${field}`),
  };
}

/** The value with some of its fields changed, and without those that were set to nothing. */
export function merged<Value>(value: Value, changes: Partial<Value>): Value {
  const fields = Object.entries({ ...value, ...changes }).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields) as Value;
}

/** What a text field needs to show a text and to write what is typed. */
export type TextBinding = {
  readonly text: string;
  readonly write: (text: string) => Refusal;
  readonly place: string;
  readonly troubles: readonly Trouble[];
};

export type KeysOf<Value, Kind> = { [Key in keyof Value]: Value[Key] extends Kind ? Key : never }[keyof Value] & string;

export function textOf<Value>(edit: Edit<Value>, key: KeysOf<Value, string>): TextBinding {
  return {
    text: edit.value[key] as string,
    write: (text) => edit.set({ [key]: text } as unknown as Partial<Value>, key),
    place: edit.place(key),
    troubles: edit.troubles(key),
  };
}

export type ListBinding<Item> = {
  readonly items: readonly Item[];
  readonly write: (items: readonly Item[], burst?: string | null) => Refusal;
  /** A name for the list, unique in the document. */
  readonly base: string;
  /** A name for a field of the item at this index. */
  readonly place: (index: number, field?: string) => string;
  readonly troubles: readonly Trouble[];
  /** What is wrong with a field of the item at this index, where that is told one by one. */
  readonly troublesAt?: (index: number, field: string) => readonly Trouble[];
};

export function listOf<Value, Key extends KeysOf<Value, readonly unknown[]>>(
  edit: Edit<Value>,
  key: Key,
): ListBinding<ItemOf<Value[Key]>> {
  const at = (index: number, field = ''): string => `${key}.${index}${field === '' ? '' : `.${field}`}`;
  return {
    items: edit.value[key] as readonly ItemOf<Value[Key]>[],
    write: (items, burst = null) =>
      edit.set({ [key]: items } as unknown as Partial<Value>, burst === null ? null : `${key}.${burst}`),
    base: edit.place(key),
    place: (index, field) => edit.place(at(index, field)),
    troubles: edit.troubles(key),
    troublesAt: (index, field) => edit.troubles(at(index, field)),
  };
}
export type ItemOf<List> = List extends readonly (infer Item)[] ? Item : never;

/** One item of a list, as a part of its own. `troubles` where they are not told by its place in the list. */
export function itemOf<Item>(
  list: ListBinding<Item>,
  index: number,
  troubles: Edit<Item>['troubles'] = (field) => list.troublesAt?.(index, field) ?? [],
): Edit<Item> {
  const value = list.items[index] as Item;
  return {
    value,
    set: (changes, burst = null) =>
      list.write(list.items.with(index, merged(value, changes)), burst === null ? null : `${index}.${burst}`),
    place: (field) => list.place(index, field),
    troubles,
  };
}
