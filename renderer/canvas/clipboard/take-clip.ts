import type { Command, Point } from '../../../shared/commands/command.ts';
import { bundleFormat } from '../../../shared/exchange/bundle/bundle-schema.ts';
import { clipClashes } from '../../../shared/exchange/clipboard/clip-clashes.ts';
import { clipFormat, type Clip } from '../../../shared/exchange/clipboard/clip-schema.ts';
import { planClipPaste, type ClipPaste } from '../../../shared/exchange/clipboard/plan-clip-paste.ts';
import { readClip } from '../../../shared/exchange/clipboard/read-clip.ts';
import { scenarioFormat } from '../../../shared/persistence/file-format.ts';
import { recordLimit } from '../../../shared/persistence/read-limits.ts';
import { pasteActions } from '../../actions/action-clipboard.ts';
import type { Studio } from '../../state/studio.ts';
import type { PlaceWish } from '../../state/ui-store.ts';
import type { CanvasStore } from '../canvas-store.ts';
import type { ClipTarget } from './clip-target.ts';
import { textOffers } from './text-offers.ts';

/**
 * Takes in what a text holds: part of a scenario, or actions. Where it means something else by names that are here, that
 * is asked first; for any other text it is offered what could be made of it. False when nothing came of it.
 */
export function takeText(studio: Studio, store: CanvasStore, text: string, target: ClipTarget): boolean {
  const { editor, ui } = studio;
  const says = (format: string): boolean => text.includes(`"${format}"`);
  if (says(bundleFormat) && !says(clipFormat)) return pasteActions(studio, text);
  if (!says(clipFormat)) {
    if (says(scenarioFormat)) return refuse(studio, wholeScenario);
    const { document, selection } = editor.getState();
    store.setState({
      menu: {
        at: middleOfCanvas(),
        entries: textOffers(document, text, selection[0], (make) => ui.place(make, wishOf(target))),
      },
    });
    return true;
  }
  const read = readClip(text);
  if (!read.ok) {
    const [first] = read.failure;
    const why = first === undefined ? '' : ` ${first.sentence}`;
    ui.notify('bad', `What is on the clipboard cannot be pasted here.${why}`);
    return false;
  }
  const clashes = clipClashes(editor.getState().document, read.value);
  if (clashes.length === 0) return takeClip(studio, read.value, 'Paste', target);
  store.setState({ clashing: { clip: read.value, clashes, target } });
  return true;
}

const wholeScenario =
  'This is a whole scenario. Save the text as a file that ends in .parley.json and open that, or copy what you want in its own window.';

function refuse({ ui }: Studio, sentence: string): false {
  ui.notify('bad', sentence);
  return false;
}

/** In pixels of the window: where a menu opens that nobody pointed for. */
function middleOfCanvas(): { readonly x: number; readonly y: number } {
  const box = document.querySelector('.canvas')?.getBoundingClientRect();
  return box === undefined ? { x: 0, y: 0 } : { x: box.x + box.width / 2 - 120, y: box.y + box.height / 3 };
}

/** One step of the history; what came of it is selected and shown, what clashed is told. */
export function takeClip({ editor, ui }: Studio, clip: Clip, label: string, target: ClipTarget): boolean {
  const { document } = editor.getState();
  const planAt = (at: Point) => planClipPaste(document, clip, { at, into: target.into });
  // What is made, and how it is called, is the same wherever it stands.
  const { puts, roots, notes } = planAt(target.dropped ?? target.at ?? { x: 0, y: 0 });
  if (document.homes.size + puts.length > recordLimit) {
    ui.notify('bad', `A scenario holds at most ${recordLimit.toLocaleString('en')} records, and this would be more.`);
    return false;
  }
  const commandAt = (at: Point): Command => commandFor(planAt(at), label);
  const { dropped } = target;
  const done = editor.execute(dropped === undefined ? ui.place(commandAt, wishOf(target)) : commandAt(dropped));
  if (!done.ok) {
    ui.notify('bad', `This cannot be pasted here. ${done.failure.sentence}`);
    return false;
  }
  editor.select(roots);
  if (dropped === undefined) ui.reveal(roots, true);
  if (notes.length > 0) ui.notify('info', shortly(notes));
  return true;
}

const wishOf = ({ at }: ClipTarget): PlaceWish => (at === undefined ? {} : { at });

function commandFor({ puts, roots, worlds }: ClipPaste, label: string): Command {
  const put: Command = { kind: 'records.put', label, puts, select: roots };
  if (worlds === null) return put;
  return { kind: 'several', label, commands: [{ kind: 'scenario.update', changes: { worlds: [...worlds] } }, put] };
}

const mostNotes = 4;

const shortly = (notes: readonly string[]): string =>
  notes.length <= mostNotes
    ? notes.join(' ')
    : [...notes.slice(0, mostNotes), `And ${notes.length - mostNotes} more like these.`].join(' ');
