import { defaultContext } from '../../model/built-in-contexts.ts';
import type { Condition } from '../../model/condition.ts';
import type { IntentRecord } from '../../model/intent-record.ts';
import { mapConditions, mapIntent, type ReferenceMap } from '../../model/map-references.ts';
import { parseReference } from '../../reference/parse-reference.ts';
import { templateReferences } from '../../reference/parse-template.ts';
import type { MentionedNames } from '../bundle/mentioned-names.ts';

/** Names of the attributes and contexts that intents, and the conditions of the levels around them, speak of. */
export function intentMentions(
  intents: readonly Pick<IntentRecord, keyof IntentRecord>[],
  guarded: readonly { readonly conditions: readonly Condition[] }[],
): MentionedNames {
  const attributes = new Set<string>();
  const contexts = new Set<string>();
  const mention = (reference: { context: string | null; attribute: string }): void => {
    attributes.add(reference.attribute);
    contexts.add(reference.context ?? defaultContext);
  };
  // Nothing is changed: who maps every reference sees every reference.
  const listen: ReferenceMap = {
    reference: (text) => {
      const parsed = parseReference(text);
      if (parsed.ok) mention(parsed.value);
      return text;
    },
    template: (text) => {
      templateReferences(text).forEach(mention);
      return text;
    },
    buttonValue: (text) => {
      templateReferences(text).forEach(mention);
      attributes.add(text.split('.')[0] ?? text);
      return text;
    },
  };
  for (const intent of intents) mapIntent(intent, listen);
  for (const { conditions } of guarded) mapConditions(conditions, listen);
  return { attributes, contexts };
}
