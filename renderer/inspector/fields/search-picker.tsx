import { ChevronsUpDown, Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { DropDown } from './drop-down.tsx';
import type { ControlIds } from './field-frame.tsx';
import './search-picker.css';

export type PickOption = {
  readonly value: string;
  readonly label: string;
  /** Found by it, too, and shown faintly. */
  readonly detail?: string;
  readonly depth?: number;
  readonly icon?: ReactNode;
};

type SearchPickerProps = {
  /** Asked when the list opens: a scenario may have thousands. */
  readonly picks: () => readonly PickOption[];
  /** What is chosen, as the button shows it; null while nothing is. */
  readonly chosen: Pick<PickOption, 'value' | 'label' | 'icon'> | null;
  readonly onPick: (value: string) => void;
  /** What the button says while nothing is chosen. */
  readonly empty: string;
  readonly control: Partial<ControlIds> & { readonly 'aria-label'?: string };
  /** Takes what was typed when it is none of the picks. */
  readonly onType?: (typed: string) => void;
};

/** A button that opens a list to search and choose from. */
export function SearchPicker({ picks, chosen, onPick, empty, control, onType }: SearchPickerProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        {...control}
        ref={button}
        type="button"
        className="control picker-button"
        aria-haspopup="listbox"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {chosen?.icon}
        <span data-empty={chosen === null || undefined}>{chosen?.label ?? empty}</span>
        <ChevronsUpDown size={12} strokeWidth={2} aria-hidden />
      </button>
      {open && (
        <DropDown anchor={button} onAway={() => setOpen(false)}>
          <PickList
            picks={picks}
            value={chosen?.value ?? null}
            onPick={(pick) => {
              onPick(pick);
              close();
            }}
            onType={onType}
            onClose={close}
          />
        </DropDown>
      )}
    </>
  );
}

/** Nobody reads more than this; searching finds the rest. */
const mostShown = 200;

type PickListProps = {
  readonly picks: () => readonly PickOption[];
  readonly value: string | null;
  readonly onPick: (value: string) => void;
  readonly onType: ((typed: string) => void) | undefined;
  readonly onClose: () => void;
};

function PickList({ picks: readPicks, value, onPick, onType, onClose }: PickListProps) {
  const id = useId();
  const [picks] = useState(readPicks);
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      picks.findIndex((pick) => pick.value === value),
    ),
  );
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const wanted = search.trim().toLowerCase();
  const fitting = picks.filter(({ label, detail = '' }) => `${label} ${detail}`.toLowerCase().includes(wanted));
  const found = fitting.slice(0, mostShown);
  const typed = search.trim();
  const isNew = onType !== undefined && typed !== '' && !picks.some((pick) => pick.label === typed);
  const current = Math.min(active, Math.max(0, found.length - 1));
  useEffect(() => field.current?.focus(), []);
  useEffect(() => list.current?.children[current]?.scrollIntoView({ block: 'nearest' }), [current]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const pick = found[current];
    if (step !== undefined && found.length > 0) setActive((current + step + found.length) % found.length);
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (event.key === 'Enter' && pick !== undefined) onPick(pick.value);
    else if (event.key === 'Enter' && isNew) {
      onType(typed);
      onClose();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="picker" onKeyDown={onKeyDown}>
      <label className="picker-search">
        <Search size={13} aria-hidden />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label="Search"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={found.length === 0 ? undefined : `${id}-${current}`}
          placeholder="Search"
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setActive(0);
          }}
        />
      </label>
      <ul ref={list} className="picker-list" role="listbox" id={id} aria-label="Choices">
        {found.map((pick, index) => (
          <li
            key={pick.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            style={{ paddingInlineStart: 8 + (wanted === '' ? (pick.depth ?? 0) : 0) * 14 }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(pick.value)}
          >
            {pick.icon}
            <span className="picker-label">{pick.label}</span>
            {pick.detail !== undefined && <span className="picker-detail">{pick.detail}</span>}
          </li>
        ))}
      </ul>
      {fitting.length > found.length && <p className="picker-none">{`and ${fitting.length - found.length} more`}</p>}
      {found.length === 0 && !isNew && <p className="picker-none">Nothing fits.</p>}
      {isNew && found.length === 0 && <p className="picker-none">{`Enter takes “${typed}”.`}</p>}
    </div>
  );
}
