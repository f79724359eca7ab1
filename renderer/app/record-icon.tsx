import {
  ArrowLeftRight,
  BadgeCheck,
  Box,
  CalendarClock,
  Calculator,
  Clapperboard,
  Clock3,
  CodeXml,
  Database,
  Globe,
  Headset,
  Image as ImageIcon,
  Mail,
  MessagesSquare,
  PartyPopper,
  PenLine,
  Sparkles,
  SquareDashed,
  StickyNote,
  Table2,
  TicketCheck,
  Type,
  UserRound,
  Workflow,
  type LucideIcon,
} from 'lucide-react';
import { assertNever } from '../../shared/base/assert-never.ts';
import type { ActionKind } from '../../shared/model/action-record.ts';
import type { NoteForm } from '../../shared/model/design-records.ts';
import type { Speaker } from '../../shared/model/intent-record.ts';
import './record-icon.css';

export type RecordIconKind =
  | { readonly kind: 'intent'; readonly speaker: Speaker }
  | { readonly kind: 'action'; readonly actionKind: ActionKind }
  | { readonly kind: 'context'; readonly context: string }
  | { readonly kind: 'conversation' | 'scene' | 'turn' | NoteForm };

type RecordIconProps = { readonly of: RecordIconKind; readonly size?: number };

/** The picture of a kind of record, the same in outline, palette, canvas and inspector. */
export function RecordIcon({ of, size = 14 }: RecordIconProps) {
  if (of.kind === 'intent') return <SpeakerMark speaker={of.speaker} size={size} />;
  const [Icon, hue] = pictureOf(of);
  return <Icon className="record-icon" data-hue={hue} size={size} strokeWidth={1.75} aria-hidden />;
}

/** Half a speech bubble: rounded to the left for USER, to the right for APP, so that it reads without colour. */
const SpeakerMark = ({ speaker, size }: { speaker: Speaker; size: number }) => (
  <svg
    className="record-icon"
    data-hue={speaker.toLowerCase()}
    viewBox="0 0 14 14"
    width={size}
    height={size}
    aria-hidden
  >
    <path
      d={speaker === 'USER' ? 'M12.25 2.75H6a4.25 4.25 0 0 0 0 8.5h6.25z' : 'M1.75 2.75H8a4.25 4.25 0 0 1 0 8.5H1.75z'}
      fill="var(--mark-fill)"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  </svg>
);

const actionIcons: Readonly<Record<ActionKind, LucideIcon>> = {
  api: Globe,
  python: CodeXml,
  llm: Sparkles,
  database: Database,
  calculation: Calculator,
  validation: BadgeCheck,
  workflow: Workflow,
  setAttributes: PenLine,
  dateTime: CalendarClock,
  email: Mail,
  ticket: TicketCheck,
  handOff: Headset,
  spreadsheet: Table2,
  holiday: PartyPopper,
};

/** A map, as a context may be called anything, `constructor` included. */
const contextIcons = new Map([
  ['user', UserRound],
  ['session', Clock3],
]);

function pictureOf(of: Exclude<RecordIconKind, { kind: 'intent' }>) {
  switch (of.kind) {
    case 'action':
      return [actionIcons[of.actionKind], 'action'] as const;
    case 'context':
      return [contextIcons.get(of.context) ?? Box, 'data'] as const;
    case 'conversation':
      return [MessagesSquare, 'neutral'] as const;
    case 'scene':
      return [Clapperboard, 'neutral'] as const;
    case 'turn':
      return [ArrowLeftRight, 'neutral'] as const;
    case 'note':
      return [StickyNote, 'neutral'] as const;
    case 'area':
      return [SquareDashed, 'neutral'] as const;
    case 'label':
      return [Type, 'neutral'] as const;
    case 'picture':
      return [ImageIcon, 'neutral'] as const;
    default:
      return assertNever(of);
  }
}
