import { createContext, useContext } from 'react';
import type { Condition } from '../../../shared/model/condition.ts';
import type { ConditionPath, Rearranged } from './condition-tree.ts';

/** Where something dragged would come to stand: in front of the condition there, behind it, or inside the group. */
export type DropMark = { readonly path: string; readonly where: 'before' | 'after' | 'inside' };

/** What a row can do to the whole list it stands in. */
export type ConditionTools = {
  readonly list: readonly Condition[];
  /** Carries out a rearrangement as one step; the focus goes along with what was moved. */
  readonly rearrange: (change: Rearranged | null) => void;
  readonly startDrag: (path: ConditionPath) => void;
  readonly endDrag: () => void;
  readonly mark: DropMark | null;
};

export const ConditionToolsContext = createContext<ConditionTools | null>(null);

export function useConditionTools(): ConditionTools {
  const tools = useContext(ConditionToolsContext);
  if (tools === null) throw new Error('A condition stands in a list of conditions.');
  return tools;
}
