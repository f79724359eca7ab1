import './toggle-chip.css';

type ToggleChipProps = {
  readonly label: string;
  /** What it means when it is on. */
  readonly meaning: string;
  readonly on: boolean;
  readonly onToggle: (on: boolean) => void;
};

/** A small word that is on or off. */
export const ToggleChip = ({ label, meaning, on, onToggle }: ToggleChipProps) => (
  <button type="button" className="toggle-chip" aria-pressed={on} title={meaning} onClick={() => onToggle(!on)}>
    {label}
  </button>
);
