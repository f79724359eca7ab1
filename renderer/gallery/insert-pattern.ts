import type { Point } from '../../shared/commands/command.ts';
import { patternNamed, patternRivals, type Pattern } from '../../shared/gallery/patterns.ts';
import { takeClip } from '../canvas/clipboard/take-clip.ts';
import { metrics } from '../canvas/layout/metrics.ts';
import type { Studio } from '../state/studio.ts';
import { picturedDocument } from './pictured-document.ts';

/** Takes a pattern in, where there is room in view or with its corner at a place; one step, selected and shown. */
export async function insertPattern(studio: Studio, pattern: Pattern, corner?: Point): Promise<void> {
  const { editor, ui } = studio;
  const { document } = editor.getState();
  const rivals = patternRivals(document, pattern);
  const target = { into: () => null, ...(corner === undefined ? {} : { dropped: corner }) };
  const isIn = await takeClip(studio, pattern.clipFor(document), `Insert ${pattern.name}`, target);
  if (!isIn || rivals.length === 0) return;
  ui.notify(
    'info',
    `“${rivals.join('”, “')}” is answered elsewhere in this scenario as well. What stands first in the outline is said: keep the one you want.`,
  );
}

/** A pattern that was dragged comes to stand with its title under the pointer. Anything may be dropped: unknown ones are not. */
export function dropPattern(studio: Studio, id: string, { x, y }: Point): void {
  const pattern = patternNamed(id);
  if (pattern === undefined) return;
  const { width } = picturedDocument(pattern.document()).rect;
  void insertPattern(studio, pattern, {
    x: Math.round(x - width / 2),
    y: Math.round(y - metrics.conversation.header / 2),
  });
}
