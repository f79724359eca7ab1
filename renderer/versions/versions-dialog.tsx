import { Button, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import type { Version } from '../../shared/bridge/contract/version-contract.ts';
import { keepVersion, listVersions } from '../app/files/version-files.ts';
import { saveScenario } from '../app/files/save-scenario.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { VersionDetail } from './version-detail.tsx';
import './versions-dialog.css';

/** Named versions of the open file: kept, compared with now, opened beside, restored. */
export function VersionsDialog() {
  const studio = useStudio();
  const file = useEditor((state) => state.openFile?.file ?? null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { versions, reload } = useVersions(file);
  const version = versions?.find(({ id }) => id === chosen) ?? null;
  const onKept = (kept: Version): void => {
    setChosen(kept.id);
    reload();
  };
  return (
    <DialogFrame title="Versions" size={file === null ? 520 : 1080} onClose={studio.ui.closeDialog}>
      {file === null ? (
        <NoFile />
      ) : (
        <div className="versions">
          <div className="versions-side">
            <KeepForm onKept={onKept} />
            {versions !== null && <VersionList versions={versions} chosen={chosen} onChoose={setChosen} />}
          </div>
          {version === null ? (
            <p className="versions-none">
              {versions?.length === 0
                ? 'A version remembers the scenario as it is now under a name, to compare with and to go back to.'
                : 'Choose a version to see what is different now.'}
            </p>
          ) : (
            <VersionDetail key={version.id} version={version} versions={versions ?? []} onForgotten={reload} />
          )}
        </div>
      )}
    </DialogFrame>
  );
}

/** The versions of a file as they are on disk; null until they are read. */
function useVersions(file: string | null) {
  const studio = useStudio();
  const [asked, setAsked] = useState({ file, count: 0 });
  const [versions, setVersions] = useState<readonly Version[] | null>(null);
  if (asked.file !== file) setAsked({ file, count: 0 });
  useEffect(() => {
    let isWanted = asked.file !== null;
    void listVersions(studio).then((listed) => isWanted && setVersions(listed ?? []));
    return () => {
      isWanted = false;
    };
  }, [studio, asked]);
  return { versions, reload: () => setAsked(({ count }) => ({ file, count: count + 1 })) };
}

function NoFile() {
  const studio = useStudio();
  return (
    <div className="versions-none">
      <p>Versions belong to a file. Save the scenario once, then keep as many as you like.</p>
      <Button onClick={() => void saveScenario(studio)} data-autofocus>
        Save as…
      </Button>
    </div>
  );
}

function KeepForm({ onKept }: { readonly onKept: (version: Version) => void }) {
  const studio = useStudio();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const kept = await keepVersion(studio, name.trim(), note.trim());
    if (kept === null) return;
    setName('');
    setNote('');
    onKept(kept);
  };
  return (
    <form className="versions-keep" onSubmit={(event) => void keep(event)}>
      <TextInput
        label="Keep what is on screen as"
        placeholder="Agreed with support"
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <Textarea
        label="Note"
        placeholder="What is special about it"
        maxLength={2000}
        autosize
        minRows={1}
        maxRows={4}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        Keep version
      </Button>
    </form>
  );
}

type VersionListProps = {
  readonly versions: readonly Version[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
};

const VersionList = ({ versions, chosen, onChoose }: VersionListProps) => (
  <ul className="versions-list" aria-label="Versions kept">
    {versions.map(({ id, name, keptAt, note }) => (
      <li key={id}>
        <button type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          <strong>{name}</strong>
          <span>{whenText(keptAt)}</span>
          {note !== '' && <span className="versions-note">{note}</span>}
        </button>
      </li>
    ))}
  </ul>
);

const whenText = (keptAt: number): string =>
  new Date(keptAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
