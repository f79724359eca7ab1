import type { Utterance } from '../../../shared/engine/utterance.ts';
import { valueWords } from '../../../shared/explain/value-words.ts';

/** What pressing or sending something tells the app, in a sentence. */
export function sentWords(utterance: Utterance): string {
  switch (utterance.kind) {
    case 'text':
      return `Says “${utterance.text}”, as if it was typed.`;
    case 'callback':
      return `Sends ${utterance.callback}${utterance.value === '' ? '' : ` with ${utterance.value}`}.`;
    case 'form': {
      const fields = Object.entries(utterance.fields).map(([name, value]) => `${name}: ${valueWords(value)}`);
      const callback = utterance.callback === '' ? 'a form without a callback' : utterance.callback;
      return `Sends ${callback}${fields.length === 0 ? '' : ` with ${fields.join(', ')}`}.`;
    }
    default:
      return '';
  }
}
