import type { Studio } from '../../state/studio.ts';
import type { Placing } from '../../state/ui-store.ts';
import type { MenuEntry } from '../gestures/menu-entry.ts';
import type { ClipTarget } from './clip-target.ts';
import { looksLikeHtml, saidInHtml } from './said-in-html.ts';
import { specialOffers } from './special-offers.ts';
import { textOffers } from './text-offers.ts';

/** Everything a text could become on the canvas, what it is more than words first; none where there is nothing in it. */
export function allOffers(studio: Studio, text: string, target: ClipTarget, place: Placing): readonly MenuEntry[] {
  const { document, selection } = studio.editor.getState();
  const special = specialOffers(studio, text, target, place);
  const words = looksLikeHtml(text) && special.length === 0 ? saidInHtml(text) : text;
  return words.trim() === '' ? [] : textOffers(document, words, selection[0], place, special);
}
