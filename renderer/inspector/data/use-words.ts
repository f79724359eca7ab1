import type { AttributeUse } from '../../../shared/problems/attribute-use.ts';
import type { Document } from '../../../shared/model/document.ts';
import { nameOf } from '../../../shared/model/selectors/name-of.ts';

/** A place that speaks of an attribute, as people read it. */
export type UsePlace = { readonly ref: string; readonly title: string; readonly detail: string };

/** What stands inside an intent is told by the intent; the same words for two uses are one place. */
export function placesOf(document: Document, uses: readonly AttributeUse[]): readonly UsePlace[] {
  const places = new Map<string, UsePlace>();
  for (const { ref, field, context, access } of uses) {
    const detail = `${access === 'mention' ? '' : `${context}, `}${placeWords(document, ref, field)}`;
    places.set(`${ref} ${detail}`, { ref, title: titleOf(document, ref), detail });
  }
  return [...places.values()];
}

const fieldWords: Readonly<Record<string, string>> = {
  expectedAttributes: 'from what is said',
  samples: 'from a sample',
  setAttributes: 'set by the intent',
  inputs: 'input',
  outputs: 'output',
  outcome: 'how the action ended',
  text: 'message',
  blocks: 'message',
  buttons: 'button',
  translations: 'translation',
  conditions: 'condition',
  confirmation: 'confirmation',
  onFailure: 'on failure',
  assignments: 'assignment',
  rules: 'group of a pattern',
  values: 'value at the start',
  baseUrl: 'address',
  headers: 'header',
  environments: 'address of an environment',
  steps: 'step',
  'request.baseUrl': 'address',
  'request.path': 'path',
  'request.query': 'query',
  'request.headers': 'header',
  'request.body': 'body',
};

/** Of several messages, which. */
function placeWords(document: Document, ref: string, field: string): string {
  const words =
    document.homes.get(ref)?.table === 'contexts' ? valueWords(document, ref) : (fieldWords[field] ?? field);
  const messages = document.tables.intents.get(document.homes.get(ref)?.record ?? '')?.messages ?? [];
  const index = messages.findIndex((message) => message.id === ref);
  return index < 0 || messages.length < 2 ? words : `${words} ${index + 1}`;
}

const valueWords = (document: Document, id: string): string =>
  document.tables.contexts.get(id)?.lifetime === 'constant' ? 'constant' : 'value at the start';

function titleOf(document: Document, ref: string): string {
  const home = document.homes.get(ref);
  return home === undefined ? ref : nameOf(document, home.record);
}
