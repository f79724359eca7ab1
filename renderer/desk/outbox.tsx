import { Mail } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { BridgeOutboxMail } from '../../shared/bridge/contract/desk-contract.ts';
import { visibleLines } from '../../shared/explain/visible-lines.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { dayText } from './day-text.ts';
import { Facts } from './facts.tsx';
import { useScenarioFiles } from './use-scenario-files.ts';

/** E-mails that would have gone out. They are shown as text: nothing in them is loaded or run. */
export function Outbox() {
  const found = useScenarioFiles('desk.outbox', (file) => ({ file }));
  const [chosen, setChosen] = useState<string | null>(null);
  if (found === null) return null;
  const { mails } = found;
  const shown = mails.find(({ file }) => file === chosen) ?? mails[0];
  if (shown === undefined)
    return (
      <EmptyState
        icon={Mail}
        sentence="The outbox is empty. An e-mail action without a mail server puts what it sends here."
      />
    );
  return (
    <div className="desk-split">
      <ul className="desk-list" aria-label="E-mails in the outbox">
        {mails.map((mail) => (
          <li key={mail.file}>
            <button type="button" aria-current={mail === shown || undefined} onClick={() => setChosen(mail.file)}>
              <time>{dayText(mail.at)}</time>
              <span>{visibleText(mail.subject) || 'No subject'}</span>
              <small>{visibleText(mail.to)}</small>
            </button>
          </li>
        ))}
      </ul>
      <Letter key={shown.file} mail={shown} />
    </div>
  );
}

function Letter({ mail }: { readonly mail: BridgeOutboxMail }) {
  const [isRaw, setIsRaw] = useState(false);
  return (
    <article className="desk-letter" aria-label={`E-mail: ${visibleText(mail.subject)}`}>
      <Facts
        facts={[
          ['From', mail.from],
          ['To', mail.to],
          ['Copy', mail.copy],
          ['Subject', mail.subject],
        ]}
      />
      <button type="button" className="text-link" aria-pressed={isRaw} onClick={() => setIsRaw(!isRaw)}>
        {isRaw ? 'Show the text' : 'Show it as sent (.eml)'}
      </button>
      {isRaw ? (
        <RawLetter file={mail.file} />
      ) : (
        <p className="desk-body" dir="auto" data-selectable>
          {visibleLines(mail.body)}
        </p>
      )}
    </article>
  );
}

function RawLetter({ file: mail }: { readonly file: string }) {
  const { host } = useStudio();
  const file = useEditor((state) => (state.openFile ?? state.repairedFrom)?.file ?? null);
  const [text, setText] = useState('');
  useEffect(() => {
    let isGone = false;
    const read = async (): Promise<void> => {
      const reply = await host.call('desk.mail', { file, mail });
      if (!isGone) setText(reply.ok ? (reply.value.text ?? 'It is not in the outbox any more.') : '');
    };
    void read();
    return () => {
      isGone = true;
    };
  }, [host, file, mail]);
  return <pre className="desk-raw">{visibleLines(text)}</pre>;
}
