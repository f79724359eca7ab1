import { useEditor, useRun } from '../../state/studio.ts';

export type ShownLanguage = {
  /** Null is the one messages are written in. */
  readonly shown: string | null;
  readonly base: string;
  readonly others: readonly string[];
};

const none: readonly string[] = [];

/** The language messages are shown in: that of the talk, while the scenario speaks it. */
export function useShownLanguage(): ShownLanguage {
  const languages = useEditor(({ document }) => document.scenario.languages);
  const language = useRun((state) => state.language);
  const others = languages?.others ?? none;
  return {
    shown: language !== null && others.includes(language) ? language : null,
    base: languages?.base ?? 'en',
    others,
  };
}
