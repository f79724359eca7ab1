import { Button, Menu } from '@mantine/core';
import { Download, ScrollText, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { BridgeInput } from '../../shared/bridge/contract/bridge-contract.ts';
import { failureText } from '../app/failure-text.ts';
import { showFailure } from '../app/files/show-failure.ts';
import { ChoiceControl } from '../inspector/fields/choice-field.tsx';
import { FilterField } from '../run/filter-field.tsx';
import { useStudio } from '../state/studio.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { LogRow } from './log-row.tsx';
import { useAudit, type AuditPage, type WantedEntries } from './use-audit.ts';
import './log-panel.css';

const everything: WantedEntries = { text: '', action: null, outcome: null };

/** Every execution of every action on this machine: found, read, taken along, and thrown away. */
export function LogPanel() {
  const [wanted, setWanted] = useState(everything);
  const { page, failure, more } = useAudit(wanted);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const isFiltered = wanted.text !== '' || wanted.action !== null || wanted.outcome !== null;
  if (failure !== null) return <p className="log-none">{failureText(failure)}</p>;
  if (page === null) return null;
  if (page.total === 0 && !isFiltered)
    return (
      <EmptyState
        icon={ScrollText}
        sentence="Every action that is carried out is written down here, tried or in a talk. What is sensitive is covered."
      />
    );
  const toggle = (id: number): void => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  return (
    <div className="log">
      <LogBar wanted={wanted} page={page} onWanted={setWanted} />
      <div className="log-list" role="list" aria-label="What was carried out">
        {page.entries.map((entry) => (
          <LogRow key={entry.id} entry={entry} isOpen={open.has(entry.id)} onToggle={() => toggle(entry.id)} />
        ))}
        {page.total === 0 && <p className="log-none">Nothing that was carried out fits.</p>}
        {page.entries.length < page.total && (
          <Button variant="subtle" className="log-more" onClick={more}>
            {`Show older, ${page.total - page.entries.length} more`}
          </Button>
        )}
      </div>
    </div>
  );
}

type LogBarProps = {
  readonly wanted: WantedEntries;
  readonly page: AuditPage;
  readonly onWanted: (wanted: WantedEntries) => void;
};

const outcomes = [
  { value: '', label: 'Any outcome' },
  { value: 'succeeded', label: 'Succeeded' },
  { value: 'failed', label: 'Failed' },
] as const;

function LogBar({ wanted, page, onWanted }: LogBarProps) {
  const studio = useStudio();
  const [isAsking, setIsAsking] = useState(false);
  const save = async (format: BridgeInput<'audit.export'>['format']): Promise<void> => {
    const saved = await studio.host.call('audit.export', { ...wanted, format });
    if (!saved.ok) showFailure(studio, saved.failure);
    else if (saved.value.kind === 'saved')
      studio.ui.notify('good', `${saved.value.entries} entries are in ${saved.value.place}.`);
  };
  return (
    <div className="variables-bar">
      <FilterField label="Find in the log" text={wanted.text} onText={(text) => onWanted({ ...wanted, text })} />
      <ChoiceControl
        control={{ 'aria-label': 'Which action' }}
        value={wanted.action ?? ''}
        choices={[
          { value: '', label: 'Any action' },
          ...[...new Set([...page.actions, ...(wanted.action === null ? [] : [wanted.action])])].map((name) => ({
            value: name,
            label: name,
          })),
        ]}
        onChoose={(action) => onWanted({ ...wanted, action: action === '' ? null : action })}
      />
      <ChoiceControl
        control={{ 'aria-label': 'Which outcome' }}
        value={wanted.outcome ?? ''}
        choices={outcomes}
        onChoose={(outcome) => onWanted({ ...wanted, outcome: outcome === '' ? null : outcome })}
      />
      <span className="log-count" role="status">
        {page.total === 1 ? '1 entry' : `${page.total} entries`}
      </span>
      <span className="log-buttons">
        <Menu position="top-end" withinPortal>
          <Menu.Target>
            <IconButton icon={Download} label="Export the log" />
          </Menu.Target>
          <Menu.Dropdown data-menu-dropdown>
            <Menu.Item onClick={() => void save('csv')}>As CSV…</Menu.Item>
            <Menu.Item onClick={() => void save('jsonl')}>As JSON lines…</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <IconButton icon={Trash2} label="Clear the log" onClick={() => setIsAsking(true)} />
      </span>
      {isAsking && <ClearLog onClose={() => setIsAsking(false)} />}
    </div>
  );
}

function ClearLog({ onClose }: { readonly onClose: () => void }) {
  const studio = useStudio();
  const clear = async (): Promise<void> => {
    onClose();
    const cleared = await studio.host.call('audit.clear', {});
    if (!cleared.ok) showFailure(studio, cleared.failure);
  };
  return (
    <DialogFrame
      title="Clear the log?"
      onClose={onClose}
      buttons={
        <>
          <Button variant="default" onClick={onClose} data-autofocus>
            Keep it
          </Button>
          <Button color="red" onClick={() => void clear()}>
            Clear
          </Button>
        </>
      }
    >
      <p>Everything that was written down on this machine goes, of all scenarios. This cannot be undone.</p>
    </DialogFrame>
  );
}
