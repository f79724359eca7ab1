import { recordIn, type Document } from '../../shared/model/document.ts';
import type { ConversationId, IntentId, SceneId, TurnId } from '../../shared/model/ids.ts';

/** The record itself and the levels that hold it, as far as they exist. */
export type Containers = {
  readonly conversation: ConversationId | null;
  readonly scene: SceneId | null;
  readonly turn: TurnId | null;
  readonly intent: IntentId | null;
};

const nowhere: Containers = { conversation: null, scene: null, turn: null, intent: null };

/** Where an id is among the levels; messages and action uses count as their intent. */
export function containersAbove(document: Document, id: string | undefined): Containers {
  const home = id === undefined ? undefined : document.homes.get(id);
  if (home === undefined) return nowhere;
  switch (home.table) {
    case 'conversations':
      return fromConversation(document, home.record);
    case 'scenes':
      return fromScene(document, home.record);
    case 'turns':
      return fromTurn(document, home.record);
    case 'intents': {
      const intent = recordIn(document, 'intents', home.record);
      return intent === undefined ? nowhere : { ...fromTurn(document, intent.turn), intent: intent.id };
    }
    default:
      return nowhere;
  }
}

const fromConversation = (document: Document, id: string): Containers => ({
  ...nowhere,
  conversation: recordIn(document, 'conversations', id)?.id ?? null,
});

function fromScene(document: Document, id: string): Containers {
  const scene = recordIn(document, 'scenes', id);
  return scene === undefined ? nowhere : { ...fromConversation(document, scene.conversation), scene: scene.id };
}

function fromTurn(document: Document, id: string): Containers {
  const turn = recordIn(document, 'turns', id);
  return turn === undefined ? nowhere : { ...fromScene(document, turn.scene), turn: turn.id };
}
