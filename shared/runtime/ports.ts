import type { ActionRun, EffectResult, InterpretRun } from '../engine/effect.ts';

/** Tells a running action that nobody waits for it any more. */
export type Cancellation = {
  readonly cancelled: boolean;
  /** Called once, at once if it is already cancelled. */
  onCancel(listener: () => void): void;
};

/** All that a host gives to a running session. */
export type RunPorts = {
  /** Carries out an action. Failures are results; a rejection counts as a failed connection. */
  readonly runAction: (effect: ActionRun, cancellation: Cancellation) => Promise<EffectResult>;
  /** Asks an interpreter that is not at hand; the result holds its ranking. Without it such interpreters fail. */
  readonly interpret?: (effect: InterpretRun, cancellation: Cancellation) => Promise<EffectResult>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after the time or when cancelled. Without it effects never time out here. */
  readonly sleep?: (milliseconds: number, cancellation: Cancellation) => Promise<void>;
};
