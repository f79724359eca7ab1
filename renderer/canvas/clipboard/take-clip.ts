import type { Command, Point } from '../../../shared/commands/command.ts';
import type { Clip } from '../../../shared/exchange/clipboard/clip-schema.ts';
import type { ClipPaste, planClipPaste } from '../../../shared/exchange/clipboard/plan-clip-paste.ts';
import { recordLimit } from '../../../shared/persistence/read-limits.ts';
import type { Studio } from '../../state/studio.ts';
import type { PlaceWish } from '../../state/ui-store.ts';
import type { ClipTarget } from './clip-target.ts';

let plan: typeof planClipPaste | null = null;

/** Working out what a clip becomes is not needed to start; once it is there, a clip is taken at once. */
export async function loadClipPlan(): Promise<typeof planClipPaste> {
  plan ??= (await import('../../../shared/exchange/clipboard/plan-clip-paste.ts')).planClipPaste;
  return plan;
}

/** One step of the history; what came of it is selected and shown, what clashed is told. */
export async function takeClip(
  { editor, ui }: Studio,
  clip: Clip,
  label: string,
  target: ClipTarget,
): Promise<boolean> {
  const planOf = plan ?? (await loadClipPlan());
  const { document } = editor.getState();
  const planAt = (at: Point) => planOf(document, clip, { at, into: target.into });
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

/** Where it should go, as far as somebody said. */
export const wishOf = ({ at }: ClipTarget): PlaceWish => (at === undefined ? {} : { at });

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
