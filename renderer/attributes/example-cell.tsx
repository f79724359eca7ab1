import { useState } from 'react';
import type { Json } from '../../shared/base/json.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import type { AttributeRecord } from '../../shared/model/design-records.ts';
import { entryKind, parseValue, printValue } from '../inspector/conditions/value-entry.ts';

type ExampleCellProps = { readonly record: AttributeRecord; readonly onValue: (value: Json) => void };

/** An example, written as its type is; what is no value of it is told and not kept. Longer ones are for the form. */
export function ExampleCell({ record, onValue }: ExampleCellProps) {
  const { name, type, example } = record;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = printValue(example, type);
  if (entryKind(type) === 'json')
    return (
      <span className={shown === '' ? 'attribute-faint' : 'attribute-json'}>
        {shown === '' ? 'in its form' : visibleText(shown)}
      </span>
    );
  const parsed = typed === null ? null : parseValue(typed, type);
  const keep = (): void => {
    setTyped(null);
    if (parsed?.ok !== true) return;
    const value = parsed.value === '' ? null : parsed.value;
    if (value !== example) onValue(value);
  };
  return (
    <input
      type="text"
      className="control"
      tabIndex={-1}
      aria-label={`Example of ${name}`}
      aria-invalid={parsed?.ok === false}
      title={parsed?.ok === false ? parsed.failure : undefined}
      spellCheck={false}
      value={typed ?? shown}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      // Leaving the field afterwards finds nothing typed.
      onKeyDown={(event) => event.key === 'Escape' && setTyped(null)}
    />
  );
}
