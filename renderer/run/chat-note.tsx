import type { Bubble, Note } from '../state/run-bubbles.ts';
import { useStudio } from '../state/studio.ts';
import { exchangeWith } from '../state/run-trace.ts';
import { eventOfBubble } from './event-of-bubble.ts';
import { WhyPopover } from './why-popover.tsx';

const words: Readonly<Record<Note, string>> = {
  opened: 'Talk started',
  restarted: 'Started over',
  ended: 'Chat ended',
  expired: 'The session expired',
  missed: 'Nothing here answers that.',
  silent: 'The app has nothing to say to that.',
  circled: 'The talk went in a circle and was stopped.',
  faulted: 'The engine stopped on a fault.',
  handed: 'Given to a person at the desk',
  returned: 'Given back by the person at the desk',
};
const questions: Partial<Record<Note, string>> = {
  missed: 'Why not…?',
  silent: 'Why not…?',
  circled: 'Why this?',
  faulted: 'Why this?',
};

type ChatNoteProps = { readonly bubble: Extract<Bubble, { kind: 'noted' }>; readonly isChosen: boolean };

/** A line between the bubbles: where the talk began, and where nobody answered. */
export function ChatNote({ bubble, isChosen }: ChatNoteProps) {
  const { run } = useStudio();
  const { note, seq } = bubble;
  const question = questions[note];
  const event = (): number => eventOfBubble(bubble, exchangeWith(run.getState().exchanges, seq));
  return (
    <div className="chat-note" data-note={note} data-seq={seq} data-chosen={isChosen || undefined}>
      <span>{words[note]}</span>
      {question !== undefined && <WhyPopover label={question} event={event} />}
    </div>
  );
}
