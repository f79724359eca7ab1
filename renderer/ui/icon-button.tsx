import { UnstyledButton, type UnstyledButtonProps } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { Hint } from './hint.tsx';
import './icon-button.css';

type IconButtonProps = UnstyledButtonProps &
  Omit<ComponentPropsWithRef<'button'>, keyof UnstyledButtonProps | 'children'> & {
    readonly icon: LucideIcon;
    /** What it does: read aloud, and shown on hover. */
    readonly label: string;
    readonly shortcut?: string | undefined;
    readonly pressed?: boolean;
  };

/** A button that is only a picture, named for everybody who cannot see or guess it. */
export function IconButton({ icon: Icon, label, shortcut, pressed, className = '', ...rest }: IconButtonProps) {
  return (
    <Hint label={shortcut === undefined ? label : `${label}  ${shortcut}`}>
      <UnstyledButton className={`icon-button ${className}`} aria-label={label} aria-pressed={pressed} {...rest}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </UnstyledButton>
    </Hint>
  );
}
