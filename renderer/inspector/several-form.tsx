import { Button } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useEditor } from '../state/studio.ts';
import { useExecute } from './edit.ts';
import { wordFor } from './kind-words.ts';
import { Section } from './fields/section.tsx';
import { RecordRow, RecordRows } from './record-row.tsx';
import { SharedProperties } from './shared-properties.tsx';
import './several-form.css';

/** Thousands can be selected; nobody reads as many lines. */
const mostListed = 200;

/** What can be done with several records at once, and each of them a press away. */
export function SeveralForm({ ids }: { readonly ids: readonly string[] }) {
  const document = useEditor((state) => state.document);
  const execute = useExecute();
  const words = ids.map((id) => wordFor(document, id));
  const kinds = [...new Set(words)].map((word) => {
    const count = words.filter((other) => other === word).length;
    return `${count} ${count === 1 ? word : `${word}s`}`;
  });
  return (
    <>
      <header className="several-head">
        <h2>{ids.length} selected</h2>
        <p>{kinds.join(', ')}</p>
        <Button
          variant="default"
          leftSection={<Trash2 size={14} strokeWidth={1.75} aria-hidden />}
          onClick={() => execute({ kind: 'records.remove', ids })}
        >
          Delete all
        </Button>
      </header>
      <SharedProperties ids={ids} />
      <Section title="Selected" name="several.selected" count={ids.length}>
        <RecordRows label="Selected">
          {ids.slice(0, mostListed).map((id, index) => (
            <RecordRow key={id} id={id} detail={words[index] ?? ''} />
          ))}
        </RecordRows>
        {ids.length > mostListed && <p className="section-note">{`and ${ids.length - mostListed} more`}</p>}
      </Section>
    </>
  );
}
