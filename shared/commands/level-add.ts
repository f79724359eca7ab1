import type { Result } from '../base/result.ts';
import { childIds, type Document } from '../model/document.ts';
import type { Behavior } from '../model/intent-record.ts';
import type { ConversationId, SceneId, TurnId } from '../model/ids.ts';
import type { Command, Point } from './command.ts';
import { notFound } from './command-failures.ts';
import { createDraft, type Draft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';
import { orderAmong } from './sibling-order.ts';

export function planConversationAdd(
  document: Document,
  { name, at }: Extract<Command, { kind: 'conversation.add' }>,
): Result<Plan, CommandFailure> {
  const draft = createDraft(document);
  const id = draftConversation(draft, name, isFirst(document, document.scenario.id));
  placeAt(draft, id, at);
  return draft.finish('Add conversation', [id]);
}

export function planSceneAdd(
  document: Document,
  { conversation, name, at }: Extract<Command, { kind: 'scene.add' }>,
): Result<Plan, CommandFailure> {
  if (!document.tables.conversations.has(conversation)) return notFound('conversation', conversation);
  const draft = createDraft(document);
  const id = draftScene(draft, conversation, name, isFirst(document, conversation));
  placeAt(draft, id, at);
  return draft.finish('Add scene', [id]);
}

/** A new turn is OPEN, or the talk could only come to it by a transition; the first of a scene begins it as well. */
export function planTurnAdd(
  document: Document,
  { scene, name, at }: Extract<Command, { kind: 'turn.add' }>,
): Result<Plan, CommandFailure> {
  if (!document.tables.scenes.has(scene)) return notFound('scene', scene);
  const draft = createDraft(document);
  const id = draftTurn(draft, scene, name, isFirst(document, scene));
  placeAt(draft, id, at);
  return draft.finish('Add turn', [id]);
}

const isFirst = (document: Document, parent: string): boolean => childIds(document, parent).length === 0;

/** Somewhere to begin: what is first of its level, or was made for an intent dropped there, is STARTING. */
const startingWhen = (starts: boolean): Behavior[] => (starts ? ['STARTING'] : []);

export function draftConversation(draft: Draft, name: string, starts: boolean): ConversationId {
  const id = draft.freeId(name) as ConversationId;
  const siblings = childIds(draft.document, draft.document.scenario.id);
  const order = orderAmong(draft, 'conversations', siblings, null);
  draft.put('conversations', { id, name, order, behaviors: startingWhen(starts) });
  return id;
}

export function draftScene(draft: Draft, conversation: ConversationId, name: string, starts: boolean): SceneId {
  const id = draft.freeId(name) as SceneId;
  const order = orderAmong(draft, 'scenes', childIds(draft.document, conversation), null);
  draft.put('scenes', { id, conversation, name, order, behaviors: startingWhen(starts) });
  return id;
}

export function draftTurn(draft: Draft, scene: SceneId, name: string, starts: boolean): TurnId {
  const id = draft.freeId(name) as TurnId;
  const order = orderAmong(draft, 'turns', childIds(draft.document, scene), null);
  draft.put('turns', { id, scene, name, order, behaviors: [...startingWhen(starts), 'OPEN'] });
  return id;
}

export function placeAt(draft: Draft, id: string, at: Point | undefined): void {
  if (at !== undefined) draft.put('placements', { id, x: at.x, y: at.y });
}
