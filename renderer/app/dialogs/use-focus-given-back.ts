import { useLayoutEffect, useState } from 'react';
import { focusNode, nodeAround } from '../../canvas/focus-node.ts';
import { useStudio } from '../../state/studio.ts';

/**
 * What had the focus when a dialog opened has it again when the last one is closed, unless closing it went somewhere.
 * What is gone by then, or was nowhere, leaves the focus to the canvas: from there every key has its meaning. Whoever was
 * on the canvas goes on with what the dialog put there.
 */
export function useFocusGivenBack(): void {
  const { editor } = useStudio();
  // As it was before the dialog took it.
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(
    () => () => {
      // With what it stood in still in the page, nothing else could have it.
      queueMicrotask(() => {
        const active = document.activeElement;
        if (active !== document.body && active?.closest('[role="dialog"]') == null) return;
        const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
        const place = isThere ? before : document.querySelector<HTMLElement>('.canvas');
        place?.focus({ preventScroll: true });
        const { selection } = editor.getState();
        const [chosen] = selection;
        const isCanvas = place?.matches('.canvas, .react-flow__node') === true;
        if (isCanvas && chosen !== undefined && selection.length === 1 && chosen !== nodeAround(place))
          focusNode(chosen);
      });
    },
    [before, editor],
  );
}
