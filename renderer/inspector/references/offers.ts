import type { Json } from '../../../shared/base/json.ts';
import { filters } from '../../../shared/reference/filters/filter-table.ts';
import { completionAt, completionInTemplate, type Completion } from '../../../shared/reference/completion-at.ts';
import type { Variables } from '../../state/run-variables.ts';
import type { KnownNames } from './known-names.ts';
import { jsonString, type ReferenceForm } from './text-marks.ts';

/** Something that could stand at the caret. */
export type Offer = {
  readonly kind: 'attribute' | 'context' | 'filter' | 'whole';
  /** What takes the place of what was typed so far. */
  readonly insert: string;
  readonly label: string;
  /** Its type, or what it does. */
  readonly detail: string;
  /** What the running talk has there; undefined when there is none. */
  readonly now: Json | undefined;
};

/** A text the field may hold as a whole, such as the id of an intent. */
export type KnownText = { readonly value: string; readonly detail: string };

export type Offers = { readonly start: number; readonly end: number; readonly items: readonly Offer[] };

const most = 60;

/** What can be offered at the caret; null where nothing can. */
export function offersAt(
  text: string,
  caret: number,
  form: ReferenceForm,
  names: KnownNames,
  variables: Variables,
): Offers | null {
  const completion = completionIn(text, caret, form);
  if (completion === null) return null;
  const all = offersFor(completion, text[completion.end] === '.', names, variables);
  const items = rank(all, completion.typed);
  return items.length === 0 ? null : { start: completion.start, end: completion.end, items };
}

/** Whole texts that fit what is typed, as long as no reference is. */
export function wholeOffers(text: string, known: readonly KnownText[]): Offers | null {
  if (text.includes('{')) return null;
  const all = known.map(({ value, detail }): Offer => ({
    kind: 'whole',
    insert: value,
    label: value,
    detail,
    now: undefined,
  }));
  const items = rank(all, text);
  return items.length === 0 ? null : { start: 0, end: text.length, items };
}

function completionIn(text: string, caret: number, form: ReferenceForm): Completion | null {
  if (form === 'reference') return completionAt(text, caret);
  if (form !== 'json') return completionInTemplate(text, caret);
  const string = [...text.matchAll(jsonString)].find(
    ({ index, 1: inside = '' }) => caret > index && caret <= index + 1 + inside.length,
  );
  if (string === undefined) return null;
  const from = string.index + 1;
  const found = completionInTemplate(string[1] ?? '', caret - from);
  return found === null ? null : { ...found, start: found.start + from, end: found.end + from };
}

function offersFor(
  { expects, context }: Completion,
  isFollowed: boolean,
  names: KnownNames,
  variables: Variables,
): Offer[] {
  switch (expects) {
    case 'context': {
      const contexts = [...names.contexts.values()].filter(({ name }) => name !== 'secret').map(contextOffer);
      if (isFollowed) return contexts.map((offer) => ({ ...offer, insert: offer.label }));
      const used = [...names.used.keys()].flatMap((one) => attributeOffers(one, names, variables, one));
      return [...used.filter(({ label }) => !label.startsWith('history.')), ...contexts];
    }
    case 'attribute':
      return attributeOffers(context ?? '', names, variables, null);
    case 'filter':
      return [...filters].map(([name, { summary }]) => ({
        kind: 'filter',
        insert: name,
        label: name,
        detail: summary,
        now: undefined,
      }));
    default:
      return [];
  }
}

const contextOffer = ({ name, description }: { name: string; description: string }): Offer => ({
  kind: 'context',
  insert: `${name}.`,
  label: name,
  detail: description,
  now: undefined,
});

/** Attributes spoken of with the context, then every other that could be there. `prefix` writes the context, too. */
function attributeOffers(context: string, names: KnownNames, variables: Variables, prefix: string | null): Offer[] {
  const used = [...(names.used.get(context) ?? [])].toSorted();
  const isFixed = names.constants.has(context) || context === 'conversation' || context === 'history';
  const others = isFixed || prefix !== null ? [] : [...names.types.keys()].filter((name) => !used.includes(name));
  return [...used, ...others.toSorted()].map((name) => {
    const label = prefix === null ? name : `${prefix}.${name}`;
    return {
      kind: 'attribute',
      insert: label,
      label,
      detail: names.types.get(name) ?? '',
      now: variables.get(context)?.get(name)?.after,
    };
  });
}

/** What begins with the typed text comes first, then what has a name beginning with it, then what contains it. */
function rank(offers: readonly Offer[], typed: string): readonly Offer[] {
  const wanted = typed.toLowerCase();
  const place = ({ label }: Offer): number => {
    const text = label.toLowerCase();
    if (text.startsWith(wanted)) return 0;
    if (text.includes(`.${wanted}`)) return 1;
    return text.includes(wanted) ? 2 : 3;
  };
  return offers
    .filter((offer) => place(offer) < 3)
    .toSorted((left, right) => place(left) - place(right))
    .slice(0, most);
}

/** The text with an offer taken, and where the caret is then. In a text, an attribute closes its brace. */
export function takeOffer(text: string, { start, end }: Offers, offer: Offer, form: ReferenceForm) {
  const closes = offer.kind === 'attribute' && form !== 'reference';
  const rest = text.slice(end);
  const isClosed = rest.startsWith('}');
  const tail = closes && !isClosed && !/^[.[|\s]/.test(rest) ? '}' : '';
  const caret = start + offer.insert.length + (closes && (isClosed || tail !== '') ? 1 : 0);
  return { text: `${text.slice(0, start)}${offer.insert}${tail}${rest}`, caret };
}
