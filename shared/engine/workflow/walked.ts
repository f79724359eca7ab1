import type { ActionFailure, EffectResult } from '../effect.ts';
import type { StepDone, WorkflowFrame } from '../session-state.ts';
import type { StepValue, WorkflowScope } from './workflow-scope.ts';

/** How far a walk came: to the end, to a step that did not go well, or to where somebody has to be waited for. */
export type Walked =
  | { readonly state: 'blocked' }
  | { readonly state: 'failed'; readonly failed: StepFailure }
  | { readonly state: 'done'; readonly values: ReadonlyMap<string, StepValue> };

/** Why a workflow did not go on, and at which of its steps. */
export type StepFailure = { readonly step: string; readonly failure: ActionFailure; readonly detail: string };

/** Where in the tree of steps a walk is. */
export type Spot = {
  /** Where the steps stand: `2.0.` is the first round of the loop that is the third step. */
  readonly prefix: string;
  /** The same for people: `items[0].`. */
  readonly label: string;
  readonly frame: WorkflowFrame;
  /** The workflows around it, the outermost first. */
  readonly chain: readonly string[];
  readonly scope: WorkflowScope;
};

/** What a workflow inside another takes over from its step. */
export type Around = Pick<Spot, 'label' | 'chain'>;

/** What has come in since the last walk: how an action ended, or what the person answered. */
export type News =
  | { readonly kind: 'none' }
  | { readonly kind: 'settled'; readonly effect: string; readonly result: EffectResult }
  | { readonly kind: 'answered'; readonly place: string; readonly approved: boolean; readonly cause: number };

/** Whoever calls a workflow off wants no further step of it, whatever its steps say of failures. */
export const isStopped = ({ failure }: Pick<StepDone, 'failure'>): boolean => failure === 'cancelled';
