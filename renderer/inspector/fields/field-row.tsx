import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import './field-row.css';

type FieldRowProps = {
  readonly label?: string;
  /** The button that takes the row away. */
  readonly end: ReactNode;
  readonly children: ReactNode;
};

/** Fields side by side that make one entry of a list. */
export const FieldRow = ({ label, end, children }: FieldRowProps) => (
  <div className="field-row" data-entry role={label === undefined ? undefined : 'group'} aria-label={label}>
    {children}
    {end}
  </div>
);

type RowEndProps = {
  readonly label: string;
  readonly onPress: () => void;
  /** Whether the field beside it has its label above. */
  readonly isBelowLabel?: boolean;
};

/** The button that takes a row away, or what a field holds. It lies in the end of the last field. */
export const RowEnd = ({ label, onPress, isBelowLabel = false }: RowEndProps) => (
  <IconButton
    className="row-end"
    data-below-label={isBelowLabel || undefined}
    icon={X}
    label={label}
    onClick={onPress}
  />
);
