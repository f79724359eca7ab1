import { assertNever } from '../../../shared/base/assert-never.ts';
import { formOf } from '../../../shared/model/design-records.ts';
import { actionKindWords } from '../../../shared/model/action-kind-words.ts';
import type { Box } from './spot.ts';

/** What a screen reader says of a node. */
export function nodeName(box: Box): string {
  switch (box.kind) {
    case 'intent':
      return `${nodeTitle(box)}: ${box.text === '' ? 'nothing written yet' : box.text}`;
    case 'action': {
      const title = `${nodeTitle(box)}${box.action?.enabled === false ? ', switched off' : ''}`;
      return box.intent === null ? `${title}, not used yet` : `${title} on ${box.intent.intentId}`;
    }
    case 'note':
      return `${nodeTitle(box)}: ${box.record.text}`;
    default:
      return nodeTitle(box);
  }
}

/** What a node is and is called, and no more. */
export function nodeTitle(box: Box): string {
  switch (box.kind) {
    case 'conversation':
      return `Conversation ${named(box.record)}`;
    case 'scene':
      return `Scene ${named(box.record)}`;
    case 'turn':
      return `Turn ${named(box.record)}`;
    case 'intent':
      return `${box.intent.speaker} intent ${box.intent.intentId}`;
    case 'action':
      return box.action === null ? 'Missing action' : `${actionKindWords[box.action.kind].label} ${box.action.name}`;
    case 'context':
      return `Context ${box.context}`;
    case 'note':
      return noteWords[formOf(box.record)];
    default:
      return assertNever(box);
  }
}

const noteWords = { note: 'Note', area: 'Area', label: 'Label', picture: 'Picture' } as const;

const named = ({ name, id }: { readonly name: string; readonly id: string }): string => (name === '' ? id : name);
