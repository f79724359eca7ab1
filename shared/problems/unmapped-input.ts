import { actionArguments } from '../actions/action-arguments.ts';
import { recordIn } from '../model/document.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';

/** A required argument of an action that no intent fills: the action would fail each time. */
export const unmappedInput: Rule = (document) => {
  const problems: Problem[] = [];
  for (const intent of document.tables.intents.values())
    for (const use of intent.actions) {
      const action = recordIn(document, 'actions', use.action);
      if (action === undefined) continue;
      for (const argument of actionArguments(action)) {
        if (!argument.required || Object.hasOwn(use.inputs, argument.name)) continue;
        problems.push({
          code: 'P004-unmapped-input',
          severity: 'error',
          ref: use.id,
          field: `inputs.${argument.name}`,
          sentence: `${action.name} needs “${argument.name}”, but nothing fills it. Wire an attribute to it, or give it a value.`,
        });
      }
    }
  return problems;
};
