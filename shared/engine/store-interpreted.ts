import { defaultContext } from '../model/built-in-contexts.ts';
import type { Match } from './match-intent.ts';
import { setAttribute } from './set-attribute.ts';
import type { StepDraft } from './step-draft.ts';

/** Keeps what was interpreted: expected attributes in the context they name, all others in the default one. */
export function storeInterpreted(draft: StepDraft, { intent, attributes, seq }: Match): void {
  const { expected } = intent.compiled;
  for (const [attribute, value] of Object.entries(attributes)) {
    const context = expected.get(attribute) ?? defaultContext;
    setAttribute(draft, { context, attribute }, value, {
      origin: 'said',
      source: intent.id,
      ref: intent.id,
      cause: seq,
    });
  }
}
