import { assertNever } from '../../../shared/base/assert-never.ts';
import { formOf } from '../../../shared/model/design-records.ts';
import type { Box } from './spot.ts';

/** What a screen reader says of a node. */
export function nodeName(box: Box): string {
  switch (box.kind) {
    case 'conversation':
      return `Conversation ${named(box.record)}`;
    case 'scene':
      return `Scene ${named(box.record)}`;
    case 'turn':
      return `Turn ${named(box.record)}`;
    case 'intent': {
      const text = box.text === '' ? 'nothing written yet' : box.text;
      return `${box.intent.speaker} intent ${box.intent.intentId}: ${text}`;
    }
    case 'action': {
      const name = box.action?.name ?? 'missing';
      const kind = box.action === null ? 'Action' : box.action.kind === 'api' ? 'API action' : 'Set attributes action';
      return box.intent === null ? `${kind} ${name}, not used yet` : `${kind} ${name} on ${box.intent.intentId}`;
    }
    case 'context':
      return `Context ${box.context}`;
    case 'note':
      return `${noteWords[formOf(box.record)]}: ${box.record.text}`;
    default:
      return assertNever(box);
  }
}

const noteWords = { note: 'Note', area: 'Area', label: 'Label', picture: 'Picture' } as const;

const named = ({ name, id }: { readonly name: string; readonly id: string }): string => (name === '' ? id : name);
