import { actionArguments } from '../actions/action-arguments.ts';
import { actionSteps } from '../model/action-texts.ts';
import { stepContexts } from '../model/built-in-contexts.ts';
import type { Condition } from '../model/condition.ts';
import { recordIn, type Document } from '../model/document.ts';
import type { Operand } from '../model/operand.ts';
import { parseReference } from '../reference/parse-reference.ts';
import { allSteps, type PlacedStep } from './all-steps.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';

/** A workflow that comes to itself again runs until it is stopped, unless a condition ends it. */
export const endlessWorkflow: Rule = (document) =>
  [...document.tables.actions.values()].flatMap((action): Problem[] => {
    if (action.kind !== 'workflow') return [];
    const path = pathBack(document, action.id, action.id, new Set());
    if (path === null) return [];
    const names = [action.id, ...path].map((id) => recordIn(document, 'actions', id)?.name ?? id);
    const sentence = `${action.name} calls itself: ${names.join(' → ')}. It is stopped after 8 rounds; take one of the steps out.`;
    return [{ code: 'P043-endless-workflow', severity: 'error', ref: action.id, field: 'steps', sentence }];
  });

/** The way from a workflow back to the one that is looked for; null when there is none. */
function pathBack(document: Document, from: string, to: string, seen: Set<string>): readonly string[] | null {
  const action = recordIn(document, 'actions', from);
  if (action?.kind !== 'workflow' || seen.has(from)) return null;
  seen.add(from);
  for (const step of actionSteps(action.steps)) {
    if (step.action === to) return [to];
    const rest = pathBack(document, step.action, to, seen);
    if (rest !== null) return [step.action, ...rest];
  }
  return null;
}

/** A loop needs a list to go through. */
export const loopWithoutList: Rule = (document) =>
  allSteps(document).flatMap(({ workflow, step, field }): Problem[] => {
    if (step.kind !== 'each') return [];
    const { list } = step;
    const hasList = list.kind === 'reference' ? list.reference.trim() !== '' : Array.isArray(list.value);
    if (hasList) return [];
    const sentence = `The loop “${step.name}” of ${workflow.name} has no list to go through. Choose an attribute that holds one.`;
    return [{ code: 'P044-loop-without-list', severity: 'error', ref: workflow.id, field: `${field}.list`, sentence }];
  });

/** What a step reads of its workflow that is not there, or not yet. */
export const unknownInWorkflow: Rule = (document) =>
  allSteps(document).flatMap((placed) =>
    operandsOf(placed).flatMap(([operand, part]): Problem[] => {
      const wrong = wrongReference(placed, operand);
      if (wrong === null) return [];
      const { workflow, step, field } = placed;
      const sentence = `The step “${step.name}” of ${workflow.name} ${wrong}`;
      return [
        { code: 'P045-unknown-in-workflow', severity: 'error', ref: workflow.id, field: `${field}.${part}`, sentence },
      ];
    }),
  );

function wrongReference({ workflow, before, isInLoop }: PlacedStep, operand: Operand): string | null {
  const parsed = operand.kind === 'reference' ? parseReference(operand.reference) : null;
  if (parsed?.ok !== true || !stepContexts.has(parsed.value.context ?? '')) return null;
  const { context, attribute } = parsed.value;
  if (context === 'args')
    return workflow.inputs.some(({ name }) => name === attribute)
      ? null
      : `reads {args.${attribute}}, which is no input of the workflow. Add the input, or choose another.`;
  if (context === 'steps')
    return before.has(attribute) ? null : `reads {steps.${attribute}}, but no earlier step has that name.`;
  if (!isInLoop) return `reads {loop.${attribute}}, but stands in no loop.`;
  return attribute === 'item' || attribute === 'index'
    ? null
    : `reads {loop.${attribute}}; a loop has {loop.item} and {loop.index}.`;
}

/** What a step reads, each with its part of the step. */
function operandsOf({ step }: PlacedStep): readonly (readonly [Operand, string])[] {
  if (step.kind === 'each') return [[step.list, 'list']];
  if (step.kind === 'together') return [];
  return [
    ...Object.entries(step.inputs).map(([name, operand]) => [operand, `inputs.${name}`] as const),
    ...sides(step.conditions).map((operand) => [operand, 'conditions'] as const),
  ];
}

const sides = (conditions: readonly Condition[]): readonly Operand[] =>
  conditions.flatMap((condition) =>
    condition.kind === 'group'
      ? sides(condition.conditions)
      : [condition.left, condition.right, condition.upper].filter((side) => side !== undefined),
  );

/** A required argument that a step does not fill: it would be skipped each time. */
export const unfilledStep: Rule = (document) =>
  allSteps(document).flatMap(({ workflow, step, field }): Problem[] => {
    const action = step.kind === 'action' ? recordIn(document, 'actions', step.action) : undefined;
    if (step.kind !== 'action' || action === undefined) return [];
    return actionArguments(action)
      .filter(({ name, required }) => required && !Object.hasOwn(step.inputs, name))
      .map(({ name }) => ({
        code: 'P004-unmapped-input',
        severity: 'error',
        ref: workflow.id,
        field: `${field}.inputs.${name}`,
        sentence: `${action.name} needs “${name}”, but the step “${step.name}” of ${workflow.name} does not fill it. Give it a value, or something to read.`,
      }));
  });
