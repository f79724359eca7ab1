import type { JsonObject } from '../base/json.ts';
import type { Heard } from '../interpret/interpret-utterance.ts';
import { welcomeCallback } from './interpreter-groups.ts';
import { utteranceText } from './read-context.ts';
import type { Utterance } from './utterance.ts';

const nothing: JsonObject = {};

/** An utterance as interpreters see it. */
export function toHeard(utterance: Utterance, at: number, zone = 'UTC'): Heard {
  const text = utteranceText(utterance);
  switch (utterance.kind) {
    case 'callback':
      return { text, callback: utterance.callback, value: utterance.value, fields: nothing, at, zone };
    case 'form':
      return { text, callback: utterance.callback, value: '', fields: utterance.fields, at, zone };
    case 'opened':
      return { text, callback: welcomeCallback, value: '', fields: nothing, at, zone };
    default:
      return { text, callback: null, value: '', fields: nothing, at, zone };
  }
}

/** Words, as against a button that says by itself what it means, or silence. */
export const isWords = ({ text, callback }: Heard): boolean => (callback ?? '') === '' && text.trim() !== '';
