import { useEffect, useState } from 'react';
import type { Document } from '../../shared/model/document.ts';
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
        (checkScenario) => {
          if (isGone) return;
          const { document } = editor.getState();
          setProblems(withoutWritten(checkScenario(document), document, ui.getState().writing));
        },
        () => ui.notify('bad', rulesMissing),
      );
    };
    let timer = setTimeout(check, firstPause);
    const checkSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(check, pause);
    };
    const stops = [
      editor.subscribe(({ document }, before) => document === before.document || checkSoon()),
      ui.subscribe(({ writing }, before) => writing === before.writing || checkSoon()),
    ];
    return () => {
      isGone = true;
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [editor, ui]);
  return problems;
}

/** What is being written for the first time is unfinished, not wrong; everything else is told as ever. */
const withoutWritten = (found: readonly Problem[], document: Document, writing: string | null): readonly Problem[] =>
  writing === null ? found : found.filter(({ ref }) => ref !== writing && document.homes.get(ref)?.record !== writing);

const rulesMissing =
  'Parley could not read the rules that find problems from the disk, so none are shown. The next edit tries again; if it stays, install Parley anew.';
