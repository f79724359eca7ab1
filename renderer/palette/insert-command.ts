import { assertNever } from '../../shared/base/assert-never.ts';
import type { Command, Point } from '../../shared/commands/command.ts';
import type { NoteForm } from '../../shared/model/design-records.ts';
import type { Document } from '../../shared/model/document.ts';
import {
  asId,
  freeId,
  freeNumbered,
  type ActionId,
  type ConversationId,
  type IntentId,
  type SceneId,
  type ViewId,
} from '../../shared/model/ids.ts';
import { actionKindWords } from '../../shared/model/action-kind-words.ts';
import { containersAbove } from './containers-above.ts';
import type { PaletteItem } from './palette-item.ts';

/** Names of things nobody has named yet. */
export const firstNames = {
  USER: 'new_question',
  APP: 'new_answer',
  custom: 'basket',
  conversation: 'New conversation',
  scene: 'New scene',
  turn: 'New turn',
  note: 'Note',
  area: 'Area',
  label: 'Label',
} as const;

/**
 * What inserting means when nothing was pointed at: beside or inside what is selected, with the containers it needs,
 * else at `at`, the middle of the view.
 */
export function insertCommand(document: Document, selected: string | undefined, item: PaletteItem, at: Point): Command {
  const above = containersAbove(document, selected);
  switch (item.item) {
    case 'intent': {
      const into = above.turn ?? above.scene ?? above.conversation;
      const added = { kind: 'intent.add', speaker: item.speaker, name: firstNames[item.speaker], into } as const;
      return into === null ? { ...added, at } : added;
    }
    case 'action': {
      const into = above.intent;
      const added = {
        kind: 'action.add',
        actionKind: item.actionKind,
        name: actionKindWords[item.actionKind].firstName,
        into,
      } as const;
      return into === null ? { ...added, at } : added;
    }
    case 'use':
      return attachCommand(document, asId<ActionId>(item.action), above.intent, at);
    case 'context':
      return contextCommand(document, item.context, at);
    case 'turn':
      return above.scene === null
        ? withContainers(document, 'turn', at)
        : { kind: 'turn.add', scene: above.scene, name: firstNames.turn };
    case 'scene':
      return above.conversation === null
        ? withContainers(document, 'scene', at)
        : { kind: 'scene.add', conversation: above.conversation, name: firstNames.scene };
    case 'conversation':
      return { kind: 'conversation.add', name: firstNames.conversation, at };
    case 'note':
    case 'area':
    case 'label':
    case 'picture':
      return noteCommand(document, item.item, at);
    default:
      return assertNever(item);
  }
}

/** How far a note stands from one that is there already, so that both are seen. */
const beside = 32;

function noteCommand({ tables }: Document, form: NoteForm, at: Point): Command {
  let { x, y } = at;
  while (tables.notes.some((note) => note.x === x && note.y === y)) [x, y] = [x + beside, y + beside];
  const text = form === 'picture' ? '' : firstNames[form];
  const more = form === 'note' ? {} : form === 'area' ? ({ form, colour: 'accent' } as const) : { form };
  return { kind: 'note.add', text, at: { x, y }, ...more };
}

/** On an intent it is used once more; elsewhere the canvas shows it. */
function attachCommand(document: Document, action: ActionId, intent: IntentId | null, at: Point): Command {
  if (intent !== null) return { kind: 'action.attach', action, intent };
  const id = asId<ViewId>(freeId(`${action}-view`, (wanted) => document.homes.has(wanted)));
  const record = { id, kind: 'action', shows: action, ...at } as const;
  return { kind: 'records.put', label: 'Show action', puts: [{ table: 'views', record }] };
}

/** `custom` makes a context of one's own; the built-in ones are only shown once more. */
function contextCommand(document: Document, context: string, at: Point): Command {
  if (context !== 'custom') return { kind: 'context.show', context, at };
  const isTaken = (name: string): boolean => document.tables.contexts.some((record) => record.name === name);
  const name = freeNumbered(firstNames.custom, '_', isTaken);
  const commands: Command[] = [
    { kind: 'context.add', name },
    { kind: 'context.show', context: name, at },
  ];
  return { kind: 'several', label: 'Add context', commands };
}

/** A scene or turn on empty ground gets the frames it needs, as one step. */
function withContainers(document: Document, item: 'scene' | 'turn', at: Point): Command {
  const isTaken = (id: string): boolean => document.homes.has(id);
  const conversation = freeId(firstNames.conversation, isTaken) as ConversationId;
  const scene = freeId(firstNames.scene, (id) => isTaken(id) || id === conversation) as SceneId;
  const commands: Command[] = [
    { kind: 'conversation.add', name: firstNames.conversation, at },
    { kind: 'scene.add', conversation, name: firstNames.scene },
  ];
  if (item === 'turn') commands.push({ kind: 'turn.add', scene, name: firstNames.turn });
  return { kind: 'several', label: `Add ${item}`, commands };
}
