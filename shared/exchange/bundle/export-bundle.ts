import { actionArguments } from '../../actions/action-arguments.ts';
import { compareText } from '../../base/order.ts';
import { integrationOf, type ActionRecord } from '../../model/action-record.ts';
import { childIds, recordIn, type Document } from '../../model/document.ts';
import type { ActionUse, IntentRecord } from '../../model/intent-record.ts';
import { mentionedNames } from './mentioned-names.ts';
import { bundleFormat, bundleVersion, type Bundle, type BundleMapping } from './bundle-schema.ts';
import { actionWithoutSecrets, integrationWithoutSecrets } from './without-secrets.ts';

/**
 * The action bundle of a scenario: all its actions with what they need and how intents use them. `program` is the hash
 * of the compiled scenario, so that an engineer can tell which design a bundle belongs to.
 */
export function exportBundle(document: Document, program: string): Bundle {
  const actions = sortedById(document.tables.actions.values()).map((action) => withAllArguments(action));
  const mappings = mappingsOf(document);
  const names = mentionedNames(actions, mappings);
  const integrations = new Set(actions.map(integrationOf));
  return {
    format: bundleFormat,
    version: bundleVersion,
    name: document.scenario.name,
    generatedFrom: { scenario: document.scenario.id, program },
    actions: actions.map(actionWithoutSecrets),
    attributes: sortedById(document.tables.attributes.values()).filter(({ name }) => names.attributes.has(name)),
    contexts: sortedById(document.tables.contexts.values()).filter(({ name }) => names.contexts.has(name)),
    integrations: sortedById(document.tables.integrations.values())
      .filter(({ id }) => integrations.has(id))
      .map(integrationWithoutSecrets),
    mappings,
    mocks: actions.flatMap((action) =>
      childIds(document, action.id).flatMap((id) => recordIn(document, 'mocks', id) ?? []),
    ),
  };
}

/** The bundle as it is written to a file: two-space indent, trailing newline. */
export const printBundle = (bundle: Bundle): string => `${JSON.stringify(bundle, null, 2)}\n`;

const sortedById = <Item extends { readonly id: string }>(items: Iterable<Item>): Item[] =>
  [...items].sort((left, right) => compareText(left.id, right.id));

/** Declares the arguments that only the request mentions, so that the reader need not look for `$names`. */
function withAllArguments(action: ActionRecord): ActionRecord {
  const declared = new Set(action.inputs.map((input) => input.name));
  const found = actionArguments(action).filter((argument) => !declared.has(argument.name));
  const inputs = found.map(({ name, type, required, sensitive }) => ({
    name,
    type,
    description: '',
    required,
    sensitive,
  }));
  return inputs.length === 0 ? action : { ...action, inputs: [...action.inputs, ...inputs] };
}

function mappingsOf(document: Document): BundleMapping[] {
  const intents = sortedById(document.tables.intents.values());
  return intents.flatMap((intent) => intent.actions.map((use) => mappingOf(document, intent, use)));
}

const mappingOf = (document: Document, intent: IntentRecord, use: ActionUse): BundleMapping => ({
  intent: intent.id,
  intentId: intent.intentId,
  path: namesAbove(document, intent),
  speaker: intent.speaker,
  moment: intent.speaker === 'USER' ? 'afterMatch' : 'beforeMessage',
  action: use.action,
  inputs: use.inputs,
  outputs: use.outputs,
});

function namesAbove(document: Document, intent: IntentRecord): string[] {
  const turn = recordIn(document, 'turns', intent.turn);
  const scene = turn && recordIn(document, 'scenes', turn.scene);
  const conversation = scene && recordIn(document, 'conversations', scene.conversation);
  return [conversation, scene, turn].flatMap((level) => level?.name ?? []);
}
