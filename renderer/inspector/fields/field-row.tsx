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
