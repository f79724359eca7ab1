import { Badge, Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Document } from '../../../shared/model/document.ts';
import { planBundleImport, type ImportItem } from '../../../shared/exchange/bundle/plan-bundle-import.ts';
import { readBundle } from '../../../shared/exchange/bundle/read-bundle.ts';
import { useEditor, useStudio } from '../../state/studio.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { importBundle } from '../files/bundle-files.ts';
import { ReadProblemList } from './read-problem-list.tsx';
import './import-bundle-dialog.css';

/** Shows what a bundle would bring, what is here already, and where the two disagree. */
export function ImportBundleDialog({ name, text }: { name: string; text: string }) {
  const studio = useStudio();
  const document = useEditor((state) => state.document);
  const [replaced, setReplaced] = useState<ReadonlySet<string>>(new Set());
  const plan = useMemo(() => planOf(document, text), [document, text]);
  if (!plan.ok) {
    return (
      <DialogFrame title={`“${name}” is not a bundle Parley can read`} size="lg" onClose={studio.ui.closeDialog}>
        <p>Nothing was imported. Ask whoever made it for another copy, or mend what is listed here.</p>
        <ReadProblemList problems={plan.failure} />
      </DialogFrame>
    );
  }

  const items = plan.value;
  const shown = order.flatMap((meets) => items.filter((item) => item.meets === meets));
  const count = items.filter(({ meets, id }) => meets === 'new' || (meets === 'conflict' && replaced.has(id))).length;
  const choose = (id: string, choice: string): void => {
    const next = new Set(replaced);
    if (choice === 'replace') next.add(id);
    else next.delete(id);
    setReplaced(next);
  };
  const bringIn = (): void => {
    studio.ui.closeDialog();
    importBundle(studio, items, replaced);
  };
  return (
    <DialogFrame
      title={`Import “${name}”`}
      size="lg"
      onClose={studio.ui.closeDialog}
      buttons={
        <>
          <Button variant="default" onClick={studio.ui.closeDialog}>
            Cancel
          </Button>
          <Button onClick={bringIn} disabled={count === 0} data-autofocus>
            {count === 0 ? 'Nothing to import' : `Import ${count}`}
          </Button>
        </>
      }
    >
      <p>
        {summaryOf(items)} Secrets are never in a bundle: set those its integrations name afterwards. One undo takes the
        import back.
      </p>
      <ul className="import-items" aria-label="What comes in">
        {shown.map((item) => (
          <ImportRow
            key={`${item.table} ${item.id}`}
            item={item}
            replace={replaced.has(item.id)}
            onChoose={(choice) => choose(item.id, choice)}
          />
        ))}
      </ul>
    </DialogFrame>
  );
}

/** What needs a look comes first. */
const order: readonly ImportItem['meets'][] = ['conflict', 'blocked', 'new', 'same'];

/** “2 are new, 1 is different here, 44 are here already.” */
function summaryOf(items: readonly ImportItem[]): string {
  const words = { new: 'new', conflict: 'different here', blocked: 'not possible', same: 'here already' };
  const parts = (['new', 'conflict', 'blocked', 'same'] as const).flatMap((meets) => {
    const count = items.filter((item) => item.meets === meets).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? 'is' : 'are'} ${words[meets]}`];
  });
  return `Of ${items.length}, ${parts.join(', ')}.`;
}

function planOf(document: Document, text: string) {
  const bundle = readBundle(text);
  return bundle.ok ? ({ ok: true, value: planBundleImport(document, bundle.value) } as const) : bundle;
}

const tableWords: Record<ImportItem['table'], string> = {
  attributes: 'attribute',
  contexts: 'context',
  integrations: 'integration',
  actions: 'action',
  mocks: 'example answer',
};

type ImportRowProps = {
  readonly item: ImportItem;
  readonly replace: boolean;
  readonly onChoose: (choice: string) => void;
};

const ImportRow = ({ item, replace, onChoose }: ImportRowProps) => (
  <li>
    <span className="import-kind">{tableWords[item.table]}</span>
    <span className="import-name">{item.name}</span>
    {item.meets === 'new' && (
      <Badge variant="light" color="blue">
        New
      </Badge>
    )}
    {item.meets === 'same' && (
      <Badge variant="light" color="gray">
        Already here
      </Badge>
    )}
    {item.meets === 'blocked' && (
      <Badge variant="light" color="red">
        Its id is taken
      </Badge>
    )}
    {item.meets === 'conflict' && (
      <SegmentedControl
        aria-label={`${item.name} is different here`}
        value={replace ? 'replace' : 'keep'}
        onChange={onChoose}
        data={[
          { value: 'keep', label: 'Keep mine' },
          { value: 'replace', label: 'Replace' },
        ]}
      />
    )}
  </li>
);
