import { patternProblem } from '../conditions/evaluate-operation.ts';
import type { ActionRecord } from '../model/action-record.ts';
import { actionSteps } from '../model/action-texts.ts';
import type { Condition } from '../model/condition.ts';
import type { Document } from '../model/document.ts';
import type { Message } from '../model/intent-record.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';

type Used = { readonly ref: string; readonly field: string; readonly pattern: string };

/** Patterns that cannot be used: such a condition never holds, such a rule or attribute never finds anything. */
export const brokenPattern: Rule = (document) => {
  const problems: Problem[] = [];
  for (const { ref, field, pattern } of patternsOf(document)) {
    const wrong = patternProblem(pattern);
    if (wrong === null) continue;
    const sentence = `The pattern “${pattern}” cannot be used: ${wrong}`;
    problems.push({ code: 'P016-broken-pattern', severity: 'error', ref, field, sentence });
  }
  return problems;
};

function* patternsOf(document: Document): Iterable<Used> {
  for (const { ref, conditions } of conditionLists(document))
    for (const pattern of patternsIn(conditions)) yield { ref, field: 'conditions', pattern };
  for (const intent of document.tables.intents.values()) for (const message of intent.messages) yield* inForms(message);
  for (const action of document.tables.actions.values()) yield* inActions(action);
  for (const interpreter of document.tables.interpreters.values())
    if (interpreter.kind === 'pattern')
      for (const { pattern } of interpreter.rules) yield { ref: interpreter.id, field: 'rules', pattern };
  for (const { id, pattern } of document.tables.attributes.values())
    if (pattern !== undefined) yield { ref: id, field: 'pattern', pattern };
}

/** What inputs must match, and what rules of a validation ask for. */
function* inActions({ id, inputs, ...action }: ActionRecord): Iterable<Used> {
  for (const [index, { pattern }] of inputs.entries())
    if (pattern !== undefined) yield { ref: id, field: `inputs.${index}.pattern`, pattern };
  if (action.kind !== 'validation') return;
  for (const [index, rule] of action.rules.entries())
    if (rule.kind === 'pattern') yield { ref: id, field: `rules.${index}.pattern`, pattern: rule.pattern };
}

/** What answers to the questions of a form must match. */
function* inForms({ id, blocks }: Message): Iterable<Used> {
  for (const [at, block] of blocks.entries())
    if (block.kind === 'form' || block.kind === 'fullPageForm')
      for (const [index, { pattern }] of block.elements.entries())
        if (pattern !== '') yield { ref: id, field: `blocks.${at}.elements.${index}.pattern`, pattern };
}

function patternsIn(conditions: readonly Condition[]): string[] {
  return conditions.flatMap((condition) => {
    if (condition.kind === 'group') return patternsIn(condition.conditions);
    if (condition.operation !== 'matches' || condition.right?.kind !== 'value') return [];
    return typeof condition.right.value === 'string' ? [condition.right.value] : [];
  });
}

/** Every list of conditions with the record it guards. */
function* conditionLists(document: Document): Iterable<{ ref: string; conditions: readonly Condition[] }> {
  const { scenario, tables } = document;
  yield { ref: scenario.id, conditions: scenario.conditions };
  for (const table of ['conversations', 'scenes', 'turns', 'intents'] as const)
    for (const record of tables[table].values()) yield { ref: record.id, conditions: record.conditions };
  for (const intent of tables.intents.values())
    for (const message of intent.messages) yield { ref: message.id, conditions: message.conditions };
  for (const action of tables.actions.values()) {
    yield { ref: action.id, conditions: action.confirmation.conditions };
    yield { ref: action.id, conditions: action.conditions ?? [] };
    if (action.kind === 'workflow')
      for (const { conditions } of actionSteps(action.steps)) yield { ref: action.id, conditions };
  }
}
