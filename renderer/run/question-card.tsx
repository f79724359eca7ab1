import { CircleHelp } from 'lucide-react';
import type { MessageOutput } from '../../shared/engine/output.ts';
import { MessageBlocks } from './message-blocks.tsx';

/** An action asks before it runs. A typed yes or no counts as well. */
export const QuestionCard = ({ message, isOpen }: { message: MessageOutput; isOpen: boolean }) => (
  <div className="question-card">
    <CircleHelp size={16} aria-hidden />
    <div>
      <MessageBlocks message={message} isOpen={isOpen} leads />
    </div>
  </div>
);
