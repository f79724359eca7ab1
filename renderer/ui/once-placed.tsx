import { useLayoutEffect, useReducer, type ReactNode } from 'react';

type OncePlacedProps = {
  /** How many others it lets go first: each turn is drawn, and may measure itself, before the next. */
  readonly turn?: number;
  readonly children: ReactNode;
};

/**
 * Drawn as soon as what is around it has its size, and before anything is painted. Panels measure each other when they
 * first stand; with everything already in them, that laid the whole window out each time for nothing.
 */
export function OncePlaced({ turn = 1, children }: OncePlacedProps) {
  const [passed, pass] = useReducer((turns: number) => turns + 1, 0);
  useLayoutEffect(() => {
    if (passed < turn) pass();
  }, [passed, turn]);
  return passed < turn ? null : children;
}
