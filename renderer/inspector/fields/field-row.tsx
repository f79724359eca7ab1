import { X } from 'lucide-react';
import type { ReactNode } from 'react';
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
  <button
    type="button"
    className="row-end"
    data-below-label={isBelowLabel || undefined}
    aria-label={label}
    title={label}
    onClick={onPress}
  >
    <X size={14} strokeWidth={1.75} aria-hidden />
  </button>
);
