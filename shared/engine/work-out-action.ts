import { evaluateCalculation } from '../actions/local/evaluate-calculation.ts';
import { evaluateValidation } from '../actions/local/evaluate-validation.ts';
import { workOutMoment } from '../actions/local/work-out-moment.ts';
import { mapResponse } from '../actions/map-response.ts';
import { RequestFiller } from '../actions/request-filler.ts';
import { assertNever } from '../base/assert-never.ts';
import type { Json, JsonObject } from '../base/json.ts';
import { fail, type Result } from '../base/result.ts';
import type { ActionOf, ActionRecord } from '../model/action-record.ts';
import { compiledAction } from '../program/compile-action.ts';
import type { EffectResult } from './effect.ts';
import { showsSensitive } from './mask.ts';
import type { StepDraft } from './step-draft.ts';

export type WorkedOut = ActionOf<'calculation' | 'validation' | 'dateTime'>;

export const isWorkedOut = (action: ActionRecord): action is WorkedOut =>
  action.kind === 'calculation' || action.kind === 'validation' || action.kind === 'dateTime';

/**
 * What the engine finds out by itself, from the arguments, the contexts and the time of the input. `covered`: among them
 * is something nobody may read, so why it did not work out is not told either.
 */
export function workOutAction(draft: StepDraft, action: WorkedOut, given: JsonObject, covered: boolean): EffectResult {
  const found = workOut(draft, action, given);
  if (found.ok) return mappedResult(action, found.value);
  const { where, sentence } = found.failure;
  const detail = `${where}: ${covered || readsSensitive(draft, action) ? 'it works with values nobody may read.' : sentence}`;
  return { ...doneHere, outcome: 'failed', failure: 'codeFailed', detail };
}

/** Whether a text that is filled in shows something nobody may read. */
function readsSensitive({ program }: StepDraft, action: WorkedOut): boolean {
  const { base, modifier } = compiledAction(action).moment;
  return [...base, ...modifier].some(
    (part) => typeof part !== 'string' && part.kind === 'reference' && showsSensitive(program, part.reference),
  );
}

/** The outputs of an action picked from its result. */
export function mappedResult(action: Pick<ActionRecord, 'outputs'>, body: Json): EffectResult {
  const { outputs, detail } = mapResponse({ outputs: action.outputs }, { status: 200, body, text: '' });
  return { ...doneHere, outputs, detail };
}

/** The result of an action that asked nobody. */
export const doneHere: EffectResult = {
  outcome: 'succeeded',
  origin: 'default',
  outputs: {},
  failure: null,
  detail: '',
  status: null,
  duration: 0,
  attempts: 1,
  request: null,
  response: null,
};

/** Where something is wrong, and what; the second may repeat a value. */
type Broken = { readonly where: string; readonly sentence: string };

function workOut(draft: StepDraft, action: WorkedOut, given: JsonObject): Result<Json, Broken> {
  switch (action.kind) {
    case 'calculation': {
      const found = evaluateCalculation(action.steps, given, draft.at, action.inputs);
      if (found.ok) return found;
      const { step, position, sentence } = found.failure;
      return fail({ where: `The step “${step}” cannot be worked out, at character ${position + 1}`, sentence });
    }
    case 'validation': {
      const found = evaluateValidation(action.rules, given, draft.at, action.inputs);
      if (found.ok) return found;
      const { rule, position, sentence } = found.failure;
      return fail({ where: `Rule ${rule + 1} cannot be checked, at character ${position + 1}`, sentence });
    }
    case 'dateTime': {
      const found = workOutMoment(momentTexts(draft, action, given), draft.at);
      if (found.ok) return found;
      const { field, sentence } = found.failure;
      return fail({ where: `The ${field} cannot be read`, sentence });
    }
    default:
      return assertNever(action);
  }
}

function momentTexts(
  draft: StepDraft,
  action: ActionOf<'dateTime'>,
  given: JsonObject,
): Parameters<typeof workOutMoment>[0] {
  const filler = new RequestFiller(action.inputs, given, draft);
  const { base, modifier } = compiledAction(action).moment;
  const asIs = (text: string): string => text;
  return {
    base: filler.fill(base, asIs, asIs),
    modifier: filler.fill(modifier, asIs, asIs),
    format: action.format,
    zone: action.zone,
  };
}
