import { lightNote, lightWords, useLight, type Light } from '../use-light.ts';

/** What a run did with a node, in words: a short note for everybody, all of it for those who cannot see the light. */
export function LightStatus({ id }: { readonly id: string }) {
  const lit = useLight(id, inWords);
  return <span ref={lit} className="light-status" />;
}

/** What is in it is no matter of React's: it says something else with every step of a talk. */
function inWords(element: HTMLElement, light: Light | null): void {
  const node = element.closest('.react-flow__node');
  const note = lightNote(light);
  if (light === null) node?.removeAttribute('aria-description');
  else
    node?.setAttribute('aria-description', [lightWords[light.highlight], ...(note === null ? [] : [note])].join(': '));
  if (note === null) return element.replaceChildren();
  const shown = document.createElement('span');
  shown.className = 'light-note';
  shown.ariaHidden = 'true';
  shown.textContent = note;
  element.replaceChildren(shown);
}
