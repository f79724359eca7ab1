import { Popover } from '@mantine/core';
import { ChevronsUpDown, Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
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
  readonly picks: readonly PickOption[];
  /** The chosen one; null while nothing is. */
  readonly value: string | null;
  readonly onPick: (value: string) => void;
  /** What the button says while nothing is chosen. */
  readonly empty: string;
  /** What stands on the button instead of the label. */
  readonly shown?: ReactNode;
  readonly control: Partial<ControlIds> & { readonly 'aria-label'?: string };
  /** Takes what was typed when it is none of the picks. */
  readonly onType?: (typed: string) => void;
};

/** A button that opens a list to search and choose from. */
export function SearchPicker({ picks, value, onPick, empty, shown, control, onType }: SearchPickerProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const chosen = picks.find((pick) => pick.value === value);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      offset={3}
      width="target"
      withRoles={false}
      trapFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
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
          <span data-empty={chosen === undefined && shown === undefined ? true : undefined}>
            {shown ?? chosen?.label ?? empty}
          </span>
          <ChevronsUpDown size={12} strokeWidth={2} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown className="offer-popover">
        {open && (
          <PickList
            picks={picks}
            value={value}
            onPick={(pick) => {
              onPick(pick);
              close();
            }}
            onType={onType}
            onClose={close}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

type PickListProps = {
  readonly picks: readonly PickOption[];
  readonly value: string | null;
  readonly onPick: (value: string) => void;
  readonly onType: ((typed: string) => void) | undefined;
  readonly onClose: () => void;
};

function PickList({ picks, value, onPick, onType, onClose }: PickListProps) {
  const id = useId();
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
  const found = picks.filter(({ label, detail = '' }) => `${label} ${detail}`.toLowerCase().includes(wanted));
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
      {found.length === 0 && !isNew && <p className="picker-none">Nothing fits.</p>}
      {isNew && found.length === 0 && <p className="picker-none">{`Enter takes “${typed}”.`}</p>}
    </div>
  );
}
