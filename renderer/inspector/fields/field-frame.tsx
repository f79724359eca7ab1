import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import type { Refusal } from '../edit.ts';
import type { Trouble } from '../problems-by-ref.ts';
import './field-frame.css';

/** What joins a control to its label and to what is said about it. */
export type ControlIds = {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
};

type FieldFrameProps = {
  readonly label: string;
  /** What the field is for, in a few words. */
  readonly meaning: string;
  readonly troubles?: readonly Trouble[];
  readonly refusal?: Refusal;
  /** Label and control on one line, for controls that are small. */
  readonly inline?: boolean;
  /** Something at the end of the line of the label. */
  readonly end?: ReactNode;
  /** Said to screen readers only; what stands around it says it to everybody else. */
  readonly isLabelHidden?: boolean;
  readonly children: (control: ControlIds) => ReactNode;
};

/** A label, what it means, a control, and what is wrong with what it holds. */
export function FieldFrame(props: FieldFrameProps) {
  const { label, meaning, troubles = [], refusal = null, inline = false, end, isLabelHidden = false, children } = props;
  const id = useId();
  const control: ControlIds = {
    id,
    'aria-describedby': `${id}-meaning ${id}-troubles`,
    'aria-invalid': refusal !== null || troubles.some((trouble) => trouble.severity === 'error'),
  };
  return (
    <div className="field" data-inline={inline || undefined}>
      <div className={isLabelHidden ? 'unseen' : 'field-head'}>
        <label className="field-label" htmlFor={id} dir="auto">
          {label}
        </label>
        <span className="field-meaning" id={`${id}-meaning`} title={meaning}>
          {meaning}
        </span>
        {end}
      </div>
      {children(control)}
      <div className="field-troubles" id={`${id}-troubles`} aria-live="polite">
        {refusal !== null && <TroubleLine trouble={{ severity: 'error', sentence: refusal }} />}
        {troubles.map((trouble) => (
          <TroubleLine key={trouble.sentence} trouble={trouble} />
        ))}
      </div>
    </div>
  );
}

export function TroubleLine({ trouble: { severity, sentence } }: { readonly trouble: Trouble }) {
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert;
  return (
    <p className="trouble" data-severity={severity}>
      <Icon size={12} strokeWidth={2} aria-label={severity === 'error' ? 'Error' : 'Warning'} />
      <span>{sentence}</span>
    </p>
  );
}
