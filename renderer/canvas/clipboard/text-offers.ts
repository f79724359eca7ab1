import type { Command } from '../../../shared/commands/command.ts';
import { toIntentId } from '../../../shared/commands/intent-add.ts';
import type { Document } from '../../../shared/model/document.ts';
import { freeId, type MessageId } from '../../../shared/model/ids.ts';
import type { IntentRecord, Message, Speaker } from '../../../shared/model/intent-record.ts';
import { insertCommand } from '../../palette/insert-command.ts';
import type { Placing } from '../../state/ui-store.ts';
import { commandEntry, madeEntry, type MenuEntry } from '../gestures/menu-entry.ts';

/** More samples than anybody pastes on purpose. */
const mostSamples = 500;
const longestName = 40;
const longestTitle = 48;

/** What any text on the clipboard could become on the canvas: what people say, what the app says, or a note. */
export function textOffers(
  document: Document,
  text: string,
  selected: string | undefined,
  place: Placing,
  special: readonly MenuEntry[] = [],
): readonly MenuEntry[] {
  const whole = text.trim();
  const lines = [...new Set(whole.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== '');
  const samples = lines.slice(0, mostSamples);
  const [first = ''] = lines;
  const chosen = document.tables.intents.get(document.homes.get(selected ?? '')?.record ?? '');
  const title = first.length > longestTitle ? `${first.slice(0, longestTitle)}…` : first;
  return [
    { kind: 'title', label: `“${title}”, pasted as` },
    ...special,
    ...intoIntent(document, chosen, samples, whole),
    madeEntry(
      samples.length === 1 ? 'A USER intent that says it' : `A USER intent with ${samples.length} samples`,
      newIntent(document, selected, place, 'USER', first, () => ({ samples: [...samples] })),
    ),
    madeEntry(
      'An APP intent that says it',
      newIntent(document, selected, place, 'APP', first, (id) => ({
        messages: [messageOf(`${id}-message`, whole)],
      })),
    ),
    madeEntry(
      'A note',
      place((at) => ({ kind: 'note.add', text: whole, at })),
    ),
  ];
}

/** To what is selected it is added: samples to what people say, one more message to what the app says. */
function intoIntent(
  document: Document,
  intent: IntentRecord | undefined,
  samples: readonly string[],
  whole: string,
): readonly MenuEntry[] {
  if (intent === undefined) return [];
  const name = intent.name === '' ? intent.intentId : intent.name;
  const update = { kind: 'record.update', table: 'intents', id: intent.id } as const;
  if (intent.speaker === 'USER') {
    const more = samples.filter((sample) => !intent.samples.includes(sample));
    if (more.length === 0) return [];
    const words = more.length === 1 ? 'One more sample' : `${more.length} more samples`;
    return [commandEntry(`${words} of “${name}”`, { ...update, changes: { samples: [...intent.samples, ...more] } })];
  }
  const id = freeId(`${intent.id}-message`, (taken) => document.homes.has(taken));
  const messages = [...intent.messages, messageOf(id, whole)];
  return [commandEntry(`One more message of “${name}”`, { ...update, changes: { messages } })];
}

/** Named after its first line; both steps are one in the history. */
export function newIntent(
  document: Document,
  selected: string | undefined,
  place: Placing,
  speaker: Speaker,
  line: string,
  changes: (id: string) => Partial<Pick<IntentRecord, 'samples' | 'messages'>>,
): Command {
  const name = toIntentId(line.slice(0, longestName)) || (speaker === 'USER' ? 'pasted_question' : 'pasted_answer');
  const id = freeId(name, (taken) => document.homes.has(taken));
  const words: Command = { kind: 'record.update', table: 'intents', id, changes: changes(id) };
  return place((at) => {
    const added = insertCommand(document, selected, { item: 'intent', speaker }, at);
    const named: Command = added.kind === 'intent.add' ? { ...added, name } : added;
    return { kind: 'several', label: 'Paste text', commands: [named, words] };
  });
}

const messageOf = (id: string, text: string): Message => ({
  id: id as MessageId,
  name: '',
  conditions: [],
  blocks: [{ kind: 'text', text }],
});
