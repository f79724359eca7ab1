import type { JsonObject } from '../../base/json.ts';
import type { ActionOf, ActionRecord } from '../../model/action-record.ts';
import { compiledAction } from '../../program/compile-action.ts';
import type { CompiledActionStep } from '../../program/compile-workflow.ts';
import type { ActionCall } from '../action-call.ts';
import { putQuestion } from '../ask-confirmation.ts';
import { assign } from '../assign.ts';
import { chanceOf } from '../chance.ts';
import { checkConditions } from '../check-conditions.ts';
import { budgets, workflowDepth } from '../limits.ts';
import { hiddenArguments, maskArguments, prepareAction } from '../prepare-action.ts';
import type { StepDone, WorkflowRun } from '../session-state.ts';
import { reachBudget, spendStep } from '../spend-budget.ts';
import type { MutableExchange, StepDraft } from '../step-draft.ts';
import { doneHere, isWorkedOut, workOutAction } from '../work-out-action.ts';
import { combinedResult } from './combined-result.ts';
import { settleStepAt, skipStepAt, skipUnknownStep, type OpenRun, type StepPlace } from './settle-step.ts';
import { isStopped, type Around, type News, type Spot, type Walked } from './walked.ts';

type WalkNested = (action: ActionOf<'workflow'>, around: Around) => Walked;

/** Does the actions of a workflow one by one, and remembers what became of each. */
export class StepRunner {
  readonly draft: StepDraft;
  readonly run: OpenRun;
  readonly #exchange: MutableExchange;
  readonly #outer: ActionCall;
  readonly #news: News;

  constructor(draft: StepDraft, exchange: MutableExchange, outer: ActionCall, run: WorkflowRun, news: News) {
    this.draft = draft;
    this.#exchange = exchange;
    this.#outer = outer;
    this.#news = news;
    const { use, frames, lists, done, pending } = run;
    this.run = { use, frames: { ...frames }, lists: { ...lists }, done: { ...done }, pending };
  }

  /** What an action step came to; null while it is waited for. */
  actionStep(step: CompiledActionStep, place: string, spot: Spot, walkNested: WalkNested): StepDone | null {
    const known = this.run.done[place];
    if (known !== undefined) return known;
    if (this.#exchange.exhausted) return null;
    const action = this.draft.program.actions.get(step.action);
    const at: StepPlace = { step, place, spot, label: `${spot.label}${step.name}` };
    if (action === undefined) return this.#skipUnknown(at);
    const call = this.#callOf(at, action);
    if (this.run.frames[place] !== undefined) return this.#nested(at, call, walkNested);
    const pending = this.run.pending.find((each) => each.place === place);
    if (pending !== undefined) return this.#arrived(at, call, pending);
    const asked = this.#exchange.awaited?.kind === 'confirmation' ? this.#exchange.awaited : null;
    if (this.isCalledOff) return this.#callOff(at, call, asked?.step?.place === place ? asked.asked : null);
    if (asked?.step?.place === place) return this.#answered(at, call, asked, walkNested);
    // Questions are put one at a time; nothing of this step is looked at before its turn.
    if (asked !== null && action.confirmation.when !== 'never') return null;
    return this.#begin(at, call, walkNested);
  }

  /** One of its actions was called off, and with it everything that has not begun. */
  get isCalledOff(): boolean {
    return Object.values(this.run.done).some(isStopped);
  }

  /** Outputs of an action that nobody may read. */
  hiddenOutputs(id: string): ReadonlySet<string> {
    const { sensitive, actions } = this.draft.program;
    const names = actions.get(id)?.outputs.map(({ name }) => name) ?? [];
    return new Set(names.filter((name) => sensitive.has(name)));
  }

  #callOf({ step, label }: StepPlace, action: ActionRecord): ActionCall {
    const { intent, use } = this.#outer;
    return { intent, use, action, inputs: step.inputs, step: label };
  }

  #callOff(at: StepPlace, call: ActionCall, question: number | null): StepDone {
    if (question !== null) this.#exchange.awaited = null;
    const detail = `"${call.action.name}" was called off with its workflow.`;
    return skipStepAt(
      this.draft,
      this.run,
      at,
      call,
      { failure: 'cancelled', detail },
      question ?? at.spot.frame.requested,
    );
  }

  #begin(at: StepPlace, call: ActionCall, walkNested: WalkNested): StepDone | null {
    const { step, spot } = at;
    const cause = spot.frame.requested;
    if (!this.#mayGoOn(at)) return null;
    const { draft } = this;
    if (!draft.within(spot.scope, () => checkConditions(draft, spot.frame.action, step.conditions, cause))) {
      const detail = `The conditions of the step “${at.label}” do not hold.`;
      return skipStepAt(this.draft, this.run, at, call, { failure: 'conditionNotMet', detail }, cause, 'skipped');
    }
    const prepared = draft.within(spot.scope, () => prepareAction(draft, call, cause));
    if (prepared.kind === 'refused') return skipStepAt(this.draft, this.run, at, call, prepared.refusal, cause);
    if (!prepared.asks) return this.#launch(at, call, prepared.given, cause, walkNested);
    const asked = putQuestion(draft, call, cause);
    const { place, label } = at;
    this.#exchange.awaited = {
      kind: 'confirmation',
      use: call.use.record.id,
      arguments: prepared.given,
      asked,
      step: { place, label, action: call.action.id },
    };
    return null;
  }

  /** Steps are counted like actions of an intent, also when they are skipped. */
  #mayGoOn({ spot, step }: StepPlace): boolean {
    if (!spendStep(this.draft)) return false;
    if (this.#exchange.actions < budgets.actions) {
      this.#exchange.actions += 1;
      return true;
    }
    reachBudget(this.draft, 'actions', [...new Set([...spot.chain, step.action])]);
    return false;
  }

  #answered(
    at: StepPlace,
    call: ActionCall,
    asked: { readonly arguments: JsonObject },
    walkNested: WalkNested,
  ): StepDone | null {
    const news = this.#news;
    if (news.kind !== 'answered' || news.place !== at.place) return null;
    this.#exchange.awaited = null;
    if (news.approved) return this.#launch(at, call, asked.arguments, news.cause, walkNested);
    const detail = `"${call.action.name}" was declined.`;
    return skipStepAt(this.draft, this.run, at, call, { failure: 'declined', detail }, news.cause);
  }

  #launch(at: StepPlace, call: ActionCall, given: JsonObject, cause: number, walkNested: WalkNested): StepDone | null {
    const { draft } = this;
    const { action, use } = call;
    const { chain, scope } = at.spot;
    if (action.kind === 'workflow' && chain.length >= workflowDepth) {
      const names = [...chain, action.id].map((id) => draft.program.actions.get(id)?.name ?? id);
      const detail = `Workflows are nested too deeply: ${names.join(' → ')}.`;
      return skipStepAt(this.draft, this.run, at, call, { failure: 'budget', detail }, cause);
    }
    const effect = `${draft.before.session}.${draft.seq + 1}`;
    const [shown, hidden] = draft.within(scope, () => [
      maskArguments(draft, call, given),
      [...hiddenArguments(draft, call)],
    ]);
    const ref = use.record.id;
    const { id, name, timeout } = action;
    const requested = draft.emit({
      ...draft.event(ref, cause),
      kind: 'effect.requested',
      effect,
      step: at.label,
      action: id,
      name,
      arguments: shown,
    });
    const asked = { effect, requested };
    if (action.kind === 'workflow') {
      this.run.frames[at.place] = { ...asked, action: id, began: draft.at, arguments: given, hidden };
      return this.#nested(at, call, walkNested);
    }
    if (action.kind === 'setAttributes') {
      const from = { ref, source: id, cause: requested };
      assign(draft, compiledAction(action).assignments, from);
      return settleStepAt(this.draft, this.run, at, call, asked, doneHere);
    }
    if (isWorkedOut(action))
      return settleStepAt(
        this.draft,
        this.run,
        at,
        call,
        asked,
        workOutAction(draft, action, given, hidden.length > 0),
      );
    this.run.pending = [...this.run.pending, { place: at.place, ...asked }];
    const chance = chanceOf(draft.before.seed, effect);
    const more = hidden.length === 0 ? {} : { hidden };
    draft.effects.push({
      kind: 'action.run',
      id: effect,
      action: id,
      use: ref,
      arguments: given,
      timeout,
      chance,
      ...more,
    });
    return null;
  }

  #arrived(at: StepPlace, call: ActionCall, pending: WorkflowRun['pending'][number]): StepDone | null {
    const news = this.#news;
    if (news.kind !== 'settled' || news.effect !== pending.effect) return null;
    this.run.pending = this.run.pending.filter((each) => each !== pending);
    return settleStepAt(this.draft, this.run, at, call, pending, news.result);
  }

  #nested(at: StepPlace, call: ActionCall, walkNested: WalkNested): StepDone | null {
    const frame = this.run.frames[at.place];
    const { action } = call;
    if (frame === undefined) return null;
    if (action.kind !== 'workflow') {
      delete this.run.frames[at.place];
      const detail = 'It was a workflow when it began.';
      return settleStepAt(this.draft, this.run, at, call, frame, {
        ...doneHere,
        outcome: 'failed',
        failure: 'cancelled',
        detail,
      });
    }
    const chain = [...at.spot.chain, action.id];
    const walked = walkNested(action, { label: `${at.label}.`, chain });
    if (walked.state === 'blocked') return null;
    delete this.run.frames[at.place];
    return settleStepAt(
      this.draft,
      this.run,
      at,
      call,
      frame,
      combinedResult(this.run, action, at.place, frame, walked, this.draft.at),
    );
  }

  #skipUnknown(at: StepPlace): StepDone | null {
    return this.#mayGoOn(at) ? skipUnknownStep(this.draft, this.run, at, this.#outer) : null;
  }
}
