import { Modal, type MantineSize } from '@mantine/core';
import type { ReactNode } from 'react';
import { takeFocus } from './take-focus.ts';
import './dialog-frame.css';

type DialogFrameProps = {
  readonly title: string;
  /** Null for a question that must be answered by one of its buttons. */
  readonly onClose: (() => void) | null;
  readonly size?: MantineSize | number;
  /** False where Escape means something to what is inside. */
  readonly closesOnEscape?: boolean;
  /** True while something is carried out of it: it lets through to what is behind. */
  readonly isAside?: boolean;
  readonly children: ReactNode;
  /** The buttons, the one to press last. */
  readonly buttons?: ReactNode;
};

const ignore = (): void => undefined;

export function DialogFrame(props: DialogFrameProps) {
  const { title, onClose, size = 'md', closesOnEscape = true, isAside = false, children, buttons } = props;
  return (
    <Modal
      opened
      title={title}
      onClose={onClose ?? ignore}
      closeOnEscape={onClose !== null && closesOnEscape}
      closeOnClickOutside={onClose !== null}
      withCloseButton={onClose !== null}
      closeButtonProps={{ 'aria-label': 'Close', size: 'md' }}
      size={size}
      centered
      // A header of a dialog is no banner of the page.
      attributes={{ header: { role: 'presentation' }, root: isAside ? { 'data-aside': true } : {} }}
    >
      <div className="dialog-body" ref={takeFocus}>
        {children}
      </div>
      {buttons !== undefined && <div className="dialog-buttons">{buttons}</div>}
    </Modal>
  );
}
