import type { Json } from '../base/json.ts';
import { createDocument, type Document } from '../model/document.ts';
import { asId, type ScenarioId } from '../model/ids.ts';
import { toScenarioRecord } from '../model/to-record.ts';
import { readScenario } from '../persistence/read-scenario.ts';
import { invariant } from '../base/invariant.ts';
import orderSupport from './order-support.parley.json' with { type: 'json' };

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
    create: () => documentOf(orderSupport),
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

/** Templates go through the same reader as anybody's file. */
function documentOf(json: Json): Document {
  const read = readScenario(JSON.stringify(json));
  invariant(read.ok, 'built-in templates are valid');
  return read.value.document;
}
