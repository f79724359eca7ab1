import { Ban, Disc2, Dot, FlaskConical, MessageSquareText, PencilLine, Radio, type LucideIcon } from 'lucide-react';
import type { Origin } from '../../shared/engine/effect.ts';
import './origin-badge.css';

const looks: Readonly<Record<Origin, { readonly icon: LucideIcon; readonly word: string; readonly meaning: string }>> =
  {
    said: { icon: MessageSquareText, word: 'said', meaning: 'The person said it' },
    live: { icon: Radio, word: 'live', meaning: 'A real service answered' },
    mocked: { icon: FlaskConical, word: 'mocked', meaning: 'Made up: an example answer, nobody was called' },
    recorded: { icon: Disc2, word: 'recorded', meaning: 'From a recording, nobody was called' },
    edited: { icon: PencilLine, word: 'edited', meaning: 'Set by hand' },
    default: { icon: Dot, word: 'default', meaning: 'The scenario says so' },
    refused: { icon: Ban, word: 'refused', meaning: 'Nobody was called, and no example answered' },
  };

/** Where a value comes from: told by word, picture, edge and colour, so that mocked is never taken for live. */
export function OriginBadge({ origin }: { origin: Origin }) {
  const { icon: Icon, word, meaning } = looks[origin];
  return (
    <span className="origin-badge" data-origin={origin} title={meaning}>
      <Icon size={11} strokeWidth={2} aria-hidden />
      {word}
    </span>
  );
}
