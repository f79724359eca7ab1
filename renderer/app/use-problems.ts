import { useEffect, useState } from 'react';
import type { Problem } from '../../shared/problems/problem.ts';
import { useStudio } from '../state/studio.ts';

/** Checking a large scenario takes as long as drawing it; what is seen first can be used meanwhile. */
const firstPause = 300;

/** Long enough that checking never stands in the way of typing. */
const pause = 150;

/** The rules come after the first picture; what cannot be fetched now is asked for again at the next edit. */
const fetchRules = async () => (await import('../../shared/problems/check-scenario.ts')).checkScenario;

/** What is wrong with the design: checked once there is something to see, and again when edits pause. */
export function useProblems(): readonly Problem[] {
  const { editor, ui } = useStudio();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  useEffect(() => {
    let isGone = false;
    const check = (): void => {
      fetchRules().then(
        (checkScenario) => isGone || setProblems(checkScenario(editor.getState().document)),
        () => ui.notify('bad', rulesMissing),
      );
    };
    let timer = setTimeout(check, firstPause);
    const stop = editor.subscribe(({ document }, before) => {
      if (document === before.document) return;
      clearTimeout(timer);
      timer = setTimeout(check, pause);
    });
    return () => {
      isGone = true;
      clearTimeout(timer);
      stop();
    };
  }, [editor, ui]);
  return problems;
}

const rulesMissing =
  'Parley could not read the rules that find problems from the disk, so none are shown. The next edit tries again; if it stays, install Parley anew.';
