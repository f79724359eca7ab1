import { succeed, type Result } from '../base/result.ts';
import { childIds, type Document } from '../model/document.ts';
import type { ConversationId, IntentId, SceneId, TurnId } from '../model/ids.ts';
import { freeNumbered } from '../model/ids.ts';
import type { IntentRecord, Speaker } from '../model/intent-record.ts';
import type { Command } from './command.ts';
import { notFound } from './command-failures.ts';
import { createDraft, type Draft } from './draft.ts';
import { draftConversation, draftScene, draftTurn, placeAt } from './level-add.ts';
import type { CommandFailure, Plan } from './plan.ts';
import { orderAmong } from './sibling-order.ts';

type IntentAdd = Extract<Command, { kind: 'intent.add' }>;

/** Adds an intent where it was dropped, with the frames that are missing there, ready to be written. */
export function planIntentAdd(document: Document, command: IntentAdd): Result<Plan, CommandFailure> {
  const draft = createDraft(document);
  const home = draftHome(draft, command.into);
  if (!home.ok) return home;
  const { turn, outermost } = home.value;
  const id = draftIntent(draft, turn, command);
  placeAt(draft, outermost ?? id, command.at);
  return draft.finish('Add intent', [id]);
}

type NewHome = { readonly turn: TurnId; readonly outermost: string | null };

/** The turn that takes the intent, and the outermost frame that had to be made for it. */
function draftHome(draft: Draft, into: IntentAdd['into']): Result<NewHome, CommandFailure> {
  const { tables, homes, scenario } = draft.document;
  const kind = into === null ? 'scenario' : homes.get(into)?.table;
  switch (kind) {
    case 'turns':
      return succeed({ turn: into as TurnId, outermost: null });
    case 'scenes': {
      const turn = draftTurn(draft, into as SceneId, numbered('Turn', childIds(draft.document, into as string)), true);
      return succeed({ turn, outermost: turn });
    }
    case 'conversations': {
      const name = numbered('Scene', childIds(draft.document, into as string));
      const scene = draftScene(draft, into as ConversationId, name, true);
      return succeed({ turn: draftTurn(draft, scene, 'Turn', true), outermost: scene });
    }
    case 'scenario': {
      const name = numbered('Conversation', childIds(draft.document, scenario.id));
      const conversation = draftConversation(draft, name, true);
      const scene = draftScene(draft, conversation, 'Scene', true);
      return succeed({ turn: draftTurn(draft, scene, 'Turn', true), outermost: conversation });
    }
    default:
      return notFound(tables.intents.has(into ?? '') ? 'turn' : 'turn, scene or conversation', into ?? '');
  }
}

const numbered = (word: string, siblings: readonly string[]): string =>
  siblings.length === 0 ? word : `${word} ${siblings.length + 1}`;

function draftIntent(draft: Draft, turn: TurnId, { name, speaker, bucket }: IntentAdd): string {
  const siblings = childIds(draft.document, turn).flatMap((id) => draft.get('intents', id) ?? []);
  const wanted = bucket ?? bucketFor(speaker, siblings);
  const beside = siblings.filter((intent) => intent.bucket === wanted).map((intent) => intent.id);
  const id = draft.freeId(name) as IntentId;
  const message = { id: draft.freeId(`${id}-message`), blocks: [{ kind: 'text', text: '' }] };
  draft.put('intents', {
    id,
    turn,
    bucket: wanted,
    speaker,
    intentId: intentIdFor(name, speaker, siblings),
    name,
    order: orderAmong(draft, 'intents', beside, null),
    messages: speaker === 'APP' ? [message] : [],
  });
  return id;
}

/** A turn asks and answers: who speaks its requests speaks no responses. */
function bucketFor(speaker: Speaker, siblings: readonly IntentRecord[]): IntentRecord['bucket'] {
  const request = siblings.find((intent) => intent.bucket === 'request');
  return request === undefined || request.speaker === speaker ? 'request' : 'response';
}

/** Several USER intents may mean the same; two APP intents of a turn should be told apart. */
function intentIdFor(name: string, speaker: Speaker, siblings: readonly IntentRecord[]): string {
  const wanted = toIntentId(name);
  if (speaker === 'USER') return wanted;
  const others = new Set(siblings.filter((intent) => intent.speaker === 'APP').map((intent) => intent.intentId));
  return freeNumbered(wanted, '_', (id) => others.has(id));
}

/** `Where is my order?` becomes `where_is_my_order`; a dotted name (`intent.core.NoMatch`) is an id already. */
export function toIntentId(name: string): string {
  const trimmed = name.trim();
  if (/^[\w-]+(?:\.[\w-]+)+$/.test(trimmed)) return trimmed.slice(0, longestId);
  const words = trimmed
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/([\p{Lowercase}\p{Number}])(\p{Uppercase})/gu, '$1_$2')
    .toLowerCase()
    .match(/[\p{Letter}\p{Number}]+/gu);
  return words === null ? 'intent' : words.join('_').slice(0, longestId);
}

const longestId = 120;
