import { Headset, TriangleAlert } from 'lucide-react';
import { memo, useState } from 'react';
import { visibleLines } from '../../shared/explain/visible-lines.ts';
import type { Bubble } from '../state/run-bubbles.ts';
import { exchangeWith } from '../state/run-trace.ts';
import { useStudio } from '../state/studio.ts';
import { AppBubble } from './app-bubble.tsx';
import { ChatNote } from './chat-note.tsx';
import { eventOfBubble } from './event-of-bubble.ts';
import { MessageBlocks } from './message-blocks.tsx';
import { messageOrigins } from './message-origins.ts';
import { OriginBadge } from './origin-badge.tsx';
import { QuestionCard } from './question-card.tsx';
import { WhyPopover } from './why-popover.tsx';
import './chat-bubble.css';

type ChatBubbleProps = {
  readonly bubble: Bubble;
  readonly isChosen: boolean;
  /** Whether its buttons can still be pressed. */
  readonly isOpen: boolean;
};

/** One piece of the talk. A click shows the same in the trace and on the canvas. */
export const ChatBubble = memo(function ChatBubble({ bubble, isChosen, isOpen }: ChatBubbleProps) {
  const { run } = useStudio();
  const choose = (): void => {
    const trace = exchangeWith(run.getState().exchanges, bubble.seq);
    run.choose(eventOfBubble(bubble, trace));
  };
  if (bubble.kind === 'noted') return <ChatNote bubble={bubble} isChosen={isChosen} />;
  if (bubble.kind === 'said' && bubble.text === '') return null;
  if (bubble.kind === 'said')
    return (
      <div className="bubble-row" data-side="user" data-seq={bubble.seq} data-chosen={isChosen || undefined}>
        <span className="unseen">You said:</span>
        <button type="button" className="bubble" dir="auto" data-selectable aria-pressed={isChosen} onClick={choose}>
          {bubble.text}
        </button>
      </div>
    );
  if (bubble.kind === 'desk') return <DeskBubble bubble={bubble} />;
  return <Reply bubble={bubble} isChosen={isChosen} isOpen={isOpen} onChoose={choose} />;
});

/** Said by the person at the hand-off desk, or by the app on the way there and back: no event of the trace explains it. */
const DeskBubble = ({ bubble }: { readonly bubble: Extract<Bubble, { kind: 'desk' }> }) => (
  <div className="bubble-row" data-side="app" data-seq={bubble.seq} data-speaker={bubble.speaker}>
    <span className="unseen">{bubble.speaker === 'AGENT' ? 'The person at the desk said:' : 'The app said:'}</span>
    <AppBubble hidesAvatar={false} {...(bubble.speaker === 'AGENT' ? { icon: Headset } : {})}>
      <div className="bubble" dir="auto" data-selectable>
        {visibleLines(bubble.text)}
      </div>
    </AppBubble>
  </div>
);

type ReplyProps = Omit<ChatBubbleProps, 'bubble'> & {
  readonly bubble: Extract<Bubble, { kind: 'replied' }>;
  readonly onChoose: () => void;
};

function Reply({ bubble, isChosen, isOpen, onChoose }: ReplyProps) {
  const { run, editor } = useStudio();
  const { message, seq } = bubble;
  // As it was when the bubble appeared: later changes do not change what was said.
  const [origins] = useState(() => messageOrigins(editor.getState().document, message, run.getState().variables));
  const isQuestion = message.role === 'confirmation';
  return (
    <div className="bubble-row" data-side="app" data-seq={seq} data-chosen={isChosen || undefined}>
      <span className="unseen">{isQuestion ? 'The app asks:' : 'The app said:'}</span>
      <AppBubble hidesAvatar={message.hideAvatar === true}>
        <div className="bubble" data-role={message.role} onClick={onChoose}>
          {message.role === 'failure' && (
            <TriangleAlert className="bubble-mark" size={14} aria-label="An action failed" />
          )}
          {isQuestion ? (
            <QuestionCard message={message} isOpen={isOpen} />
          ) : (
            <MessageBlocks message={message} isOpen={isOpen} />
          )}
        </div>
      </AppBubble>
      <div className="bubble-foot">
        {origins.map((origin) => (
          <OriginBadge key={origin} origin={origin} />
        ))}
        <WhyPopover label="Why this?" event={() => seq} />
      </div>
    </div>
  );
}
