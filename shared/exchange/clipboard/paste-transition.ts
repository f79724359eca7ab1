import { asId, type ConversationId, type SceneId, type TurnId } from '../../model/ids.ts';
import type { Transition } from '../../model/intent-record.ts';

/**
 * Where a transition leads after pasting: into what was pasted along, else to what `isHere`. Only the deepest level it
 * names says where it leads; when that is not here, it leads nowhere.
 */
export function pasteTransition(
  transition: Transition,
  ids: ReadonlyMap<string, string>,
  isHere: (id: string) => boolean,
): Transition | null {
  const { conversation, scene, turn } = transition;
  const follow = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? (isHere(id) ? id : null)));
  const deepest = turn ?? scene ?? conversation;
  if (follow(deepest) === null) return null;
  const [above, between, below] = [follow(conversation), follow(scene), follow(turn)];
  return {
    ...transition,
    conversation: above === null ? null : asId<ConversationId>(above),
    scene: between === null ? null : asId<SceneId>(between),
    turn: below === null ? null : asId<TurnId>(below),
  };
}
