import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useStudio } from '../state/studio.ts';
import { WhyAnswer } from './why-answer.tsx';
import './why-popover.css';

type WhyPopoverProps = {
  readonly label: string;
  /** The trace event that answers, looked up when somebody asks. */
  readonly event: () => number;
};

/** A quiet question under something; pressing it answers in a sentence, and shows the same in the trace. */
export function WhyPopover({ label, event }: WhyPopoverProps) {
  const { run } = useStudio();
  const [asked, setAsked] = useState<number | null>(null);
  const toggle = (): void => {
    const seq = asked === null ? event() : null;
    if (seq !== null) run.choose(seq);
    setAsked(seq);
  };
  return (
    <Popover
      opened={asked !== null}
      onChange={(open) => !open && setAsked(null)}
      width={300}
      position="bottom-start"
      shadow="md"
    >
      <Popover.Target>
        <button
          type="button"
          className="why-button"
          aria-expanded={asked !== null}
          onClick={toggle}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || asked === null) return;
            event.stopPropagation();
            setAsked(null);
          }}
        >
          {label}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="why-answer" data-selectable>
        {asked !== null && <WhyAnswer seq={asked} />}
      </Popover.Dropdown>
    </Popover>
  );
}
