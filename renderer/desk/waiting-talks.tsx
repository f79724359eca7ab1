import { Headset } from 'lucide-react';
import { useState } from 'react';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { clockText } from '../run/clock-text.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import type { DeskTalks } from './desk-store.ts';
import { DeskTalk } from './desk-talk.tsx';

/** Who waits for a person, and the talk that is being answered. */
export function WaitingTalks({ talks }: { readonly talks: DeskTalks }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = talks.find(({ session }) => session === chosen) ?? talks[0];
  if (shown === undefined)
    return (
      <EmptyState
        icon={Headset}
        sentence="Nobody waits. When a talk is handed off, it comes here, and you answer it as the person it was given to."
      />
    );
  return (
    <div className="desk-split">
      <ul className="desk-list" aria-label="Talks that wait">
        {talks.map((talk) => (
          <li key={talk.session}>
            <button
              type="button"
              aria-current={talk.session === shown.session || undefined}
              onClick={() => setChosen(talk.session)}
            >
              <time>{clockText(talk.since)}</time>
              <span>{visibleText(talk.note || talk.lines.at(-1)?.text || 'A talk waits')}</span>
            </button>
          </li>
        ))}
      </ul>
      <DeskTalk key={shown.session} talk={shown} />
    </div>
  );
}
