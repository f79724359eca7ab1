import type { Command } from '../../../shared/commands/command.ts';
import { bundleFormat } from '../../../shared/exchange/bundle/bundle-schema.ts';
import { clipClashes } from '../../../shared/exchange/clipboard/clip-clashes.ts';
import { clipFormat, type Clip } from '../../../shared/exchange/clipboard/clip-schema.ts';
import { planClipPaste, type PasteTarget } from '../../../shared/exchange/clipboard/plan-clip-paste.ts';
import { readClip } from '../../../shared/exchange/clipboard/read-clip.ts';
import { scenarioFormat } from '../../../shared/persistence/file-format.ts';
import { recordLimit } from '../../../shared/persistence/read-limits.ts';
import { pasteActions } from '../../actions/action-clipboard.ts';
import type { Studio } from '../../state/studio.ts';
import type { CanvasStore } from '../canvas-store.ts';
import { textOffers } from './text-offers.ts';

type Target = PasteTarget & {
  /** False for what was dropped where somebody looks: the canvas stays where it is. */
  readonly isShown?: boolean;
};

/**
 * Takes in what a text holds: part of a scenario, or actions. Where it means something else by names that are here, that
 * is asked first; for any other text it is offered what could be made of it. False when nothing came of it.
 */
export function takeText(studio: Studio, store: CanvasStore, text: string, target: PasteTarget): boolean {
  const { editor, ui } = studio;
  const says = (format: string): boolean => text.includes(`"${format}"`);
  if (says(bundleFormat) && !says(clipFormat)) return pasteActions(studio, text);
  if (!says(clipFormat)) {
    if (says(scenarioFormat)) return refuse(studio, wholeScenario);
    const { document, selection } = editor.getState();
    store.setState({ menu: { at: middleOfCanvas(), entries: textOffers(document, text, selection[0], target.at) } });
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
export function takeClip({ editor, ui }: Studio, clip: Clip, label: string, target: Target): boolean {
  const { document } = editor.getState();
  const { puts, roots, worlds, notes } = planClipPaste(document, clip, target);
  if (document.homes.size + puts.length > recordLimit) {
    ui.notify('bad', `A scenario holds at most ${recordLimit.toLocaleString('en')} records, and this would be more.`);
    return false;
  }
  const put: Command = { kind: 'records.put', label, puts, select: roots };
  const withWorlds: readonly Command[] =
    worlds === null ? [put] : [{ kind: 'scenario.update', changes: { worlds: [...worlds] } }, put];
  const done = editor.execute(withWorlds.length === 1 ? put : { kind: 'several', label, commands: withWorlds });
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
