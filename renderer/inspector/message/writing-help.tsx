import { Popover } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { MessageText } from '../../run/message-text.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import './writing-help.css';

const lessons = [
  '**bold** and *italic*',
  '[words](https://shop.example)',
  '- a list\n- of lines',
  '1. steps\n2. in order',
  '`as it is`',
] as const;

/** How texts are written: each line as it is typed, and as it is shown. */
export function WritingHelp() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} width={320} position="bottom-end" withinPortal>
      <Popover.Target>
        <IconButton
          icon={CircleHelp}
          label="How texts are written"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !isOpen) return;
            event.stopPropagation();
            setOpen(false);
          }}
        />
      </Popover.Target>
      <Popover.Dropdown className="writing-help">
        <p>Texts take markdown.</p>
        <dl>
          {lessons.map((lesson) => (
            <div key={lesson}>
              <dt data-selectable>{lesson}</dt>
              <dd>
                <MessageText text={lesson} />
              </dd>
            </div>
          ))}
        </dl>
        <p>
          <code>{'{user.name}'}</code> is filled in, and <code>{'{user.name | uppercase_first}'}</code> is changed
          before. Type <code>{'{'}</code> to see what there is.
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}
