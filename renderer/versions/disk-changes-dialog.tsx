import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Json } from '../../shared/base/json.ts';
import { chooseSide, sideTaken, type MergeSide } from '../../shared/merge/choose-side.ts';
import { recordWords } from '../../shared/commands/record-words.ts';
import type { MergeConflict } from '../../shared/merge/merge-documents.ts';
import type { Document } from '../../shared/model/document.ts';
import { diskChoices } from '../app/files/disk-choices.ts';
import { takeDiskChanges } from '../app/files/disk-changes.ts';
import { reloadFromDisk } from '../app/files/open-scenario.ts';
import { saveScenarioAs } from '../app/files/save-scenario.ts';
import { isEdited } from '../state/saved-state.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import type { DiskChanges } from '../state/ui-store.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { ChangesView } from './changes-view.tsx';
import { placeWords, shortly } from './field-lines.ts';
import './disk-changes-dialog.css';

/** What another program wrote to the open file: taken in where it fits, decided by the person where it does not. */
export function DiskChangesDialog(changes: DiskChanges) {
  const studio = useStudio();
  const name = useEditor((state) => state.openFile?.name ?? 'the file');
  const [base] = useState(() => studio.editor.getState().saved);
  const [ours] = useState(() => studio.editor.getState().document);
  const [sides, setSides] = useState<readonly MergeSide[]>(() => changes.merge.conflicts.map(sideTaken));
  const { conflicts } = changes.merge;
  const choose = (at: number, side: MergeSide): void => setSides(sides.with(at, side));
  const take = (): void => {
    const decided = decide(changes, sides);
    if (typeof decided === 'string') return studio.ui.notify('bad', decided);
    studio.ui.closeDialog();
    takeDiskChanges(studio, changes, decided);
  };
  const instead = (act: () => Promise<unknown>) => () => {
    studio.ui.closeDialog();
    void act();
  };
  return (
    <DialogFrame
      title={`“${name}” was changed by another program`}
      size={820}
      onClose={studio.ui.closeDialog}
      buttons={
        <>
          <Button variant="subtle" onClick={instead(() => reloadFromDisk(studio))}>
            {diskChoices.theirs}
          </Button>
          <Button variant="default" onClick={instead(() => saveScenarioAs(studio))}>
            {diskChoices.mine}
          </Button>
          <Button onClick={take} data-autofocus>
            {conflicts.length === 0 ? 'Take in their changes' : 'Merge as chosen'}
          </Button>
        </>
      }
    >
      <p>{sentenceFor(isEdited(ours, base), conflicts.length)}</p>
      {conflicts.length > 0 && (
        <ul className="conflicts" aria-label="What both changed">
          {conflicts.map((conflict, at) => (
            <Conflict
              key={`${conflict.table} ${conflict.id} ${conflict.path.join('/')}`}
              conflict={conflict}
              document={changes.merge.document}
              side={sides[at] ?? 'ours'}
              onChoose={(side) => choose(at, side)}
            />
          ))}
        </ul>
      )}
      <h3 className="disk-changes-head">What they changed</h3>
      <ChangesView
        before={base}
        after={changes.theirs}
        leads={false}
        same="Nothing: the file says the same in other bytes."
      />
    </DialogFrame>
  );
}

const sentenceFor = (edited: boolean, conflicts: number): string => {
  if (conflicts > 0)
    return `${conflicts === 1 ? 'One place was' : `${conflicts} places were`} changed both here and there. Choose what counts; everything else is taken from both. It is one step that can be undone, and nothing is written until you save.`;
  return edited
    ? 'What they changed and what you changed do not touch each other, so both can stay. It is one step that can be undone, and nothing is written until you save.'
    : 'You changed nothing since, so theirs can be taken in as it is, as one step that can be undone.';
};

/** The merge with every choice, or why one of them does not fit. */
function decide({ merge }: DiskChanges, sides: readonly MergeSide[]): Document | string {
  let { document } = merge;
  for (const [at, conflict] of merge.conflicts.entries()) {
    const chosen = chooseSide(document, conflict, sides[at] ?? sideTaken(conflict));
    if (!chosen.ok)
      return `This choice does not fit the others: ${chosen.failure.sentence} Choose the other side there.`;
    document = chosen.value;
  }
  return document;
}

type ConflictProps = {
  readonly conflict: MergeConflict;
  readonly document: Document;
  readonly side: MergeSide;
  readonly onChoose: (side: MergeSide) => void;
};

function Conflict({ conflict, document, side, onChoose }: ConflictProps) {
  const { table, id, path } = conflict;
  const name = nameIn(document, conflict);
  const record = table === 'scenario' ? document.scenario : document.tables[table].get(id);
  const place = placeWords((record ?? null) as Json | null, path);
  return (
    <li>
      <fieldset>
        <legend>
          <span>{recordWords[table]}</span> <strong>{name}</strong> {place !== '' && <span>{place}</span>}
        </legend>
        {(['ours', 'theirs'] as const).map((each) => (
          <label key={each} data-chosen={side === each || undefined}>
            <input
              type="radio"
              name={`${table} ${id} ${path.join('/')}`}
              checked={side === each}
              onChange={() => onChoose(each)}
            />
            <span className="conflict-side">{each === 'ours' ? 'Yours' : 'Theirs'}</span>
            <span className="conflict-value">{valueText(conflict, each)}</span>
          </label>
        ))}
      </fieldset>
    </li>
  );
}

const valueText = (conflict: MergeConflict, side: MergeSide): string =>
  shortly(conflict[side]) ?? (conflict.path.length === 0 ? 'deleted' : 'nothing');

function nameIn(document: Document, { table, id }: MergeConflict): string {
  const record = table === 'scenario' ? document.scenario : document.tables[table].get(id);
  return record !== undefined && 'name' in record && record.name !== '' ? record.name : id;
}
