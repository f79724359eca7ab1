import {
  snippetCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from '@codemirror/autocomplete';
import type { CodeNames, CodeOffer } from './code-offer.ts';

/** The functions every action can call without importing anything. */
export const pythonHelpers: readonly (CodeOffer & { readonly call: string })[] = [
  helper('get_conversation_metadata', 'context, ${key}', 'what is kept with the talk'),
  helper('set_conversation_metadata', 'context, ${key}, ${value}', 'keep something with the talk'),
  helper('delete_conversation_metadata', 'context, ${key}', 'forget it again'),
  helper('add_conversation_tag', 'context, ${tag}', 'tag the talk'),
  helper('add_conversation_event', 'context, ${event}', 'note an event'),
  helper('hand_off_conversation', 'context, ${reason}', 'give the talk to a person'),
  helper('llm_classify_binary', '${prompt}, ${input}, fallback=${False}', 'yes or no, by a model'),
  helper('llm_classify_category', '${prompt}, ${input}, ${options}, fallback=${None}', 'one of several, by a model'),
  helper('get_ab_test_variant', 'context, ${test_name}, ${possible_variants}', 'the same one each time'),
  helper('add_google_sheets_row', '${sheet_id}, ${data}', 'add a row'),
  helper('is_holiday', '${country}', 'whether today is one'),
];

function helper(name: string, parameters: string, detail: string) {
  return { name, detail, call: `${name}(${parameters})` };
}

const contextKeys: readonly CodeOffer[] = [
  { name: 'args', detail: 'the arguments' },
  { name: 'conversation', detail: 'the talk, or None' },
];
const conversationKeys: readonly CodeOffer[] = [
  { name: 'id', detail: 'of the talk' },
  { name: 'messages', detail: 'what was said so far' },
  { name: 'language', detail: 'of the talk' },
  { name: 'metadata', detail: 'what is kept with it' },
  { name: 'tags', detail: 'put on it' },
  { name: 'events', detail: 'noted for it' },
];

/** `name["` or `name.get("` with the beginning of a key. */
const keyAfter = (name: string): RegExp => new RegExp(`${name}(?:\\[|\\.get\\()\\s*["'](\\w*)$`);
const inContext = keyAfter('\\bcontext');
const inArgs = keyAfter('(?:\\bargs|\\bcontext\\[["\']args["\']\\])');
const inConversation = keyAfter('(?:\\bconversation|\\bcontext\\[["\']conversation["\']\\])');

/** Offers the keys of `context`, the arguments, and the helpers. The language itself offers the rest. */
export const pythonOffers =
  (names: () => CodeNames): CompletionSource =>
  (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const keys = keysAt(before, names);
    if (keys !== null) return keyResult(context, keys, line.text.slice(context.pos - line.from));
    const word = context.matchBefore(/\w+/);
    if (word === null || /["'.]\w*$/.test(before) || (word.from === word.to && !context.explicit)) return null;
    return { from: word.from, options: helperOptions, validFor: /^\w*$/ };
  };

function keysAt(before: string, names: () => CodeNames): readonly CodeOffer[] | null {
  if (inArgs.test(before)) return names().inputs;
  if (inConversation.test(before)) return conversationKeys;
  return inContext.test(before) ? contextKeys : null;
}

/** The quote and the bracket are closed with the key, where they are not yet. */
function keyResult(context: CompletionContext, keys: readonly CodeOffer[], after: string): CompletionResult {
  const word = context.matchBefore(/\w*/);
  const before = context.state.sliceDoc(0, word?.from ?? context.pos);
  const quote = before.at(-1) ?? '"';
  const end = after.startsWith(quote) ? '' : `${quote}${/\[\s*["']$/.test(before) ? ']' : ')'}`;
  const options = keys.map(({ name, detail }): Completion => ({
    label: name,
    detail,
    type: 'property',
    apply: name + end,
  }));
  return { from: word?.from ?? context.pos, options, validFor: /^\w*$/ };
}

const helperOptions: readonly Completion[] = pythonHelpers.map(({ name, detail, call }) =>
  snippetCompletion(call, { label: name, detail, type: 'function', boost: 10 }),
);
