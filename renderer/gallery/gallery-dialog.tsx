import { Button } from '@mantine/core';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { patternGroups, patterns, type Pattern } from '../../shared/gallery/patterns.ts';
import { FilterField } from '../run/filter-field.tsx';
import { useStudio } from '../state/studio.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { FlowPicture } from './flow-picture.tsx';
import { insertPattern } from './insert-pattern.ts';
import { usePatternDrag } from './pattern-drag.ts';
import { PatternPreview } from './pattern-preview.tsx';
import './gallery-dialog.css';

/** Ready conversations: looked at, and taken in by dragging or by a button. */
export function GalleryDialog() {
  const studio = useStudio();
  const [wanted, setWanted] = useState('');
  const [chosenId, setChosen] = useState(patterns[0]?.id ?? '');
  const [isCarried, setCarried] = useState(false);
  const groups = useMemo(() => findPatterns(wanted), [wanted]);
  const shown = groups.flatMap(({ found }) => found);
  const chosen = shown.find(({ id }) => id === chosenId) ?? shown[0];
  const insert = (pattern: Pattern): void => {
    studio.ui.closeDialog();
    void insertPattern(studio, pattern);
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
  const entryOf = (pattern: Pattern) => ({
    pattern,
    isChosen: pattern === chosen,
    onChoose: () => setChosen(pattern.id),
    onInsert: () => insert(pattern),
    onCarry: setCarried,
  });
  return (
    <DialogFrame
      title="Pattern gallery"
      size={1040}
      onClose={studio.ui.closeDialog}
      isAside={isCarried}
      buttons={
        <>
          <p className="gallery-hint">Drag a pattern onto the canvas, or insert it where you are looking.</p>
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
                <h3 role="presentation">{title}</h3>
                {found.map((pattern) => (
                  <Entry key={pattern.id} {...entryOf(pattern)} />
                ))}
              </div>
            ))}
            {shown.length === 0 && <p className="gallery-none">No pattern fits.</p>}
          </div>
        </div>
        {chosen !== undefined && <PatternPreview key={chosen.id} pattern={chosen} onCarry={setCarried} />}
      </div>
    </DialogFrame>
  );
}

type EntryProps = {
  readonly pattern: Pattern;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onInsert: () => void;
  readonly onCarry: (isCarried: boolean) => void;
};

function Entry({ pattern, isChosen, onChoose, onInsert, onCarry }: EntryProps) {
  const drag = usePatternDrag(pattern, onCarry);
  return (
    <div
      id={`pattern-${pattern.id}`}
      role="option"
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      data-autofocus={isChosen || undefined}
      className="gallery-pattern"
      onClick={onChoose}
      onDoubleClick={onInsert}
      onKeyDown={(event) => event.key === 'Enter' && onInsert()}
      {...drag}
    >
      <span className="gallery-picture">
        <FlowPicture document={pattern.document()} width={84} height={64} />
      </span>
      <span className="gallery-words">
        <strong>{pattern.name}</strong>
        <span>{pattern.purpose}</span>
      </span>
    </div>
  );
}

function findPatterns(wanted: string) {
  const words = wanted.trim().toLowerCase();
  return patternGroups.flatMap(({ title, patterns: all }) => {
    const found = all.filter(({ name, purpose }) => `${name} ${purpose}`.toLowerCase().includes(words));
    return found.length === 0 ? [] : [{ title, found }];
  });
}
