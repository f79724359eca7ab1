import { Button, Textarea, TextInput } from '@mantine/core';
import { History } from 'lucide-react';
import { useEffect, useState, type FormEvent } from 'react';
import type { FormerFile, Version } from '../../shared/bridge/contract/version-contract.ts';
import { keepVersion, listVersions, takeOverVersions, type KeptOfFile } from '../app/files/version-files.ts';
import { saveScenario } from '../app/files/save-scenario.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { VersionDetail } from './version-detail.tsx';
import './versions-dialog.css';

/** Named versions of the open file: kept, compared with now, opened beside, restored. */
export function VersionsDialog() {
  const studio = useStudio();
  const file = useEditor((state) => state.openFile?.file ?? null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { kept, reload } = useVersions(file);
  const versions = kept?.versions ?? null;
  const version = versions?.find(({ id }) => id === chosen) ?? null;
  const onKept = ({ id }: Version): void => {
    setChosen(id);
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
            {kept?.former.map((former) => (
              <FormerVersions key={former.id} former={former} onTaken={reload} />
            ))}
            {versions !== null && <VersionList versions={versions} chosen={chosen} onChoose={setChosen} />}
          </div>
          {version === null ? (
            <EmptyState
              icon={History}
              sentence={
                versions?.length === 0
                  ? 'A version remembers the scenario as it is now under a name, to compare with and to go back to.'
                  : 'Choose a version to see what is different now.'
              }
            />
          ) : (
            <VersionDetail key={version.id} version={version} versions={versions ?? []} onForgotten={reload} />
          )}
        </div>
      )}
    </DialogFrame>
  );
}

/** What is kept of a file as it is on disk; null until it is read. */
function useVersions(file: string | null) {
  const studio = useStudio();
  const [asked, setAsked] = useState({ file, count: 0 });
  const [kept, setKept] = useState<KeptOfFile | null>(null);
  if (asked.file !== file) setAsked({ file, count: 0 });
  useEffect(() => {
    let isWanted = asked.file !== null;
    void listVersions(studio).then((listed) => isWanted && setKept(listed ?? { versions: [], former: [] }));
    return () => {
      isWanted = false;
    };
  }, [studio, asked]);
  return { kept, reload: () => setAsked(({ count }) => ({ file, count: count + 1 })) };
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

/** A file that is gone, and was this scenario: its versions are taken along when its person says so. */
function FormerVersions({ former, onTaken }: { readonly former: FormerFile; readonly onTaken: () => void }) {
  const studio = useStudio();
  const count = former.versions === 1 ? 'One version' : `${former.versions} versions`;
  return (
    <div className="versions-former">
      <p>
        {count} of “{former.name}” in {former.place}, which is not there any more,{' '}
        {former.versions === 1 ? 'tells' : 'tell'} of this scenario.
      </p>
      <Button size="xs" variant="default" onClick={() => void takeOverVersions(studio, former).then(onTaken)}>
        Take them along
      </Button>
    </div>
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
