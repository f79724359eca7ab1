import { Plus, type LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import './add-button.css';

type AddButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children' | 'type'> & {
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly onPress?: () => void;
};

/** A quiet button at the end of what it adds to. */
export const AddButton = ({ label, icon: Icon = Plus, onPress, className = '', ...rest }: AddButtonProps) => (
  <button type="button" className={`quiet-button ${className}`} onClick={onPress} {...rest}>
    <Icon size={12} strokeWidth={2} aria-hidden />
    {label}
  </button>
);
