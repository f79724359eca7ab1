import { Popover } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import './why-popover.css';

type WhyPopoverProps = {
  readonly label: string;
  /** Made when it is asked for. */
  readonly answer: () => ReactNode;
  readonly onOpen?: () => void;
};

/** A quiet question under something; pressing it answers in a sentence. */
export function WhyPopover({ label, answer, onOpen }: WhyPopoverProps) {
  const [open, setOpen] = useState(false);
  const toggle = (): void => {
    if (!open) onOpen?.();
    setOpen(!open);
  };
  return (
    <Popover opened={open} onChange={setOpen} width={300} position="bottom-start" shadow="md" withinPortal trapFocus={false}>
      <Popover.Target>
        <button type="button" className="why-button" aria-expanded={open} onClick={toggle}>
          {label}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="why-answer" data-selectable>
        {open && answer()}
      </Popover.Dropdown>
    </Popover>
  );
}
