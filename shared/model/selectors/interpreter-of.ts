import { recordIn, type Document } from '../document.ts';
import type { IntentRecord } from '../intent-record.ts';
import type { InterpreterRecord } from '../interpreter-record.ts';

/** Who reads for an intent: the interpreter of the nearest level that names one that exists; null is the built-in one. */
export function interpreterOf(document: Document, intent: IntentRecord): InterpreterRecord | null {
  const turn = recordIn(document, 'turns', intent.turn);
  const scene = turn && recordIn(document, 'scenes', turn.scene);
  const conversation = scene && recordIn(document, 'conversations', scene.conversation);
  for (const level of [intent, turn, scene, conversation, document.scenario]) {
    const named = level?.interpreter ?? null;
    const found = named === null ? undefined : recordIn(document, 'interpreters', named);
    if (found !== undefined) return found;
  }
  return null;
}
