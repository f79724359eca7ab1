import type { JsonObject } from '../../base/json.ts';
import type { ActionOf } from '../../model/action-record.ts';
import { callOf, type ActionCall } from '../action-call.ts';
import type { EffectResult } from '../effect.ts';
import { hiddenArguments } from '../prepare-action.ts';
import type { SessionState, WorkflowRun } from '../session-state.ts';
import { emitSettled, settleCall, storeFlags, type Refusal } from '../settle-action.ts';
import type { MutableExchange, StepDraft } from '../step-draft.ts';
import { doneHere } from '../work-out-action.ts';
import { combinedResult } from './combined-result.ts';
import { StepRunner } from './step-runner.ts';
import { walkWorkflow } from './walk-workflow.ts';
import type { News, Walked } from './walked.ts';

type Asked = { readonly effect: string; readonly requested: number };

/** Begins a workflow that nothing stands in the way of. */
export function beginWorkflow(
  draft: StepDraft,
  exchange: MutableExchange,
  call: ActionCall,
  given: JsonObject,
  asked: Asked,
): void {
  const frame = {
    ...asked,
    action: call.action.id,
    began: draft.at,
    arguments: given,
    hidden: [...hiddenArguments(draft, call)],
  };
  exchange.awaited = null;
  exchange.workflow = { use: call.use.record.id, frames: { '': frame }, lists: {}, done: {}, pending: [] };
  goOnWith(draft, exchange, call, { kind: 'none' });
}

/** Takes in how an action of a workflow ended. False when no workflow waits for it. */
export function settleStep(draft: StepDraft, exchange: MutableExchange, effect: string, result: EffectResult): boolean {
  if (exchange.workflow?.pending.some((each) => each.effect === effect) !== true) return false;
  carryOnWorkflow(draft, exchange, { kind: 'settled', effect, result });
  return true;
}

/** Takes in what the person answered to the question of a step. */
export function answerStep(
  draft: StepDraft,
  exchange: MutableExchange,
  place: string,
  approved: boolean,
  cause: number,
): void {
  const stood = exchange.awaited;
  carryOnWorkflow(draft, exchange, { kind: 'answered', place, approved, cause });
  if (exchange.awaited !== stood) return;
  // The step that asked is not there any more.
  exchange.awaited = null;
  carryOnWorkflow(draft, exchange, { kind: 'none' });
}

/** Ends a workflow whose question was left unanswered. */
export function abandonWorkflow(draft: StepDraft, exchange: MutableExchange, refusal: Refusal): void {
  const { workflow } = exchange;
  const call = workflow === undefined ? null : workflowCall(draft, exchange, workflow);
  delete exchange.workflow;
  if (workflow !== undefined && call !== null) closeFrames(draft, call, workflow, refusal);
}

/** Effects of actions that are under way, to be told that they are when a session is taken up again. */
export function awaitedActions({ current }: SessionState): readonly string[] {
  if (current === null) return [];
  const alone = current.awaited?.kind === 'effect' ? [current.awaited.effect] : [];
  return [...alone, ...(current.workflow?.pending.map(({ effect }) => effect) ?? [])];
}

function carryOnWorkflow(draft: StepDraft, exchange: MutableExchange, news: News): void {
  const { workflow } = exchange;
  const call = workflow === undefined ? null : workflowCall(draft, exchange, workflow);
  if (call !== null) {
    draft.handling = call.intent;
    goOnWith(draft, exchange, call, news);
    return;
  }
  // The design has lost it meanwhile.
  dropWorkflow(exchange);
}

function workflowCall(draft: StepDraft, { cursor }: MutableExchange, { use: id }: WorkflowRun): ActionCall | null {
  const intent = cursor.at === 'actions' ? draft.program.intents.get(cursor.intent) : undefined;
  const use = intent?.compiled.uses.find(({ record }) => record.id === id);
  const call = intent === undefined || use === undefined ? null : callOf(draft, intent, use);
  return call?.action.kind === 'workflow' ? call : null;
}

function goOnWith(draft: StepDraft, exchange: MutableExchange, call: ActionCall, news: News): void {
  const run = exchange.workflow;
  const frame = run?.frames[''];
  if (run === undefined || frame === undefined) return;
  const asked = draft.effects.length;
  // A workflow waits for its pending actions; a question that stands keeps standing.
  if (exchange.awaited?.kind === 'workflow') exchange.awaited = null;
  const runner = new StepRunner(draft, exchange, call, run, news);
  const action = call.action as ActionOf<'workflow'>;
  const walk = (): Walked => walkWorkflow(runner, action, '', { label: '', chain: [action.id] });
  let walked = walk();
  // A question of a branch that was passed before the workflow was called off is not waited for either.
  if (walked.state === 'blocked' && runner.isCalledOff && exchange.awaited !== null) walked = walk();
  if (exchange.exhausted) {
    dropWorkflow(exchange);
    // What was asked for a moment ago is not asked for any more: nobody would hear how it ended.
    draft.effects.length = asked;
    const detail = 'It needs more than one exchange may use.';
    closeFrames(draft, call, runner.run, { failure: 'budget', detail });
  } else if (walked.state !== 'blocked') {
    dropWorkflow(exchange);
    settleCall(draft, call, frame, combinedResult(runner.run, action, '', frame, walked, draft.at));
  } else if (exchange.awaited === null && runner.run.pending.length === 0) {
    // What it waited for is no part of the design any more.
    dropWorkflow(exchange);
    closeFrames(draft, call, runner.run, { failure: 'cancelled', detail: 'Its steps have changed meanwhile.' });
  } else {
    exchange.workflow = runner.run;
    if (exchange.awaited === null) exchange.awaited = { kind: 'workflow', use: run.use };
    if (exchange.awaited.kind === 'workflow' && draft.effects.length > asked)
      draft.emit({ ...draft.event(run.use, frame.requested), kind: 'run.paused', why: 'effects' });
  }
}

function dropWorkflow(exchange: MutableExchange): void {
  delete exchange.workflow;
  exchange.awaited = null;
}

/** The innermost first: each has failed, and nothing follows from it. */
function closeFrames(
  draft: StepDraft,
  call: ActionCall,
  { frames }: Pick<WorkflowRun, 'frames'>,
  { failure, detail }: Refusal,
): void {
  const open = Object.entries(frames).toSorted(([left], [right]) => right.length - left.length);
  for (const [place, frame] of open) {
    const action = draft.program.actions.get(frame.action) ?? call.action;
    const step = place === '' ? null : action.name;
    const duration = Math.max(0, draft.at - frame.began);
    const result: EffectResult = { ...doneHere, outcome: 'failed', failure, detail, duration };
    const cause = emitSettled(draft, { ...call, action, step }, frame, result);
    const written = { origin: 'default', source: action.id, ref: call.use.record.id, cause } as const;
    if (place === '') storeFlags(draft, action.name, { succeeded: false, status: null }, written);
  }
}
