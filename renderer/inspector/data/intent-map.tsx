import { useMemo } from 'react';
import { Plus } from 'lucide-react';
import { freeNumbered } from '../../../shared/model/ids.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Document } from '../../../shared/model/document.ts';
import type { Refusal } from '../edit.ts';
import type { Trouble } from '../problems-by-ref.ts';
import { FieldRow, RowEnd } from '../fields/field-row.tsx';
import { Section } from '../fields/section.tsx';
import { TextField } from '../fields/text-field.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import { intentIdPicks } from '../picks.tsx';
import { useSettledDocument } from '../references/known-names.ts';

type IntentMap = { readonly [name: string]: string };

type IntentMapProps = {
  /** The record, and the field of it that holds the map. */
  readonly owner: string;
  readonly field: string;
  readonly map: IntentMap;
  readonly write: (map: IntentMap, burst: string | null) => Refusal;
  /** A name for a field of the form, unique in the document. */
  readonly place: (field: string) => string;
  readonly title: string;
  readonly note: string;
  /** What an entry is called, as in "Add callback". */
  readonly word: string;
  /** The name of a new entry. */
  readonly fresh: string;
};

/** Names somebody else has for intents, and the intent ids they stand for. */
export function IntentMapSection({ owner, field, map, write, place, title, note, word, fresh }: IntentMapProps) {
  const document = useSettledDocument();
  const ids = useMemo(() => intentIdPicks(document, 'USER'), [document]);
  const entries = Object.entries(map);
  const [rows, expectOne] = useFocusAdded(entries.length);
  const listId = `${owner}-${field}-intent-ids`;
  const label = `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;
  const set = (next: readonly (readonly [string, string])[], burst: string | null): Refusal =>
    write(Object.fromEntries(next), burst);
  const taken = (typed: string, own: string): Refusal => {
    if (typed === '') return `Give the ${word} an id.`;
    return typed !== own && Object.hasOwn(map, typed) ? `There is already such a ${word}.` : null;
  };
  const add = (): void => {
    const name = freeNumbered(fresh, '_', (wanted) => Object.hasOwn(map, wanted));
    expectOne();
    set([...entries, [name, '']], null);
  };
  return (
    <Section
      title={title}
      name={`interpreters.${field}`}
      count={entries.length}
      end={<IconButton icon={Plus} label={`Add ${word}`} onClick={add} />}
    >
      <p className="section-note">{note}</p>
      <datalist id={listId}>
        {ids.map(({ value }) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      <div className="field-rows" ref={rows}>
        {entries.map(([name, intentId], index) => (
          // Keyed by place, as the name itself is being written.
          <FieldRow
            key={index}
            label={`${label} ${name}`}
            end={<RowEnd label={`Remove ${name}`} onPress={() => set(entries.toSpliced(index, 1), null)} />}
          >
            <TextField
              label={label}
              meaning={`The ${word} as it comes in`}
              isLabelHidden
              mono
              text={name}
              place={place(`${field}.${index}.id`)}
              troubles={[]}
              check={(typed) => taken(typed, name)}
              write={(typed) => set(entries.with(index, [typed, intentId]), null)}
            />
            <TextField
              label="Intent id"
              meaning="The intent it means here"
              isLabelHidden
              mono
              placeholder="intent id"
              list={listId}
              text={intentId}
              place={place(`${field}.${index}.intent`)}
              troubles={intentTroubles(intentId, document)}
              write={(typed) => set(entries.with(index, [name, typed]), `${field}.${name}`)}
            />
          </FieldRow>
        ))}
      </div>
    </Section>
  );
}

/** What is said while it is written; half an id is none yet. */
function intentTroubles(intentId: string, document: Document): readonly Trouble[] {
  if (intentId === '') return [{ severity: 'warning', sentence: 'Choose the intent it means.' }];
  return document.tables.intents.some((intent) => intent.intentId === intentId)
    ? []
    : [{ severity: 'warning', sentence: `No intent has the id “${intentId}”.` }];
}
