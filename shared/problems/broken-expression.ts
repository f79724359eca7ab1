import { expressionProblem } from '../actions/local/expression/expression-problem.ts';
import type { ActionRecord } from '../model/action-record.ts';
import type { Document } from '../model/document.ts';
import type { SyntaxProblem } from '../reference/reference.ts';
import { stepsOf } from './all-steps.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';

/** Expressions that cannot be worked out: the action would fail each time. */
export const brokenExpression: Rule = (document) =>
  actionsOf(document).flatMap((action) => {
    const inputs = action.inputs.map(({ name }) => name);
    if (action.kind === 'calculation')
      return action.steps.flatMap(({ name, expression }, index) => {
        const known = [...inputs, ...action.steps.slice(0, index).map((step) => step.name)];
        const what = `The step “${name}” of ${action.name}`;
        return told(action.id, `steps.${index}.expression`, what, expressionProblem(expression, known));
      });
    if (action.kind !== 'validation') return [];
    return action.rules.flatMap((rule, index) =>
      rule.kind === 'eligible'
        ? told(
            action.id,
            `rules.${index}.expression`,
            `Rule ${index + 1} of ${action.name}`,
            expressionProblem(rule.expression, inputs),
          )
        : [],
    );
  });

function told(ref: string, field: string, what: string, problem: SyntaxProblem | null): Problem[] {
  if (problem === null) return [];
  const sentence = `${what} cannot be worked out, at character ${problem.position + 1}: ${problem.sentence}`;
  return [{ code: 'P041-broken-expression', severity: 'error', ref, field, sentence }];
}

/** A rule about an input that is not there never holds. */
export const unknownRuleInput: Rule = (document) =>
  actionsOf(document).flatMap((action) => {
    if (action.kind !== 'validation') return [];
    const inputs = new Set(action.inputs.map(({ name }) => name));
    return action.rules.flatMap((rule, index): Problem[] => {
      if (rule.kind === 'eligible' || inputs.has(rule.input)) return [];
      const sentence =
        rule.input === ''
          ? `Rule ${index + 1} of ${action.name} checks no input yet. Choose one.`
          : `Rule ${index + 1} of ${action.name} checks “${rule.input}”, which is none of its inputs. Add the input, or choose another.`;
      return [
        { code: 'P042-unknown-rule-input', severity: 'error', ref: action.id, field: `rules.${index}.input`, sentence },
      ];
    });
  });

const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Steps are read by their names, so each needs one of its own that can be written down. */
export const stepName: Rule = (document) =>
  actionsOf(document).flatMap((action) => {
    const seen = new Set<string>();
    return namedSteps(action).flatMap(({ name, field }): Problem[] => {
      const wrong = seen.has(name)
        ? 'is the name of two steps'
        : plainName.test(name)
          ? null
          : 'cannot be read by name';
      seen.add(name);
      if (wrong === null) return [];
      const sentence =
        name === ''
          ? `A step of ${action.name} has no name, so nothing can read what it gives. Name it.`
          : `“${name}” ${wrong} in ${action.name}. Give each step its own name of letters, digits and underscores.`;
      return [{ code: 'P040-step-name', severity: 'error', ref: action.id, field: `${field}.name`, sentence }];
    });
  });

function namedSteps(action: ActionRecord): readonly { readonly name: string; readonly field: string }[] {
  if (action.kind === 'calculation') return action.steps.map(({ name }, index) => ({ name, field: `steps.${index}` }));
  if (action.kind !== 'workflow') return [];
  // Branches have no result of their own, so nobody has to name them.
  return stepsOf(action).flatMap(({ step, field }) =>
    step.kind === 'together' && step.name === '' ? [] : [{ name: step.name, field }],
  );
}

const actionsOf = (document: Document): readonly ActionRecord[] => [...document.tables.actions.values()];
