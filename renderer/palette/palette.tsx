import { Tooltip } from '@mantine/core';
import type { DragEvent } from 'react';
import { RecordIcon, type RecordIconKind } from '../app/record-icon.tsx';
import { useStudio } from '../state/studio.ts';
import { insertItem } from './insert-item.ts';
import { paletteGroups, type PaletteEntry } from './palette-entries.ts';
import { paletteDragType, printPaletteItem, type PaletteItem } from './palette-item.ts';
import './palette.css';

/** Everything a flow is made of, to drag onto the canvas; a click or Enter inserts it at a sensible place. */
export function Palette() {
  return (
    <section className="palette" aria-label="Palette">
      <div className="palette-groups">
        {paletteGroups.map((group) => (
          <div key={group.title} role="group" aria-labelledby={`palette-${group.title}`}>
            <h3 id={`palette-${group.title}`}>{group.title}</h3>
            <div className="palette-grid">
              {group.entries.map((entry) => (
                <PaletteTile key={entry.id} entry={entry} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </section>
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

function iconOf(item: PaletteItem): RecordIconKind {
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
