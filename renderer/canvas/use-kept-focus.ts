import { useEffect } from 'react';
import type { Document } from '../../shared/model/document.ts';
import { useStudio } from '../state/studio.ts';
import { watchPage } from '../ui/watch-page.ts';
import { focusCanvas, focusNode, nodeAround } from './focus-node.ts';
import { nearestLeft } from './gestures/walk-talk.ts';

/**
 * Whoever works on the canvas stays on it: when the node that has the focus goes away, by a deletion, an undo or a
 * closed frame, the focus goes to what is chosen now, else to what stood next to it. Nothing more is chosen by that:
 * pressing Delete twice does not delete two things.
 */
export function useKeptFocus(): void {
  const { editor } = useStudio();
  useEffect(() => {
    let last: { readonly element: Element; readonly node: string } | null = null;
    const onFocus = ({ target }: FocusEvent): void => {
      const element = target instanceof Element ? target : null;
      const node = nodeAround(element);
      last = element === null || node === null ? null : { element, node };
    };
    /** With what is gone still in it. */
    let before = editor.getState().document;
    const goOn = (): boolean => {
      if (last === null || document.activeElement !== document.body) return last === null;
      if (last.element.isConnected) return false;
      const { document: after, selection } = editor.getState();
      const [chosen] = selection;
      const next = selection.length === 1 && chosen !== undefined ? chosen : nextTo(before, after, last.node);
      if (next === null) focusCanvas();
      else focusNode(next);
      return true;
    };
    let stopWatching = (): void => undefined;
    const stop = editor.subscribe((state, earlier) => {
      follow(state.selection, earlier.selection);
      if (state.document === earlier.document) return;
      before = earlier.document;
      if (last === null) return;
      // What is gone is gone from the page with the next picture.
      stopWatching();
      stopWatching = watchPage(goOn, untilDrawn);
    });
    // What was made, undone or pasted is chosen: the keys go on from there.
    const follow = ([only, ...others]: readonly string[], earlier: readonly string[]): void => {
      const active = document.activeElement;
      if (only === undefined || others.length > 0 || earlier.includes(only)) return;
      if (active?.matches('.react-flow__node, .canvas') === true) focusNode(only);
    };
    // A frame that is closed and a view that goes elsewhere take nodes out of the page, too.
    const nodes = new MutationObserver(goOn);
    for (const place of document.querySelectorAll('.react-flow__nodes')) nodes.observe(place, { childList: true });
    window.addEventListener('focusin', onFocus);
    return () => {
      stop();
      stopWatching();
      nodes.disconnect();
      window.removeEventListener('focusin', onFocus);
    };
  }, [editor]);
}

/** By then a change is drawn also on a busy machine, in milliseconds. */
const untilDrawn = 250;

const nextTo = (before: Document, after: Document, node: string): string | null =>
  after.homes.has(node) ? node : nearestLeft(before, after, node);
