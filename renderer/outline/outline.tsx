import { TextInput } from '@mantine/core';
import { ChevronsDownUp, ListTree, Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { insertItem } from '../palette/insert-item.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { outlineRows } from './outline-rows.ts';
import { OutlineTree } from './outline-tree.tsx';
import './outline.css';

/** The scenario as a tree: find, select, rename, reorder, delete. */
export function Outline() {
  const studio = useStudio();
  const document = useEditor((state) => state.document);
  const [search, setSearch] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const wanted = useDeferredValue(search);
  const rows = useMemo(() => outlineRows(document, closed, wanted), [document, closed, wanted]);
  const isEmpty = document.tables.conversations.size === 0;

  const closeAll = (): void => setClosed(new Set(rows.filter((row) => row.open !== null).map((row) => row.id)));
  return (
    <section className="outline" aria-label="Outline">
      <div className="outline-top">
        <TextInput
          className="outline-search"
          aria-label="Search the outline"
          placeholder="Search the outline"
          leftSection={<Search size={14} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setSearch('')}
          disabled={isEmpty}
        />
        <IconButton icon={ChevronsDownUp} label="Close all levels" onClick={closeAll} disabled={isEmpty} />
      </div>
      {isEmpty ? (
        <EmptyState
          icon={ListTree}
          sentence="Everything people and the app say will be listed here."
          button={{
            label: 'Add a USER intent',
            onPress: () => insertItem(studio, { item: 'intent', speaker: 'USER' }),
          }}
        />
      ) : rows.length === 0 ? (
        <EmptyState
          sentence={`Nothing is called “${wanted}”, and nobody says it.`}
          button={{ label: 'Show everything', onPress: () => setSearch('') }}
        />
      ) : (
        <OutlineTree rows={rows} closed={closed} onClosedChange={setClosed} />
      )}
    </section>
  );
}
