import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';

type NameAdderProps = {
  /** "Name of a new attribute". */
  readonly label: string;
  readonly placeholder: string;
  /** Why there can be none of this name; null when there can. */
  readonly refusalOf: (name: string) => string | null;
  /** Makes it; false leaves the name in the field. */
  readonly onAdd: (name: string) => boolean;
};

/** One field and one button: a name, and it is there. */
export function NameAdder({ label, placeholder, refusalOf, onAdd }: NameAdderProps) {
  const [name, setName] = useState('');
  const typed = name.trim();
  const refusal = typed === '' ? null : refusalOf(typed);
  return (
    <form
      className="manager-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '' && refusal === null && onAdd(typed)) setName('');
      }}
    >
      <input
        type="text"
        className="control"
        aria-label={label}
        aria-invalid={refusal !== null}
        placeholder={placeholder}
        spellCheck={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        disabled={typed === '' || refusal !== null}
        leftSection={<Plus size={13} strokeWidth={2} aria-hidden />}
      >
        Add
      </Button>
      <p className="manager-refusal" role="status">
        {refusal}
      </p>
    </form>
  );
}
