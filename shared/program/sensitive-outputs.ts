import type { ActionOf, ActionRecord } from '../model/action-record.ts';
import { actionSteps } from '../model/action-texts.ts';
import type { Document } from '../model/document.ts';

/** Outputs nobody may read, by action. What a workflow passes on from a step that has one is one too. */
export function sensitiveOutputs(document: Document): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const note = (action: ActionRecord, names: readonly string[]): boolean => {
    if (names.length === (found.get(action.id)?.length ?? 0)) return false;
    found.set(action.id, names);
    return true;
  };
  const workflows: ActionOf<'workflow'>[] = [];
  for (const action of document.tables.actions.values()) {
    note(action, namesOf(action.outputs.filter(({ sensitive }) => sensitive)));
    if (action.kind === 'workflow') workflows.push(action);
  }
  if (found.size === 0) return found;
  // A workflow may pass on what another workflow passed on, so this goes on until nothing is added.
  for (let grew = true; grew;) {
    grew = false;
    for (const workflow of workflows) {
      const passedOn = passesOn(document, workflow, found);
      const names = namesOf(
        workflow.outputs.filter((output) => output.sensitive || passedOn(output.from.trim() || output.name)),
      );
      if (note(workflow, names)) grew = true;
    }
  }
  return found;
}

const namesOf = (outputs: readonly { readonly name: string }[]): readonly string[] => outputs.map(({ name }) => name);

/** Whether a path may show a sensitive output of a step: it names the output, or the step and nothing else in it. */
function passesOn(
  document: Document,
  { steps }: ActionOf<'workflow'>,
  sensitive: ReadonlyMap<string, readonly string[]>,
): (path: string) => boolean {
  const parts = actionSteps(steps).flatMap(({ action }) => {
    const hidden = sensitive.get(action) ?? [];
    const others = namesOf(document.tables.actions.get(action)?.outputs ?? []).filter((name) => !hidden.includes(name));
    return hidden.length === 0 ? [] : [{ hidden, others }];
  });
  return (path) => {
    const words = new Set(path.match(/[\p{L}\p{N}_]+/gu) ?? []);
    const isBroad = words.has('steps') || /[@*]/.test(path);
    return parts.some(({ hidden, others }) => {
      return hidden.some((name) => words.has(name)) || (isBroad && !others.some((name) => words.has(name)));
    });
  };
}
