import type { Effect, EffectResult } from '../engine/effect.ts';

/** Tells a running action that nobody waits for it any more. */
export type Cancellation = {
  readonly cancelled: boolean;
  /** Called once, at once if it is already cancelled. */
  onCancel(listener: () => void): void;
};

/** All that a host gives to a running session. */
export type RunPorts = {
  /** Carries out an action. Failures are results; a rejection counts as a failed connection. */
  readonly runAction: (effect: Effect, cancellation: Cancellation) => Promise<EffectResult>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after the time or when cancelled. Without it actions never time out here. */
  readonly sleep?: (milliseconds: number, cancellation: Cancellation) => Promise<void>;
};
