import { useState } from 'react';
import { RecordIcon, type RecordIconKind } from '../app/record-icon.tsx';
import { patterns } from '../../shared/gallery/patterns.ts';
import { FilterField } from '../run/filter-field.tsx';
import { useStudio, useUi } from '../state/studio.ts';
import { insertItem } from './insert-item.ts';
import { PalettePatterns } from './palette-patterns.tsx';
import { paletteGroups, type PaletteEntry, type PaletteGroup } from './palette-entries.ts';
import { paletteDragType, printPaletteItem } from './palette-item.ts';
import { Tile } from './tile.tsx';
import { useTileKeys } from './use-tile-keys.ts';
import './palette.css';

/** Everything a flow is made of, to drag onto the canvas; a click or Enter inserts it at a sensible place. */
export function Palette() {
  const [wanted, setWanted] = useState('');
  const showsMore = useUi(({ preferences }) => preferences.panels[moreKey] === 1) || wanted.trim() !== '';
  const groups = paletteGroups.flatMap((group) => {
    const entries = showsMore ? [...group.entries, ...(group.more ?? [])] : group.entries;
    const found = entries.filter(({ command, label, purpose }) => fits(wanted, label, command, purpose));
    return found.length === 0 ? [] : [{ ...group, found }];
  });
  const found = patterns.filter(({ name, purpose }) => fits(wanted, name, purpose, 'pattern'));
  const ids = [
    ...groups.flatMap((group) => group.found.map(({ id }) => id)),
    ...found.map(({ id }) => `pattern.${id}`),
  ];
  const { stop, ...keys } = useTileKeys(ids);
  return (
    <section className="palette" aria-label="Palette" {...keys}>
      <div className="palette-find">
        <FilterField label="Find in the palette" text={wanted} onText={setWanted} />
      </div>
      <div className="palette-groups">
        {groups.map((group) => (
          <Group key={group.title} group={group} found={group.found} stop={stop} isSearched={wanted.trim() !== ''} />
        ))}
        {found.length > 0 && <PalettePatterns found={found} stop={stop} />}
        {ids.length === 0 && <p className="palette-none">Nothing fits.</p>}
      </div>
    </section>
  );
}

const moreKey = 'palette.more';

const fits = (wanted: string, ...texts: readonly string[]): boolean =>
  texts.join(' ').toLowerCase().includes(wanted.trim().toLowerCase());

type GroupProps = {
  readonly group: PaletteGroup;
  readonly found: readonly PaletteEntry[];
  readonly stop: string | undefined;
  readonly isSearched: boolean;
};

function Group({ group: { title, more }, found, stop, isSearched }: GroupProps) {
  const { ui } = useStudio();
  const isOpen = useUi(({ preferences }) => preferences.panels[moreKey] === 1);
  const toggle = (): void =>
    ui.setPreferences({ panels: { ...ui.getState().preferences.panels, [moreKey]: isOpen ? 0 : 1 } });
  return (
    <div role="group" aria-labelledby={`palette-${title}`}>
      <div className="palette-head">
        <h2 id={`palette-${title}`}>{title}</h2>
        {more !== undefined && !isSearched && (
          <button type="button" className="palette-more" aria-expanded={isOpen} onClick={toggle}>
            {isOpen ? 'Fewer' : 'More…'}
          </button>
        )}
      </div>
      <div className="palette-grid">
        {found.map((entry) => (
          <PaletteTile key={entry.id} entry={entry} isStop={entry.id === stop} />
        ))}
      </div>
    </div>
  );
}

function PaletteTile({ entry, isStop }: { readonly entry: PaletteEntry; readonly isStop: boolean }) {
  const studio = useStudio();
  return (
    <Tile
      id={entry.id}
      look={entry.purpose}
      isStop={isStop}
      onInsert={() => insertItem(studio, entry.item)}
      onCarry={({ dataTransfer }) => {
        dataTransfer.setData(paletteDragType, printPaletteItem(entry.item));
        dataTransfer.effectAllowed = 'copy';
      }}
    >
      <RecordIcon of={iconOf(entry.item)} size={15} />
      <span>{entry.label}</span>
    </Tile>
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
