import { patternRivals, type Pattern } from '../../shared/gallery/patterns.ts';
import { takeClip } from '../canvas/clipboard/take-clip.ts';
import type { Studio } from '../state/studio.ts';

/** Takes a pattern in where the canvas is looking, as one step; selected and shown. */
export function insertPattern(studio: Studio, pattern: Pattern): void {
  const { editor, ui } = studio;
  const rivals = patternRivals(editor.getState().document, pattern);
  const target = { at: ui.getState().viewCentre, into: () => null };
  if (!takeClip(studio, pattern.clip(), `Insert ${pattern.name}`, target) || rivals.length === 0) return;
  ui.notify(
    'info',
    `“${rivals.join('”, “')}” is answered elsewhere in this scenario as well. What stands first in the outline is said: keep the one you want.`,
  );
}
