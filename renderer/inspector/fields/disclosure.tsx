import { ChevronRight } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { ReorderHandle } from './reorder-handle.tsx';
import './disclosure.css';

type DisclosureProps = {
  /** What it is called when it is spoken of. */
  readonly name: string;
  readonly title: ReactNode;
  /** What the closed row still says. */
  readonly summary?: ReactNode;
  /** Buttons at the end of the row. */
  readonly end?: ReactNode;
  readonly startsOpen?: boolean;
  /** Where it stands among its kind, when it can be moved. */
  readonly order?: {
    readonly index: number;
    readonly count: number;
    readonly onMove: (from: number, to: number) => void;
  };
  /** Shown below the row, open or closed. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
};

/** An entry of a list that is one row until it is opened. */
export function Disclosure(props: DisclosureProps) {
  const { name, title, summary, end, startsOpen = false, order, below, children } = props;
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  return (
    <li className="disclosure" data-entry data-reorder-row={order?.index}>
      {order !== undefined && <ReorderHandle label={name} {...order} />}
      <div className="disclosure-head">
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <ChevronRight size={12} strokeWidth={2.25} aria-hidden />
          {title} {summary !== undefined && <span className="disclosure-summary">{summary}</span>}
        </button>
        {end !== undefined && end !== false && <span className="disclosure-end">{end}</span>}
      </div>
      {below}
      <div className="disclosure-body" id={id} role="group" aria-label={name} hidden={!open}>
        {open && children}
      </div>
    </li>
  );
}

export const Disclosures = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <ul className="disclosures" aria-label={label} data-reorder-list>
    {children}
  </ul>
);
