import { Button } from '@mantine/core';
import { useState } from 'react';
import { FieldFrame } from '../inspector/fields/field-frame.tsx';
import type { Unlocked } from './use-secrets.ts';

const answers: Readonly<Partial<Record<Unlocked, string>>> = {
  wrongPassphrase: 'That is not the passphrase. Try again, or forget what is in the file and begin anew.',
  damaged: 'The file of secrets is damaged. Begin anew, and set the secrets again.',
  notKept: 'No file could be made here; secrets are kept until Parley closes.',
};

const least = 8;

type PassphraseFormProps = {
  /** A file is there and waits for its passphrase; otherwise one is made. */
  readonly isLocked: boolean;
  readonly onUnlock: (passphrase: string, startAnew: boolean) => Promise<Unlocked | null>;
};

/** Where the system has no vault, a passphrase keeps secrets in a file. */
export function PassphraseForm({ isLocked, onUnlock }: PassphraseFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [answer, setAnswer] = useState<Unlocked | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const send = async (startAnew: boolean): Promise<void> => {
    setIsBusy(true);
    setAnswer(await onUnlock(passphrase, startAnew));
    setIsBusy(false);
    setPassphrase('');
  };
  const sentence = answer === null ? undefined : answers[answer];
  const mayStartAnew = answer === 'wrongPassphrase' || answer === 'damaged';
  return (
    <form
      className="secret-form"
      aria-label="File of secrets"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase.length >= least) void send(false);
      }}
    >
      <FieldFrame
        label="Passphrase"
        meaning={isLocked ? 'Opens the file of secrets' : `Keeps secrets in a file; at least ${least} characters`}
        refusal={sentence ?? null}
      >
        {(control) => (
          <input
            {...control}
            className="control"
            type="password"
            autoComplete="off"
            maxLength={1000}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        )}
      </FieldFrame>
      <div className="secret-buttons">
        <Button type="submit" loading={isBusy} disabled={passphrase.length < least}>
          {isLocked ? 'Unlock' : 'Keep them in a file'}
        </Button>
        {mayStartAnew && (
          <Button
            variant="subtle"
            color="red"
            disabled={passphrase.length < least}
            title="Forgets every secret in the file"
            onClick={() => void send(true)}
          >
            Begin anew
          </Button>
        )}
      </div>
    </form>
  );
}
