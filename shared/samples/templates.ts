import { planClipPaste } from '../exchange/clipboard/plan-clip-paste.ts';
import { patterns } from '../gallery/patterns.ts';
import { createDocument, withChanges, type Document, type RecordChange } from '../model/document.ts';
import { asId, type ScenarioId } from '../model/ids.ts';
import { toScenarioRecord } from '../model/to-record.ts';
import { invariant } from '../base/invariant.ts';
import { createOrderSupport } from './order-support.ts';

/** A scenario to begin with. */
export type Template = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly create: () => Document;
};

/** The built-in templates, the sample first. */
export const templates: readonly Template[] = [
  {
    id: 'order-support',
    name: 'Order support',
    description: 'Order status, refunds, stock and call-backs: a whole small shop to look around in.',
    create: createOrderSupport,
  },
  {
    id: 'essentials',
    name: 'Essentials',
    description: 'Hello, goodbye, begin again, and an answer when nothing fits: what every chat needs.',
    create: () => withPatterns('New chat', ['opening', 'closing', 'restart', 'end-chat', 'global-no-match']),
  },
  {
    id: 'questions',
    name: 'Questions and answers',
    description: 'The essentials, questions that are answered, and a person to talk to when that is not enough.',
    create: () => withPatterns('Questions and answers', ['opening', 'faq', 'closing', 'transfer', 'global-no-match']),
  },
  {
    id: 'empty',
    name: 'Empty scenario',
    description: 'Nothing yet: drag in the first intent.',
    create: () => emptyDocument('New scenario'),
  },
];

export const templateNamed = (id: string): Template | undefined => templates.find((template) => template.id === id);

function emptyDocument(name: string): Document {
  const scenario = toScenarioRecord({ id: asId<ScenarioId>('new-scenario'), name });
  invariant(scenario.ok, 'an empty scenario is valid');
  return createDocument(scenario.value);
}

/** Conversations of the gallery, one after the other. */
function withPatterns(name: string, ids: readonly string[]): Document {
  return ids.reduce((document, id) => {
    const pattern = patterns.find((one) => one.id === id);
    invariant(pattern !== undefined, 'templates name patterns that are there');
    // Conversations stand where the canvas puts them.
    const { puts } = planClipPaste(document, pattern.clipFor(document), { at: { x: 0, y: 0 }, into: () => null });
    const kept = puts.filter(({ table }) => table !== 'placements');
    return withChanges(
      document,
      kept.map(({ table, record }) => ({ table, id: record.id, before: null, after: record }) as RecordChange),
    );
  }, emptyDocument(name));
}
