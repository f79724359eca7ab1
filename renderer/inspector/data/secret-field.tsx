import { Button } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { failureText } from '../../app/failure-text.ts';
import { useStudio } from '../../state/studio.ts';
import type { TextBinding } from '../edit.ts';
import { FieldFrame } from '../fields/field-frame.tsx';
import { TextField } from '../fields/text-field.tsx';
import './secret-field.css';

type Kept = 'unknown' | 'missing' | 'there' | 'vault' | 'file' | 'session';

const words: Readonly<Record<Kept, string>> = {
  unknown: 'Kept on this machine, never in the file.',
  missing: 'Not set on this machine yet. It is never kept in the file.',
  there: 'Set on this machine. It is never kept in the file.',
  vault: 'Kept in this system’s vault, never in the file.',
  file: 'Kept in a file under your passphrase, never in the scenario.',
  session: 'This system has no vault, so it is kept only until Parley closes; never in the file.',
};

/** The name of a secret, and a way to give this machine its value. The value never comes back to the screen. */
export function SecretField({ name, ...binding }: TextBinding & { readonly name: string }) {
  const { host, ui } = useStudio();
  const [kept, setKept] = useState<Kept>('unknown');
  const [isAsking, setIsAsking] = useState(false);
  useEffect(() => {
    let isGone = false;
    const ask = async (): Promise<void> => {
      const reply = await host.call('secret.list', {});
      if (!isGone && reply.ok) setKept(reply.value.names.includes(name) ? 'there' : 'missing');
    };
    ask().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [host, name]);

  const save = async (value: string | null): Promise<void> => {
    setIsAsking(false);
    const reply = await host.call('secret.set', { name, value });
    if (!reply.ok) return ui.notify('bad', failureText(reply.failure));
    setKept(value === null ? 'missing' : reply.value.kept);
  };
  return (
    <>
      <TextField
        label="Secret"
        meaning="Its name; bundles and files hold no more"
        mono
        placeholder="order-desk-key"
        {...binding}
        troubles={name.trim() === '' ? [{ severity: 'error', sentence: 'Give the secret a name.' }] : []}
      />
      <p className="section-note secret-note">
        <KeyRound size={12} strokeWidth={2} aria-hidden />
        {words[kept]}
      </p>
      {isAsking ? (
        <SecretEntry name={name} onSave={(value) => void save(value)} onCancel={() => setIsAsking(false)} />
      ) : (
        <div className="secret-buttons">
          <Button variant="default" disabled={name.trim() === ''} onClick={() => setIsAsking(true)}>
            Set secret…
          </Button>
          {kept !== 'missing' && kept !== 'unknown' && (
            <Button variant="subtle" onClick={() => void save(null)}>
              Forget
            </Button>
          )}
        </div>
      )}
    </>
  );
}

type SecretEntryProps = {
  readonly name: string;
  readonly onSave: (value: string) => void;
  readonly onCancel: () => void;
};

function SecretEntry({ name, onSave, onCancel }: SecretEntryProps) {
  const [value, setValue] = useState('');
  return (
    <form
      className="secret-entry"
      aria-label={`Value of ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== '') onSave(value);
      }}
    >
      <FieldFrame label="Value of the secret" meaning="Shown to nobody again">
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
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              onCancel();
            }}
          />
        )}
      </FieldFrame>
      <div className="secret-buttons">
        <Button type="submit" disabled={value === ''}>
          Keep it
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
