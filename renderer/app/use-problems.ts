import { useEffect, useState } from 'react';
import { checkScenario } from '../../shared/problems/check-scenario.ts';
import type { Problem } from '../../shared/problems/problem.ts';
import { useStudio } from '../state/studio.ts';

/** Long enough that checking never stands in the way of typing. */
const pause = 150;

/** What is wrong with the design: checked once there is something to see, and again when edits pause. */
export function useProblems(): readonly Problem[] {
  const { editor } = useStudio();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  useEffect(() => {
    const check = (): void => setProblems(checkScenario(editor.getState().document));
    let timer = setTimeout(check);
    const stop = editor.subscribe(({ document }, before) => {
      if (document === before.document) return;
      clearTimeout(timer);
      timer = setTimeout(check, pause);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor]);
  return problems;
}
