import { actionSteps } from '../../model/action-texts.ts';
import { integrationOf } from '../../model/action-record.ts';
import type { Document } from '../../model/document.ts';
import type { Bundle } from './bundle-schema.ts';
import { exportBundle } from './export-bundle.ts';
import { mentionedNames } from './mentioned-names.ts';

/**
 * A bundle of some actions only, with everything another scenario needs for them: what they speak of, the services they
 * go through without any secret, their example answers, and the actions their workflows run.
 */
export function bundleOfActions(document: Document, ids: readonly string[], program: string): Bundle {
  const whole = exportBundle(document, program);
  const wanted = withSteps(document, ids);
  const actions = whole.actions.filter(({ id }) => wanted.has(id));
  const names = mentionedNames(actions, []);
  const services = new Set(actions.map(integrationOf));
  return {
    ...whole,
    actions,
    attributes: whole.attributes.filter(({ name }) => names.attributes.has(name)),
    contexts: whole.contexts.filter(({ name }) => names.contexts.has(name)),
    integrations: whole.integrations.filter(({ id }) => services.has(id)),
    mappings: [],
    mocks: whole.mocks.filter(({ action }) => wanted.has(action)),
  };
}

function withSteps(document: Document, ids: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const action = document.tables.actions.get(id);
    if (action?.kind === 'workflow') waiting.push(...actionSteps(action.steps).map((step) => step.action));
  }
  return found;
}
