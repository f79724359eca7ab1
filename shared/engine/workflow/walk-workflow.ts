import type { Json } from '../../base/json.ts';
import type { ActionOf } from '../../model/action-record.ts';
import { compiledSteps, type CompiledLoop, type CompiledStep } from '../../program/compile-workflow.ts';
import { isHidden, readOperand } from '../check-conditions.ts';
import { spendStep } from '../spend-budget.ts';
import type { StepRunner } from './step-runner.ts';
import { isStopped, type Around, type Spot, type StepFailure, type Walked } from './walked.ts';
import type { StepValue } from './workflow-scope.ts';

const blocked = { state: 'blocked' } as const;

/**
 * Goes through a workflow from its beginning. What a step gave is remembered by its place, so that a walk passes over
 * it and carries on where something is left to do. So every walk reads like the workflow itself, nested as it may be,
 * and a session at rest holds results and nothing else.
 */
export function walkWorkflow(runner: StepRunner, action: ActionOf<'workflow'>, place: string, around: Around): Walked {
  const frame = runner.run.frames[place];
  if (frame === undefined) return blocked;
  const scope = { args: frame.arguments, hiddenArgs: new Set(frame.hidden), steps: new Map(), loop: null };
  const { label, chain } = around;
  return walkSteps(runner, compiledSteps(action), { prefix: insideOf(place), label, frame, chain, scope });
}

const insideOf = (place: string): string => (place === '' ? '' : `${place}/`);

/** One behind the other, each seeing what those before it gave. */
function walkSteps(runner: StepRunner, steps: readonly CompiledStep[], spot: Spot): Walked {
  const values = new Map<string, StepValue>();
  const known = new Map(spot.scope.steps);
  const inner = { ...spot, scope: { ...spot.scope, steps: known } };
  for (const [index, step] of steps.entries()) {
    const walked = walkStep(runner, step, `${spot.prefix}${index}`, inner);
    if (walked.state !== 'done') return walked;
    for (const [name, value] of walked.values) {
      known.set(name, value);
      values.set(name, value);
    }
  }
  return { state: 'done', values };
}

function walkStep(runner: StepRunner, step: CompiledStep, place: string, spot: Spot): Walked {
  if (step.kind === 'each') return walkLoop(runner, step, place, spot);
  if (step.kind === 'together') {
    const walks = step.branches.map((branch, index) =>
      walkSteps(runner, branch, { ...spot, prefix: `${place}.${index}.` }),
    );
    return together(walks);
  }
  const result = runner.actionStep(step, place, spot, (action, around) => walkWorkflow(runner, action, place, around));
  if (result === null) return blocked;
  if (result.outcome === 'failed' && (step.stopOnFailure || isStopped(result))) {
    const { failure, detail } = result;
    return { state: 'failed', failed: { step: `${spot.label}${step.name}`, failure: failure ?? 'codeFailed', detail } };
  }
  const hidden = runner.hiddenOutputs(step.action);
  return { state: 'done', values: new Map([[step.name, { value: result.outputs, hidden }]]) };
}

/** All branches go on by themselves to their ends; what counts is the order they are listed in, not who was first. */
function together(walks: readonly Walked[]): Walked {
  if (walks.some(({ state }) => state === 'blocked')) return blocked;
  const failed = walks.find(({ state }) => state === 'failed');
  if (failed !== undefined) return failed;
  return { state: 'done', values: new Map(walks.flatMap((walk) => (walk.state === 'done' ? [...walk.values] : []))) };
}

function walkLoop(runner: StepRunner, step: CompiledLoop, place: string, spot: Spot): Walked {
  const opened = openList(runner, step, place, spot);
  if (!Array.isArray(opened)) return opened as Walked;
  const hidden = runner.draft.within(spot.scope, () => isHidden(runner.draft, step.list));
  const rounds: Json[] = [];
  const covered = new Set<string>();
  for (const [index, item] of (opened as readonly Json[]).entries()) {
    const walked = walkSteps(runner, step.steps, {
      ...spot,
      prefix: `${place}.${index}.`,
      label: `${spot.label}${step.name}[${index}].`,
      scope: { ...spot.scope, loop: { item, index, hidden } },
    });
    if (walked.state !== 'done') return walked;
    rounds.push(Object.fromEntries([...walked.values].map(([name, { value }]) => [name, value])));
    for (const value of walked.values.values()) for (const name of value.hidden) covered.add(name);
  }
  return { state: 'done', values: new Map([[step.name, { value: rounds, hidden: covered }]]) };
}

/** The list as it is when the loop begins. One that is too long fails it before the first round. */
function openList(runner: StepRunner, step: CompiledLoop, place: string, spot: Spot): readonly Json[] | Walked {
  const known = runner.run.lists[place];
  if (known !== undefined) return known;
  const { draft } = runner;
  const value = draft.within(spot.scope, () => readOperand(draft, step.list));
  const label = `${spot.label}${step.name}`;
  const fails = (failed: Omit<StepFailure, 'step'>): Walked => ({
    state: 'failed',
    failed: { step: label, ...failed },
  });
  if (value !== null && !Array.isArray(value))
    return fails({ failure: 'invalidInput', detail: 'What it goes through is no list.' });
  const list = (value ?? []) as readonly Json[];
  if (list.length > step.limit)
    return fails({ failure: 'budget', detail: `The list has ${list.length} items; the limit is ${step.limit}.` });
  for (let count = 0; count < list.length; count += 1) if (!spendStep(draft)) return blocked;
  runner.run.lists[place] = list;
  return list;
}
