import { useMemo, useRef, useState } from 'react';
import type { IntentId } from '../../../shared/model/ids.ts';
import type { ListBinding } from '../edit.ts';
import { TroubleLine } from '../fields/field-frame.tsx';
import { Section } from '../fields/section.tsx';
import {
  duplicatesIn,
  samplesCount,
  sortedSamples,
  withoutDuplicates,
  withPasted,
  type PasteAt,
} from './paste-samples.ts';
import { SampleChoice, SamplesMenu } from './samples-menu.tsx';
import { SampleRows } from './sample-rows.tsx';
import './samples-section.css';

type SamplesSectionProps = { readonly id: IntentId; readonly list: ListBinding<string> };

const noneChosen: ReadonlySet<number> = new Set();

/** What a person may say, a row each. Enter begins the next; a paste of many lines makes many. */
export function SamplesSection({ id, list }: SamplesSectionProps) {
  const { items, write, troubles } = list;
  const [told, setTold] = useState('');
  const [chosen, setChosen] = useState(noneChosen);
  const duplicates = useMemo(() => duplicatesIn(items), [items]);
  // A place is a place in the list as it was; any other change lets go of it.
  const [chosenOf, setChosenOf] = useState(items);
  if (chosenOf !== items) {
    setChosenOf(items);
    setChosen(noneChosen);
  }
  const change = (next: readonly string[], telling: string): void => {
    write(next);
    setTold(telling);
  };
  const paste = (text: string, at: PasteAt): number | null => {
    const pasted = withPasted(items, text, at);
    if (pasted !== null) change(pasted.items, pasted.told);
    return pasted?.added ?? null;
  };
  /** One more or one less; with Shift, everything from the one that was pressed last. */
  const anchor = useRef<number | null>(null);
  const choose = (index: number, extended: boolean): void => {
    const from = extended ? (anchor.current ?? index) : index;
    anchor.current = index;
    const next = new Set(chosen);
    if (extended) for (const one of between(from, index)) next.add(one);
    else if (!next.delete(index)) next.add(index);
    setChosen(next);
  };
  const removeChosen = (): void => {
    change(
      items.filter((_, index) => !chosen.has(index)),
      `${samplesCount(chosen.size)} deleted.`,
    );
  };
  return (
    <Section
      title="Sample utterances"
      name="intents.samples"
      fields="samples"
      count={items.length}
      end={
        <SamplesMenu
          count={items.length}
          duplicates={duplicates.size}
          onSort={() => change(sortedSamples(items), 'Sorted from A to Z.')}
          onUnique={() => {
            const { kept, gone } = withoutDuplicates(items);
            change(kept, `${samplesCount(gone)} deleted, as there already.`);
          }}
          onChooseAll={() => setChosen(new Set(items.keys()))}
        />
      }
    >
      <p className="section-note">What people say, in their words. {'{session.order_id}'} stands for a value.</p>
      {chosen.size > 0 && (
        <SampleChoice count={chosen.size} onRemove={removeChosen} onClear={() => setChosen(noneChosen)} />
      )}
      <SampleRows
        id={id}
        list={list}
        duplicates={duplicates}
        chosen={chosen}
        onChoose={choose}
        onPaste={paste}
        onRemoveChosen={removeChosen}
      />
      <p className="section-note samples-told" aria-live="polite">
        {told}
      </p>
      {troubles.map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
    </Section>
  );
}

const between = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, step) => Math.min(from, to) + step);
