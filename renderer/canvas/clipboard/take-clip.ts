import type { Point } from '../../../shared/commands/command.ts';
import { bundleFormat } from '../../../shared/exchange/bundle/bundle-schema.ts';
import { clipFormat, type Clip } from '../../../shared/exchange/clipboard/clip-schema.ts';
import { planClipPaste } from '../../../shared/exchange/clipboard/plan-clip-paste.ts';
import { readClip } from '../../../shared/exchange/clipboard/read-clip.ts';
import { recordLimit } from '../../../shared/persistence/read-limits.ts';
import { pasteActions } from '../../actions/action-clipboard.ts';
import type { Studio } from '../../state/studio.ts';

type Target = {
  readonly at: Point;
  readonly into: (root: string) => string | null;
  /** False for what was dropped where somebody looks: the canvas stays where it is. */
  readonly isShown?: boolean;
};

/** Takes in what a text holds: part of a scenario, or actions. Any other text is refused with the reason. */
export function takeText(studio: Studio, text: string, at: Point): boolean {
  if (text.includes(`"${bundleFormat}"`) && !text.includes(`"${clipFormat}"`)) return pasteActions(studio, text);
  const read = readClip(text);
  if (!read.ok) {
    const [first] = read.failure;
    const why = first === undefined ? '' : ` ${first.sentence}`;
    studio.ui.notify('bad', `What is on the clipboard cannot be pasted here.${why}`);
    return false;
  }
  const [into = null] = studio.editor.getState().selection;
  return takeClip(studio, read.value, 'Paste', { at, into: () => into });
}

/** One step of the history; what came of it is selected and shown, what clashed is told. */
export function takeClip({ editor, ui }: Studio, clip: Clip, label: string, target: Target): boolean {
  const { document } = editor.getState();
  const { puts, roots, notes } = planClipPaste(document, clip, target);
  if (document.homes.size + puts.length > recordLimit) {
    ui.notify('bad', `A scenario holds at most ${recordLimit.toLocaleString('en')} records, and this would be more.`);
    return false;
  }
  const done = editor.execute({ kind: 'records.put', label, puts, select: roots });
  if (!done.ok) {
    ui.notify('bad', `This cannot be pasted here. ${done.failure.sentence}`);
    return false;
  }
  editor.select(roots);
  if (target.isShown !== false) ui.reveal(roots);
  if (notes.length > 0) ui.notify('info', shortly(notes));
  return true;
}

const mostNotes = 4;

const shortly = (notes: readonly string[]): string =>
  notes.length <= mostNotes
    ? notes.join(' ')
    : [...notes.slice(0, mostNotes), `And ${notes.length - mostNotes} more like these.`].join(' ');
