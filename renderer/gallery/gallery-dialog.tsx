import { Button } from '@mantine/core';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { patternGroups, patterns, type Pattern } from '../../shared/gallery/patterns.ts';
import { FilterField } from '../run/filter-field.tsx';
import { useStudio } from '../state/studio.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { insertPattern } from './insert-pattern.ts';
import { PatternPreview } from './pattern-preview.tsx';
import './gallery-dialog.css';

/** Ready conversations: looked at, and taken in. */
export function GalleryDialog() {
  const studio = useStudio();
  const [wanted, setWanted] = useState('');
  const [chosenId, setChosen] = useState(patterns[0]?.id ?? '');
  const groups = useMemo(() => findPatterns(wanted), [wanted]);
  const shown = groups.flatMap(({ found }) => found);
  const chosen = shown.find(({ id }) => id === chosenId) ?? shown[0];
  const insert = (pattern: Pattern): void => {
    studio.ui.closeDialog();
    insertPattern(studio, pattern);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || chosen === undefined) return;
    event.preventDefault();
    const next = shown[Math.max(0, Math.min(shown.length - 1, shown.indexOf(chosen) + step))];
    if (next === undefined) return;
    setChosen(next.id);
    document.getElementById(`pattern-${next.id}`)?.focus();
  };
  return (
    <DialogFrame
      title="Pattern gallery"
      size={980}
      onClose={studio.ui.closeDialog}
      buttons={
        <>
          <Button variant="default" onClick={studio.ui.closeDialog}>
            Cancel
          </Button>
          <Button disabled={chosen === undefined} onClick={() => chosen !== undefined && insert(chosen)}>
            Insert{chosen === undefined ? '' : ` ${chosen.name}`}
          </Button>
        </>
      }
    >
      <div className="gallery">
        <div className="gallery-side">
          <FilterField label="Find a pattern" text={wanted} onText={setWanted} />
          <div className="gallery-list" role="listbox" aria-label="Patterns" tabIndex={-1} onKeyDown={onKeyDown}>
            {groups.map(({ title, found }) => (
              <div key={title} role="group" aria-label={title}>
                <h3>{title}</h3>
                {found.map((pattern) => (
                  <div
                    key={pattern.id}
                    id={`pattern-${pattern.id}`}
                    role="option"
                    aria-selected={pattern === chosen}
                    tabIndex={pattern === chosen ? 0 : -1}
                    data-autofocus={pattern === chosen || undefined}
                    className="gallery-pattern"
                    onClick={() => setChosen(pattern.id)}
                    onDoubleClick={() => insert(pattern)}
                    onKeyDown={(event) => event.key === 'Enter' && insert(pattern)}
                  >
                    <strong>{pattern.name}</strong>
                    <span>{pattern.purpose}</span>
                  </div>
                ))}
              </div>
            ))}
            {shown.length === 0 && <p className="gallery-none">No pattern fits.</p>}
          </div>
        </div>
        {chosen !== undefined && <PatternPreview key={chosen.id} pattern={chosen} />}
      </div>
    </DialogFrame>
  );
}

function findPatterns(wanted: string) {
  const words = wanted.trim().toLowerCase();
  return patternGroups.flatMap(({ title, patterns: all }) => {
    const found = all.filter(({ name, purpose }) => `${name} ${purpose}`.toLowerCase().includes(words));
    return found.length === 0 ? [] : [{ title, found }];
  });
}
