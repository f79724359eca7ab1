import type { Document } from '../model/document.ts';
import { compareText } from '../base/order.ts';
import { brokenExpression, stepName, unknownRuleInput } from './broken-expression.ts';
import { brokenMoment } from './broken-moment.ts';
import { actionWithoutAddress, actionWithoutMock } from './action-setup.ts';
import { brokenPattern } from './broken-pattern.ts';
import { brokenReference } from './broken-reference.ts';
import { emptyMessage, nothingToRecognise, noMessage } from './intent-content.ts';
import { interpreterWithoutService, unknownServiceIntent } from './interpreter-setup.ts';
import { literalSecret } from './literal-secret.ts';
import { blockOrder, deadEndMessage, incompleteBlock, tooManyButtons } from './message-blocks.ts';
import { mockMisfit, mockOfUnknownWorld } from './mock-fit.ts';
import { nothingSetsAttribute } from './nothing-sets-attribute.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';
import { transitionToNothing } from './transition-to-nothing.ts';
import { unheardTranslation, untranslatedText } from './translations.ts';
import { duplicateActionName, unknownAction } from './unknown-action.ts';
import { unknownContext, writesReadOnlyContext } from './unknown-context.ts';
import { unmappedInput } from './unmapped-input.ts';
import { endlessWorkflow, loopWithoutList, unfilledStep, unknownInWorkflow } from './workflow-steps.ts';
import { noWayToStart, unreachableIntent } from './unreachable-intent.ts';
import { unknownInterpreter } from './unknown-interpreter.ts';
import { unknownVirtualIntent } from './unknown-virtual-intent.ts';

/** Every rule there is. A new one is a file and a line here. */
export const rules: readonly Rule[] = [
  noWayToStart,
  unknownContext,
  writesReadOnlyContext,
  brokenReference,
  nothingSetsAttribute,
  unknownAction,
  duplicateActionName,
  unmappedInput,
  stepName,
  brokenExpression,
  unknownRuleInput,
  endlessWorkflow,
  loopWithoutList,
  unknownInWorkflow,
  unfilledStep,
  brokenMoment,
  actionWithoutAddress,
  actionWithoutMock,
  transitionToNothing,
  unknownVirtualIntent,
  unreachableIntent,
  emptyMessage,
  noMessage,
  nothingToRecognise,
  brokenPattern,
  literalSecret,
  unknownInterpreter,
  interpreterWithoutService,
  unknownServiceIntent,
  blockOrder,
  incompleteBlock,
  tooManyButtons,
  deadEndMessage,
  unheardTranslation,
  untranslatedText,
  mockMisfit,
  mockOfUnknownWorld,
];

/** All findings, errors first, then in the order of code and record. */
export function checkScenario(document: Document): readonly Problem[] {
  const key = (problem: Problem): string => `${problem.severity} ${problem.code} ${problem.ref} ${problem.field}`;
  return rules
    .flatMap((rule) => rule(document))
    .map((problem) => [key(problem), problem] as const)
    .toSorted((left, right) => compareText(left[0], right[0]))
    .map(([, problem]) => problem);
}
