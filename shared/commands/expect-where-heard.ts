import { defaultContext } from '../model/built-in-contexts.ts';
import { foldBlock } from '../model/block-texts.ts';
import type { Document } from '../model/document.ts';
import type { IntentRecord, MessageBlock } from '../model/intent-record.ts';
import { namedGroups } from '../model/named-groups.ts';
import { templateReferences } from '../reference/parse-template.ts';
import { parseReference } from '../reference/parse-reference.ts';
import type { Draft } from './draft.ts';

/**
 * What people say, press and fill in names no context: it goes where the intent that hears it expects it, else to the
 * default one. So intents that hear an attribute which leaves the default context come to expect it where it goes.
 */
export function expectWhereHeard(draft: Draft, isMoved: (name: string) => boolean, to: string): void {
  const sent = sentNames(draft.document);
  for (const id of draft.document.tables.intents.keys()) {
    const intent = draft.get('intents', id);
    if (intent?.speaker !== 'USER') continue;
    const expected = new Set(intent.expectedAttributes.map(nameIn));
    const heard = new Set([...slotsOf(intent), ...(sent.get(intent.intentId) ?? []), ...wordsSent(sent, intent)]);
    const added = [...heard].filter((name) => isMoved(name) && !expected.has(name)).map((name) => `${to}.${name}`);
    if (added.length > 0)
      draft.put('intents', { ...intent, expectedAttributes: [...intent.expectedAttributes, ...added] });
  }
}

const nameIn = (text: string): string => {
  const parsed = parseReference(text);
  return parsed.ok ? parsed.value.attribute : '';
};

/** A slot without a context, or in the one that is left. */
const slotsOf = ({ samples }: IntentRecord): readonly string[] =>
  samples
    .filter((sample) => sample.includes('{'))
    .flatMap(templateReferences)
    .flatMap(({ context, attribute }) => ((context ?? defaultContext) === defaultContext ? [attribute] : []));

/** Names of attributes by what they are heard as: an intent's id, or, under `wordsKey`, the words of a button. */
type Sent = ReadonlyMap<string, ReadonlySet<string>>;

function sentNames(document: Document): Sent {
  const found = new Map<string, Set<string>>();
  const add = (heardAs: string, name: string): void =>
    void found.set(heardAs, (found.get(heardAs) ?? new Set()).add(name));
  const interpreters = [...document.tables.interpreters.values()];
  for (const { messages } of document.tables.intents.values())
    for (const block of messages.flatMap(({ blocks }) => blocks))
      for (const { names, callback, words } of sendings(block)) {
        const heardAs = callback === '' ? [wordsKey(words)] : [callback];
        const mapped = interpreters.flatMap(({ callbacks }) =>
          Object.hasOwn(callbacks, callback) ? [callbacks[callback] ?? ''] : [],
        );
        for (const name of names) for (const key of [...heardAs, ...mapped]) add(key, name);
      }
  for (const interpreter of interpreters)
    if (interpreter.kind === 'pattern')
      for (const { pattern, captures, intentId } of interpreter.rules)
        for (const group of namedGroups(pattern)) add(intentId, captures[group] ?? group);
  return found;
}

/** A quick reply is heard by its words. */
const wordsSent = (sent: Sent, { samples }: IntentRecord): readonly string[] =>
  samples.flatMap((sample) => [...(sent.get(wordsKey(sample)) ?? [])]);

const wordsKey = (words: string): string => `“${words.trim().toLowerCase()}”`;

type Sending = { readonly names: readonly string[]; readonly callback: string; readonly words: string };

/** What pressing and filling in sends, button by button and form by form, whatever kind of block it is. */
function sendings(block: MessageBlock): readonly Sending[] {
  const all: Sending[] = [];
  const close = (sending: Sending): Sending => {
    if (sending.names.length === 0 || (sending.callback === '' && sending.words === '')) return sending;
    all.push(sending);
    return { ...sending, names: [] };
  };
  foldBlock<Sending>(block, {
    text: (text, role) => ({
      names: role === 'attribute' ? [text] : role === 'value' ? valueName(text) : [],
      callback: role === 'callback' ? text : '',
      words: role === 'plain' ? text : '',
    }),
    constant: () => nothing,
    // The fields of a form are sent with the form.
    list: (items) => ({ ...nothing, names: items.flatMap(({ names }) => names) }),
    object: (members) => {
      const of = (key: string): string => members.find(([name]) => name === key)?.[1].callback ?? '';
      const callback = of('callback');
      const words = callback === '' ? (members.find(([name]) => name === 'text')?.[1].words ?? '') : '';
      return close({ names: members.flatMap(([, { names }]) => names), callback, words });
    },
  });
  return all;
}

const nothing: Sending = { names: [], callback: '', words: '' };
const valueName = (text: string): readonly string[] => {
  const [, name] = /^([A-Za-z_]\w*)\./.exec(text) ?? [];
  return name === undefined ? [] : [name];
};
