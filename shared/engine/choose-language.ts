import type { StepDraft } from './step-draft.ts';

/** Where a person's language is kept, the nearer first. */
const places = ['session', 'user'] as const;
export const languageAttribute = 'language';

/**
 * The language to speak: the person's, if the scenario is translated into it or into what it is a variety of (`de` for
 * `de-AT`). Null for the one it is written in.
 */
export function chooseLanguage(draft: StepDraft): string | null {
  const { languages } = draft.program.settings;
  if (languages === null || languages.others.length === 0) return null;
  for (const place of places) {
    const wanted = draft.read(place, languageAttribute);
    if (typeof wanted !== 'string' || wanted === '') continue;
    const tag = wanted.toLowerCase().replaceAll('_', '-');
    const known = [tag, tag.split('-')[0]];
    if (known.includes(languages.base.toLowerCase())) return null;
    const found = known.flatMap((name) => languages.others.find((other) => other.toLowerCase() === name) ?? [])[0];
    if (found !== undefined) return found;
  }
  return null;
}
