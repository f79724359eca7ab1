import { Button } from '@mantine/core';
import { useState } from 'react';
import { FieldFrame } from '../inspector/fields/field-frame.tsx';

type SecretFormProps = {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly isKept: boolean;
  /** An empty value leaves the secret as it is. */
  readonly onSave: (value: string, hosts: readonly string[]) => void;
  readonly onCancel: () => void;
};

/** A value for a secret, and the hosts it may go to. What is typed is shown to nobody. */
export function SecretForm({ name, hosts, isKept, onSave, onCancel }: SecretFormProps) {
  const [value, setValue] = useState('');
  const [bound, setBound] = useState(hosts.join(', '));
  const list = bound
    .split(/[\s,]+/)
    .map((host) =>
      host
        .replace(/^https?:\/\//i, '')
        .replace(/\/.*$/, '')
        .toLowerCase(),
    )
    .filter((host) => host !== '')
    .slice(0, 20);
  return (
    <form
      className="secret-form"
      aria-label={`Value of ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== '' || isKept) onSave(value, list);
      }}
    >
      <FieldFrame label="Value" meaning={isKept ? 'Empty leaves it as it is' : 'Shown to nobody again'}>
        {(control) => (
          <input
            {...control}
            className="control"
            type="password"
            autoComplete="off"
            autoFocus
            maxLength={10_000}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        )}
      </FieldFrame>
      <FieldFrame label="Hosts" meaning="The only ones it is sent to; empty: the first you allow">
        {(control) => (
          <input
            {...control}
            className="control"
            data-mono
            spellCheck={false}
            placeholder="api.example.com"
            value={bound}
            onChange={(event) => setBound(event.currentTarget.value)}
          />
        )}
      </FieldFrame>
      <div className="secret-buttons">
        <Button type="submit" disabled={value === '' && !isKept}>
          Keep it
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
