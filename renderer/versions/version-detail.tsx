import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Version } from '../../shared/bridge/contract/version-contract.ts';
import type { Document } from '../../shared/model/document.ts';
import { forgetVersion, openVersionCopy, readVersion, restoreVersion } from '../app/files/version-files.ts';
import { ChoiceControl } from '../inspector/fields/choice-field.tsx';
import { useEditor, useStudio } from '../state/studio.ts';
import { ChangesView } from './changes-view.tsx';

type VersionDetailProps = {
  readonly version: Version;
  readonly versions: readonly Version[];
  readonly onForgotten: () => void;
};

/** One version beside what is on screen, in the file, or another version; and what can be done with it. */
export function VersionDetail({ version, versions, onForgotten }: VersionDetailProps) {
  const studio = useStudio();
  const [asked, setAsked] = useState(false);
  const [against, setAgainst] = useState('now');
  const before = useVersion(version);
  const other = useVersion(versions.find(({ id }) => id === against) ?? null);
  const now = useEditor(({ document }) => document);
  const saved = useEditor((state) => state.saved);
  const after = against === 'now' ? now : against === 'saved' ? saved : other;
  const leave = (act: (document: Document) => unknown) => () => {
    if (before === null) return;
    studio.ui.closeDialog();
    void act(before);
  };
  const forget = async (): Promise<void> => {
    if (!asked) return setAsked(true);
    await forgetVersion(studio, version);
    onForgotten();
  };
  const sides = [
    { value: 'now', label: 'what is on screen' },
    { value: 'saved', label: 'what is in the file' },
    ...versions.filter(({ id }) => id !== version.id).map(({ id, name }) => ({ value: id, label: `“${name}”` })),
  ];
  return (
    <section className="version-detail" aria-label={`Version ${version.name}`}>
      <div className="version-head">
        <h3>{version.name}</h3>
        <label className="version-against">
          <span>Since then, beside</span>
          <ChoiceControl
            control={{ 'aria-label': 'Compare with' }}
            value={against}
            choices={sides}
            onChoose={setAgainst}
          />
        </label>
      </div>
      {version.note !== '' && <p className="version-note">{version.note}</p>}
      {before !== null && after !== null && (
        <ChangesView
          before={before}
          after={after}
          same={`Nothing is different: it is as it was in “${version.name}”.`}
        />
      )}
      <div className="version-buttons">
        <Button variant="subtle" color="red" onClick={() => void forget()} onBlur={() => setAsked(false)}>
          {asked ? 'Delete for good?' : 'Delete'}
        </Button>
        <Button variant="default" disabled={before === null} onClick={leave((old) => openVersionCopy(studio, old))}>
          Open as a copy
        </Button>
        <Button disabled={before === null} onClick={leave((old) => restoreVersion(studio, version.name, old))}>
          Restore
        </Button>
      </div>
    </section>
  );
}

/** The version as a document, once it is read. */
function useVersion(version: Version | null): Document | null {
  const studio = useStudio();
  const [read, setRead] = useState<{ readonly id: string; readonly document: Document | null } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const load = async (one: Version): Promise<void> => {
      const document = await readVersion(studio, one);
      if (isWanted) setRead({ id: one.id, document });
    };
    if (version !== null) void load(version);
    return () => {
      isWanted = false;
    };
  }, [studio, version]);
  return read !== null && read.id === version?.id ? read.document : null;
}
