import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Problem } from '../../shared/problems/problem.ts';
import { problemsByNode } from '../canvas/use-canvas-problems.ts';
import { namesIn } from '../run/names-in.ts';
import { isPanelOpen } from '../state/panel-preferences.ts';
import { exchangeWith } from '../state/run-trace.ts';
import { useStudio } from '../state/studio.ts';
import { announce, announcer } from './announcer.ts';
import { editWords, selectionWords } from './edit-words.ts';
import { runWords } from './run-words.ts';

/** Reads out what can be seen but has not the focus: what is chosen, what an edit did, what a run does. */
export function Announcements({ problems }: { readonly problems: readonly Problem[] }) {
  useEditorVoice(problems);
  useRunVoice();
  const polite = useStore(announcer, (state) => state.polite);
  const urgent = useStore(announcer, (state) => state.urgent);
  return (
    <>
      <div className="unseen" aria-live="polite" data-announcer="polite">
        <span key={polite.count}>{polite.text}</span>
      </div>
      <div className="unseen" aria-live="assertive" data-announcer="urgent">
        <span key={urgent.count}>{urgent.text}</span>
      </div>
    </>
  );
}

function useEditorVoice(problems: readonly Problem[]): void {
  const { editor } = useStudio();
  const latest = useRef(problems);
  useEffect(() => {
    latest.current = problems;
  }, [problems]);
  useEffect(() => {
    const tellSelection = (): void => {
      const { document, selection } = editor.getState();
      const counts = problemsByNode(document, latest.current);
      const words = selectionWords(document, selection, (id) => counts.get(id)?.length ?? 0, speakerNow());
      if (words !== null) announce(words, { topic: 'selection' });
    };
    return editor.subscribe((state, before) => {
      if (state.document.scenario.id !== before.document.scenario.id) return;
      const edited = editWords(state, before, isTyping());
      if (edited !== null) announce(edited, { topic: 'edit' });
      if (state.selection === before.selection) return;
      // The focus follows with the next picture; what has it says its name itself.
      requestAnimationFrame(() => requestAnimationFrame(tellSelection));
    });
  }, [editor]);
}

function useRunVoice(): void {
  const { editor, run, ui } = useStudio();
  useEffect(
    () =>
      run.onShown((events) => {
        const [first] = events;
        if (first === undefined) return;
        const around = exchangeWith(run.getState().exchanges, first.seq)?.events ?? events;
        const { preferences, rightTab } = ui.getState();
        const chatIsHeard = rightTab === 'talk' && isPanelOpen(preferences, 'right');
        const nameOf = namesIn(editor.getState().document);
        for (const { text, urgent } of runWords(events, around, nameOf, chatIsHeard)) announce(text, { urgent });
      }),
    [editor, run, ui],
  );
}

const isTyping = (): boolean =>
  document.activeElement?.closest('input, textarea, select, [contenteditable="true"]') != null;

/** What says by itself what is chosen: the node that has the focus its name, a tree its whole row, a wire its ends. */
function speakerNow(): { readonly node: string | null; readonly isOther: boolean } {
  const active = document.activeElement;
  return {
    node: active?.closest<HTMLElement>('.react-flow__node')?.dataset['id'] ?? null,
    isOther:
      active?.closest('[role="tree"], [role="listbox"]') != null ||
      document.querySelector('.wire-group[data-selected]') !== null,
  };
}
