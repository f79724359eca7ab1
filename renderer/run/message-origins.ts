import type { Origin } from '../../shared/engine/effect.ts';
import type { MessageOutput } from '../../shared/engine/output.ts';
import { blockTexts, isSaid } from '../../shared/model/block-texts.ts';
import type { Document } from '../../shared/model/document.ts';
import { templateReferences } from '../../shared/reference/parse-template.ts';
import type { Variables } from '../state/run-variables.ts';

const fromOutside: ReadonlySet<Origin> = new Set(['mocked', 'live', 'recorded']);

/**
 * Where the values in a bubble come from, as far as an action brought them. `variables` are those of the moment the
 * bubble appeared.
 */
export function messageOrigins(document: Document, message: MessageOutput, variables: Variables): readonly Origin[] {
  const intent = message.intent === null ? undefined : document.tables.intents.get(message.intent);
  const design = intent?.messages.find(({ id }) => id === message.message);
  const texts = design?.blocks.flatMap(blockTexts).filter(({ role }) => isSaid(role)) ?? [];
  const origins = new Set<Origin>();
  for (const { context, attribute } of texts.flatMap(({ text }) => templateReferences(text))) {
    const variable = variables.get(context ?? 'user')?.get(attribute);
    if (variable !== undefined && variable.seq <= message.seq && fromOutside.has(variable.origin))
      origins.add(variable.origin);
  }
  return [...origins];
}
