import { Button } from '@mantine/core';
import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { KeptSecret } from '../../shared/bridge/contract/secret-contract.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { nameOf } from '../../shared/model/selectors/name-of.ts';
import { useEditor } from '../state/studio.ts';
import type { NeededSecret } from './needed-secrets.ts';
import { SecretForm } from './secret-form.tsx';
import type { Secrets } from './use-secrets.ts';

const places: Readonly<Record<KeptSecret['kept'], string>> = {
  vault: 'in this system’s vault',
  file: 'in a file under your passphrase',
  session: 'until Parley closes',
};

type SecretRowProps = {
  readonly needed: NeededSecret;
  readonly kept: KeptSecret | null;
  readonly secrets: Secrets;
};

/** One secret: whether it is here, where it may go, who uses it, and the way to give or forget it. */
export function SecretRow({ needed, kept, secrets }: SecretRowProps) {
  const document = useEditor((state) => state.document);
  const [isOpen, setIsOpen] = useState(false);
  const { name, usedBy } = needed;
  const users = usedBy.map((id) => visibleText(nameOf(document, id))).join(', ');
  const Icon = kept === null ? CircleDashed : CircleCheck;
  return (
    <li className="secret-row" data-kept={kept !== null || undefined}>
      <div className="secret-line">
        <Icon size={14} strokeWidth={2} aria-hidden />
        <div className="secret-words">
          <code data-selectable>{visibleText(name)}</code>
          <span>{kept === null ? 'Not on this machine' : `Kept ${places[kept.kept]}`}</span>
          {kept !== null && (
            <span>
              {kept.hosts.length === 0
                ? 'Goes to the first host you allow'
                : `Goes to ${visibleText(kept.hosts.join(', '))} only`}
            </span>
          )}
          {users !== '' && <span>Used by {users}</span>}
        </div>
        <span className="secret-buttons">
          <Button variant="default" aria-label={`Set ${name}`} onClick={() => setIsOpen(!isOpen)}>
            {kept === null ? 'Set…' : 'Change…'}
          </Button>
          {kept !== null && (
            <Button variant="subtle" aria-label={`Forget ${name}`} onClick={() => void secrets.remove(name)}>
              Forget
            </Button>
          )}
        </span>
      </div>
      {kept?.tooShort === true && (
        <p className="secret-warning">
          <TriangleAlert size={13} strokeWidth={2} aria-hidden />
          It is so short that it cannot be told from ordinary text: where a service repeats it, it is not covered.
        </p>
      )}
      {isOpen && (
        <SecretForm
          name={name}
          hosts={kept?.hosts ?? needed.hosts}
          isKept={kept !== null}
          onSave={(value, hosts) => {
            setIsOpen(false);
            void (value === '' ? secrets.bind(name, hosts) : secrets.set({ name, value, hosts: [...hosts] }));
          }}
          onCancel={() => setIsOpen(false)}
        />
      )}
    </li>
  );
}
