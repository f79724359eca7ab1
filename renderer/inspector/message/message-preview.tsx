import { useMemo, useState, type ReactNode } from 'react';
import type { MessageOutput } from '../../../shared/engine/output.ts';
import type { Utterance } from '../../../shared/engine/utterance.ts';
import type { Message } from '../../../shared/model/intent-record.ts';
import { AppBubble } from '../../run/app-bubble.tsx';
import { MessageBlocks } from '../../run/message-blocks.tsx';
import { StudioContext, useStudio } from '../../state/studio.ts';
import { sentWords } from './sent-words.ts';
import { PreviewLanguage } from './preview-language.tsx';
import { useShownLanguage } from './use-shown-language.ts';
import { useShownBlocks } from './use-shown-blocks.ts';

type MessagePreviewProps = { readonly message: Message; readonly name: string };

/** The message as people will see it, drawn as the talk draws it. Pressing and sending only says what would be sent. */
export function MessagePreview({ message, name }: MessagePreviewProps) {
  const language = useShownLanguage();
  const blocks = useShownBlocks(message, language.shown);
  const [sent, setSent] = useState<Utterance | null>(null);
  // A message that says nothing, on purpose, has no looks.
  if (blocks.every(({ kind }) => kind === 'empty')) return null;
  const shown: MessageOutput = {
    kind: 'message',
    role: 'message',
    exchange: 0,
    seq: 0,
    intent: null,
    message: message.id,
    blocks,
  };
  return (
    <div className="message-preview" role="group" aria-label={`${name} as people see it`}>
      <div className="message-preview-head">
        <span aria-hidden>As people see it</span>
        <PreviewLanguage message={message} name={name} {...language} />
      </div>
      <Unsaid onSay={setSent}>
        <div className="bubble-row" data-side="app">
          <AppBubble hidesAvatar={message.hideAvatar === true}>
            <div className="bubble" data-role="message" lang={language.shown ?? undefined} dir="auto">
              {/* A block that asks keeps what was typed into it; another design of it asks anew. */}
              <MessageBlocks key={JSON.stringify(blocks)} message={shown} isOpen />
            </div>
          </AppBubble>
        </div>
      </Unsaid>
      {message.disableText === true && <p className="message-preview-sent">Nothing can be typed while it stands.</p>}
      {sent !== null && (
        <p className="message-preview-sent" role="status">
          {sentWords(sent)}
        </p>
      )}
    </div>
  );
}

/** What stands inside speaks to nobody: it is told to `onSay` alone. */
function Unsaid({ onSay, children }: { readonly onSay: (said: Utterance) => void; readonly children: ReactNode }) {
  const studio = useStudio();
  const quiet = useMemo(
    () => ({
      ...studio,
      run: {
        ...studio.run,
        say: (utterance: Utterance): Promise<void> => {
          onSay(utterance);
          return Promise.resolve();
        },
      },
    }),
    [studio, onSay],
  );
  return <StudioContext value={quiet}>{children}</StudioContext>;
}
