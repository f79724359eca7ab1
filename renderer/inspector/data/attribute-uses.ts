import { defaultContext } from '../../../shared/model/built-in-contexts.ts';
import type { Document } from '../../../shared/model/document.ts';
import { nameOf } from '../../../shared/model/selectors/name-of.ts';
import { parsedReferences } from '../../../shared/problems/parsed-references.ts';

/** A place that speaks of an attribute. */
export type AttributeUse = { readonly ref: string; readonly title: string; readonly detail: string };
export type AttributeUses = { readonly setBy: readonly AttributeUse[]; readonly readBy: readonly AttributeUse[] };

/** Where an attribute is written and where it is read. */
export function attributeUses(document: Document, name: string): AttributeUses {
  const setBy = new Map<string, AttributeUse>();
  const readBy = new Map<string, AttributeUse>();
  const note = (into: Map<string, AttributeUse>, ref: string, detail: string): void => {
    into.set(`${ref} ${detail}`, { ref, title: titleOf(document, ref), detail });
  };
  for (const { ref, field, access, context, reference } of parsedReferences(document).uses)
    if (reference.attribute === name)
      note(access === 'write' ? setBy : readBy, ref, `${context}, ${placeWords(document, ref, field)}`);
  for (const { ref } of defaultOutputs(document, name)) note(setBy, ref, `${defaultContext}, output`);
  return { setBy: [...setBy.values()], readBy: [...readBy.values()] };
}

const fieldWords: Readonly<Record<string, string>> = {
  expectedAttributes: 'from what is said',
  setAttributes: 'set by the intent',
  inputs: 'input',
  outputs: 'output',
  text: 'message',
  blocks: 'message',
  buttons: 'button',
  conditions: 'condition',
  confirmation: 'confirmation',
  onFailure: 'on failure',
  assignments: 'assignment',
};

/** Of several messages, which. */
function placeWords(document: Document, ref: string, field: string): string {
  const words = fieldWords[field] ?? field;
  const messages = document.tables.intents.get(document.homes.get(ref)?.record ?? '')?.messages ?? [];
  const index = messages.findIndex((message) => message.id === ref);
  return index < 0 || messages.length < 2 ? words : `${words} ${index + 1}`;
}

/** What stands inside an intent is told by the intent. */
function titleOf(document: Document, ref: string): string {
  const home = document.homes.get(ref);
  return home === undefined ? ref : nameOf(document, home.record);
}

/** An output nobody mapped lands in `user` under its own name. */
function defaultOutputs(document: Document, name: string): readonly { readonly ref: string }[] {
  const actions = document.tables.actions.filter(({ outputs }) => outputs.some((output) => output.name === name));
  if (actions.size === 0) return [];
  return [...document.tables.intents.values()].flatMap((intent) =>
    intent.actions
      .filter((use) => actions.has(use.action) && !Object.hasOwn(use.outputs, name))
      .map((use) => ({ ref: use.id })),
  );
}
