import { Search } from 'lucide-react';
import './filter-field.css';

type FilterFieldProps = {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Where a dialog begins. */
  readonly startsFocused?: boolean;
};

/** Narrows a list while typing. */
export const FilterField = ({ label, text, onText, startsFocused = false }: FilterFieldProps) => (
  <label className="filter-field">
    <Search size={13} aria-hidden />
    <span className="unseen">{label}</span>
    <input
      type="search"
      data-autofocus={startsFocused || undefined}
      placeholder="Filter"
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && text !== '') {
          event.stopPropagation();
          onText('');
        }
      }}
    />
  </label>
);
