import { useStoreApi } from 'reactflow';
import { createContext, useContext, useLayoutEffect, useState, type ReactNode } from 'react';
import { invariant } from '../../shared/base/invariant.ts';
import { createMovingView, type MovingView } from './moving-view.ts';

const MovingViewContext = createContext<MovingView | null>(null);

/** Lets all of a canvas follow its view. */
export function MovingViewProvider({ children }: { readonly children: ReactNode }) {
  const flow = useStoreApi();
  const [view] = useState(() => createMovingView(flow));
  useLayoutEffect(() => view.watch(), [view]);
  return <MovingViewContext value={view}>{children}</MovingViewContext>;
}

export function useMovingView(): MovingView {
  const view = useContext(MovingViewContext);
  invariant(view !== null, 'parts of the canvas live inside MovingViewProvider');
  return view;
}
