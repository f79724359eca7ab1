import { LockKeyhole, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useEditor, useStudio } from '../state/studio.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { neededSecrets } from './needed-secrets.ts';
import { PassphraseForm } from './passphrase-form.tsx';
import { SecretRow } from './secret-row.tsx';
import { useSecrets } from './use-secrets.ts';
import './secrets-dialog.css';

/** The secrets of the scenario by name: which this machine has, where they may go, and how they are kept. */
export function SecretsDialog() {
  const { ui } = useStudio();
  const document = useEditor((state) => state.document);
  const kept = useSecrets();
  const needed = useMemo(() => neededSecrets(document), [document]);
  const others = kept.secrets.filter(({ name }) => !needed.some((one) => one.name === name));
  const { standing } = kept;
  return (
    <DialogFrame title="Secrets" size={680} onClose={ui.closeDialog}>
      {standing !== null && (
        <p className="secrets-standing" data-kept={standing.kept}>
          {standing.kept === 'session' ? (
            <TriangleAlert size={15} strokeWidth={1.75} aria-hidden />
          ) : (
            <ShieldCheck size={15} strokeWidth={1.75} aria-hidden />
          )}
          <span>{standing.sentence} They are in no scenario, bundle, trace or log.</span>
        </p>
      )}
      {standing?.mayUsePassphrase === true && (standing.kept === 'session' || standing.locked) && (
        <PassphraseForm isLocked={standing.locked} onUnlock={kept.unlock} />
      )}
      {needed.length === 0 && others.length === 0 ? (
        <p className="secrets-none">
          <LockKeyhole size={15} strokeWidth={1.75} aria-hidden />
          This scenario names no secret. An integration does, once it says how the service knows you.
        </p>
      ) : (
        <>
          <SecretList title="Named in this scenario">
            {needed.map((one) => (
              <SecretRow
                key={one.name}
                needed={one}
                kept={kept.secrets.find(({ name }) => name === one.name) ?? null}
                secrets={kept}
              />
            ))}
          </SecretList>
          <SecretList title="Kept here for other scenarios">
            {others.map((one) => (
              <SecretRow
                key={one.name}
                needed={{ name: one.name, usedBy: [], hosts: one.hosts }}
                kept={one}
                secrets={kept}
              />
            ))}
          </SecretList>
        </>
      )}
    </DialogFrame>
  );
}

const SecretList = ({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) =>
  children.length === 0 ? null : (
    <section className="secrets-list" aria-label={title}>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
