import { createContext, useContext, type PointerEvent } from 'react';
import type { Command } from '../../shared/commands/command.ts';
import { invariant } from '../../shared/base/invariant.ts';
import type { Pin, WireEnd } from './wires/wire-end.ts';

/** How pins begin a wire. Given by the canvas, so that nodes know nothing of gestures. */
export type WireStart = {
  /** `unwire` is what lets go of a wire that is taken off at its other end. */
  readonly pull: (
    event: PointerEvent,
    node: string,
    pin: Pick<Pin, 'x' | 'y' | 'side'>,
    end: WireEnd,
    unwire?: readonly Command[],
  ) => void;
  /** Without the mouse: offers everything this end can be joined to. */
  readonly choose: (beside: Element, end: WireEnd) => void;
};

export const WireStartContext = createContext<WireStart | null>(null);

export function useWireStart(): WireStart {
  const start = useContext(WireStartContext);
  invariant(start !== null, 'pins live inside WireStartContext');
  return start;
}
