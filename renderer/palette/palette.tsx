import { Tooltip } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import { RecordIcon, type RecordIconKind } from '../app/record-icon.tsx';
import { FilterField } from '../run/filter-field.tsx';
import { useStudio, useUi } from '../state/studio.ts';
import { insertItem } from './insert-item.ts';
import { paletteGroups, type PaletteEntry, type PaletteGroup } from './palette-entries.ts';
import { paletteDragType, printPaletteItem } from './palette-item.ts';
import './palette.css';

/** Everything a flow is made of, to drag onto the canvas; a click or Enter inserts it at a sensible place. */
export const Palette = () => (
  <section className="palette" aria-label="Palette">
    <div className="palette-groups">
      {paletteGroups.map((group) => (
        <Group key={group.title} group={group} />
      ))}
    </div>
  </section>
);

const moreKey = 'palette.more';

function Group({ group: { title, entries, more } }: { readonly group: PaletteGroup }) {
  const { ui } = useStudio();
  const isOpen = useUi(({ preferences }) => preferences.panels[moreKey] === 1);
  const [wanted, setWanted] = useState('');
  const showsMore = more !== undefined && isOpen;
  const toggle = (): void => {
    setWanted('');
    ui.setPreferences({ panels: { ...ui.getState().preferences.panels, [moreKey]: isOpen ? 0 : 1 } });
  };
  const found = (showsMore ? [...entries, ...more] : entries).filter(({ command, label, purpose }) =>
    `${label} ${command} ${purpose}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <div role="group" aria-labelledby={`palette-${title}`}>
      <div className="palette-head">
        <h2 id={`palette-${title}`}>{title}</h2>
        {more !== undefined && (
          <button type="button" className="palette-more" aria-expanded={isOpen} onClick={toggle}>
            {isOpen ? 'Fewer' : 'More…'}
          </button>
        )}
      </div>
      {showsMore && (
        <div className="palette-find">
          <FilterField label="Find a kind of action" text={wanted} onText={setWanted} />
        </div>
      )}
      <div className="palette-grid">
        {found.map((entry) => (
          <PaletteTile key={entry.id} entry={entry} />
        ))}
      </div>
      {found.length === 0 && <p className="palette-none">No kind of action fits.</p>}
    </div>
  );
}

function PaletteTile({ entry }: { entry: PaletteEntry }) {
  const studio = useStudio();
  const onDragStart = (event: DragEvent): void => {
    event.dataTransfer.setData(paletteDragType, printPaletteItem(entry.item));
    event.dataTransfer.effectAllowed = 'copy';
  };
  return (
    <Tooltip label={entry.purpose} multiline w={220} position="right">
      <button
        type="button"
        className="palette-tile"
        data-palette={entry.id}
        draggable
        onDragStart={onDragStart}
        onClick={() => insertItem(studio, entry.item)}
      >
        <RecordIcon of={iconOf(entry.item)} size={15} />
        <span>{entry.label}</span>
      </button>
    </Tooltip>
  );
}

function iconOf(item: PaletteEntry['item']): RecordIconKind {
  switch (item.item) {
    case 'intent':
      return { kind: 'intent', speaker: item.speaker };
    case 'action':
      return { kind: 'action', actionKind: item.actionKind };
    case 'context':
      return { kind: 'context', context: item.context };
    default:
      return { kind: item.item };
  }
}
