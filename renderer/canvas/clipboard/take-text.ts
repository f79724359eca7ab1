import type { Point } from '../../../shared/commands/command.ts';
import { bundleFormat } from '../../../shared/exchange/bundle/bundle-schema.ts';
import { clipClashes } from '../../../shared/exchange/clipboard/clip-clashes.ts';
import { clipFormat } from '../../../shared/exchange/clipboard/clip-schema.ts';
import { readClip } from '../../../shared/exchange/clipboard/read-clip.ts';
import { pasteActions } from '../../actions/action-clipboard.ts';
import type { Studio } from '../../state/studio.ts';
import type { Placing } from '../../state/ui-store.ts';
import type { CanvasStore } from '../canvas-store.ts';
import type { ClipTarget } from './clip-target.ts';
import { takeClip, wishOf } from './take-clip.ts';

/**
 * Takes in what a text holds: part of a scenario, or actions. Where it means something else by names that are here, that
 * is asked first; for any other text it is offered what could be made of it, at a point of the window. False when
 * nothing came of it.
 */
export async function takeText(
  studio: Studio,
  store: CanvasStore,
  text: string,
  target: ClipTarget,
  menuAt: Point = middleOfCanvas(),
): Promise<boolean> {
  const { editor, ui } = studio;
  const says = (format: string): boolean => text.includes(`"${format}"`);
  if (says(bundleFormat) && !says(clipFormat)) return pasteActions(studio, text);
  if (!says(clipFormat)) {
    const place: Placing = (make) => ui.place(make, wishOf(target));
    // What can read everything that may be pasted is not needed to start.
    const { allOffers } = await import('./all-offers.ts');
    const entries = allOffers(studio, text, target, place);
    if (entries.length === 0) return refuse(studio, 'There are no words in what was pasted.');
    store.setState({ menu: { at: menuAt, entries } });
    return true;
  }
  const read = readClip(text);
  if (!read.ok) {
    const [first] = read.failure;
    const why = first === undefined ? '' : ` ${first.sentence}`;
    return refuse(studio, `What is on the clipboard cannot be pasted here.${why}`);
  }
  const clashes = clipClashes(editor.getState().document, read.value);
  if (clashes.length === 0) return takeClip(studio, read.value, 'Paste', target);
  store.setState({ clashing: { clip: read.value, clashes, target } });
  return true;
}

function refuse({ ui }: Studio, sentence: string): false {
  ui.notify('bad', sentence);
  return false;
}

/** In pixels of the window: where a menu opens that nobody pointed for. */
function middleOfCanvas(): Point {
  const box = document.querySelector('.canvas')?.getBoundingClientRect();
  return box === undefined ? { x: 0, y: 0 } : { x: box.x + box.width / 2 - 120, y: box.y + box.height / 3 };
}
