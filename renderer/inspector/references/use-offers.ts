import { useState, type KeyboardEvent, type RefObject } from 'react';
import { useRun } from '../../state/studio.ts';
import { useKnownNames } from './known-names.ts';
import { offersAt, takeOffer, wholeOffers, type KnownText, type Offer, type Offers } from './offers.ts';
import type { ReferenceForm } from './text-marks.ts';

type Field = RefObject<HTMLTextAreaElement | null>;
type Taking = { readonly text: string; readonly caret: number };

type Wanted = {
  readonly text: string;
  readonly form: ReferenceForm;
  /** What the field may hold as a whole. */
  readonly known: readonly KnownText[];
};

/** The list of what could stand at the caret, driven by the keys of the field it belongs to. */
export function useOffers(field: Field, { text, form, known }: Wanted, onTake: (taken: Taking) => void) {
  const names = useKnownNames();
  const variables = useRun((state) => state.variables);
  /** Where the caret was when the list was asked for; null while it is closed. */
  const [caret, setCaret] = useState<number | null>(null);
  /** Where the keys went; null while they went nowhere. */
  const [active, setActive] = useState<number | null>(null);
  const offers = caret === null ? null : (offersAt(text, caret, form, names, variables) ?? wholeOffers(text, known));
  const shown = offers !== null && isWorthShowing(offers, text) ? offers : null;
  // In an empty field nothing is marked until somebody asks for it: Tab only passes through. Neither is a whole text:
  // what is typed may be a new one.
  const isOptional = (form === 'reference' && text === '') || shown?.items[0]?.kind === 'whole';
  const first = isOptional ? -1 : 0;
  const current = shown === null ? -1 : Math.min(active ?? first, shown.items.length - 1);

  const open = (): void => {
    setCaret(field.current?.selectionStart ?? 0);
    setActive(null);
  };
  const close = (): void => setCaret(null);
  const take = (offer: Offer): void => {
    if (shown === null) return;
    const taken = takeOffer(text, shown, offer, form);
    onTake(taken);
    setCaret(offer.kind === 'context' ? taken.caret : null);
    setActive(null);
  };
  /** Whether the key was for the list. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (shown === null) {
      if (event.key !== 'ArrowDown' && !(event.key === ' ' && event.ctrlKey)) return false;
      if (event.key === 'ArrowDown' && form !== 'reference' && known.length === 0) return false;
      open();
      return true;
    }
    const offer = shown.items[current];
    const count = shown.items.length;
    if (step !== undefined) setActive(current < 0 ? (step > 0 ? 0 : count - 1) : (current + step + count) % count);
    else if (event.key === 'Escape') close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && offer !== undefined) take(offer);
    else return false;
    return true;
  };
  return { offers: shown, active: current, open, close, take, onKey };
}

/** One offer that is there already is no offer. */
const isWorthShowing = ({ items, start, end }: Offers, text: string): boolean =>
  items.length > 1 || items[0]?.insert !== text.slice(start, end);
