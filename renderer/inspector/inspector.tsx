import { useEffect, useMemo, useState } from 'react';
import type { Document } from '../../shared/model/document.ts';
import type { Problem } from '../../shared/problems/problem.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { problemsByRef, ProblemsContext, SubjectContext } from './problems-by-ref.ts';
import { SettledContext } from './references/known-names.ts';
import { recordIdOf, subjectKey, subjectOf } from './subject.ts';
import { SubjectForm } from './subject-form.tsx';
import './inspector.css';

/** Everything about what is selected, ready to be changed. */
export function Inspector({ problems }: { readonly problems: readonly Problem[] }) {
  const document = useEditor((state) => state.document);
  const selection = useEditor((state) => state.selection);
  const subject = useMemo(() => subjectOf(document, selection), [document, selection]);
  const byRef = useMemo(() => problemsByRef(problems), [problems]);
  const settled = usePausedDocument();
  return (
    <ProblemsContext value={byRef}>
      <SettledContext value={settled}>
        <SubjectContext value={recordIdOf(document, subject)}>
          <div className="inspector">
            <SubjectForm key={subjectKey(subject)} subject={subject} />
          </div>
        </SubjectContext>
      </SettledContext>
    </ProblemsContext>
  );
}

const pause = 150;

function usePausedDocument(): Document {
  const { editor } = useStudio();
  const [settled, setSettled] = useState(() => editor.getState().document);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = editor.subscribe(({ document }, before) => {
      if (document === before.document) return;
      clearTimeout(timer);
      timer = setTimeout(() => setSettled(document), pause);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor]);
  return settled;
}
