import { lightNote, lightWords, type Light } from '../use-light.ts';

/** What a run did with a node, in words: a short note for everybody, the state for those who cannot see it. */
export function LightStatus({ light }: { readonly light: Light | null }) {
  if (light === null) return null;
  const note = lightNote(light);
  return (
    <>
      <span className="unseen">{lightWords[light.highlight]}</span>
      {note !== null && <span className="light-note">{note}</span>}
    </>
  );
}
