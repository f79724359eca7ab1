import type { ReactNode } from 'react';
import './panel-title.css';

/** The quiet heading of a panel, with its controls at the end. */
export const PanelTitle = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="panel-title">
    <h2>{title}</h2>
    {children}
  </div>
);
