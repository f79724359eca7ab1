import { UnstyledButton } from '@mantine/core';
import { Pin, PinOff, X } from 'lucide-react';
import { useEffect, useState, type MouseEvent } from 'react';
import type { RecentLook } from '../../shared/bridge/contract/recent-contract.ts';
import type { RecentFile } from '../../shared/bridge/contract/scenario-contract.ts';
import { reopenScenario } from '../app/files/open-scenario.ts';
import { forgetRecent, pinRecent } from '../app/files/recent-files.ts';
import { useStudio, useUi } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { PictureView } from './picture-view.tsx';
import './recent-cards.css';

/** The files that were open lately, pinned ones first, each with its picture; `most` for a strip of a few. */
export function RecentCards({ most = Infinity }: { readonly most?: number }) {
  const files = useUi((state) => state.recentFiles);
  const looks = useLooks(files);
  const ordered = [...files.filter(({ pinned }) => pinned), ...files.filter(({ pinned }) => !pinned)];
  return (
    <ul className="recent-cards" aria-label="Scenarios opened lately">
      {ordered.slice(0, most).map((file) => (
        <RecentCard key={file.file} file={file} look={looks.get(file.file)} isFirst={file === ordered[0]} />
      ))}
    </ul>
  );
}

/** Pictures, and whether the files are there: asked for once they are to be seen. */
function useLooks(files: readonly RecentFile[]): ReadonlyMap<string, RecentLook> {
  const { host } = useStudio();
  const [looks, setLooks] = useState<ReadonlyMap<string, RecentLook>>(new Map());
  useEffect(() => {
    let isWanted = true;
    void host.call('recent.look', {}).then((looked) => {
      if (!isWanted || !looked.ok) return;
      const listed = new Set(files.map(({ file }) => file));
      setLooks(new Map(looked.value.files.filter(({ file }) => listed.has(file)).map((look) => [look.file, look])));
    });
    return () => {
      isWanted = false;
    };
  }, [host, files]);
  return looks;
}

type RecentCardProps = {
  readonly file: RecentFile;
  readonly look: RecentLook | undefined;
  /** The first has the focus when a dialog opens. */
  readonly isFirst: boolean;
};

function RecentCard({ file, look, isFirst }: RecentCardProps) {
  const studio = useStudio();
  const isMissing = look?.isThere === false;
  const open = ({ ctrlKey, metaKey }: MouseEvent): void => {
    studio.ui.closeDialog();
    // As with links: beside what is open, not in its place.
    if (ctrlKey || metaKey) void studio.host.call('app.openWindow', { file: file.file });
    else void reopenScenario(studio, file.file);
  };
  return (
    <li className="recent-card" data-missing={isMissing || undefined}>
      <UnstyledButton
        className="recent-card-open"
        onClick={open}
        disabled={isMissing}
        data-autofocus={isFirst || undefined}
      >
        <PictureView picture={look?.picture ?? null} />
        <strong>{file.name.replace(/\.parley\.json$/, '')}</strong>
        <span className="recent-card-place" title={file.place}>
          {file.place}
        </span>
        <span className="recent-card-when">{isMissing ? 'Not there any more' : whenText(file.openedAt)}</span>
      </UnstyledButton>
      <span className="recent-card-buttons">
        <IconButton
          icon={file.pinned ? PinOff : Pin}
          label={file.pinned ? `Unpin ${file.name}` : `Pin ${file.name}`}
          pressed={file.pinned}
          onClick={() => void pinRecent(studio, file.file, !file.pinned)}
        />
        <IconButton
          icon={X}
          label={`Take ${file.name} off this list`}
          onClick={() => void forgetRecent(studio, file.file)}
        />
      </span>
    </li>
  );
}

const whenText = (openedAt: number): string =>
  new Date(openedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
