import { actionKindWords } from '../../shared/model/action-kind-words.ts';
import type { ActionKind } from '../../shared/model/action-record.ts';
import type { PaletteItem } from './palette-item.ts';

export type PaletteEntry = {
  readonly id: string;
  /** Something new. */
  readonly item: Exclude<PaletteItem, { readonly item: 'use' }>;
  readonly label: string;
  /** What inserting it is called in menus. */
  readonly command: string;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  /** Inserts it without the mouse; only while nothing is being typed. */
  readonly shortcut: string;
};

export type PaletteGroup = {
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
  /** What is wanted less often, shown when it is asked for. */
  readonly more?: readonly PaletteEntry[];
};

/** A tile is narrow. */
const shortLabels: Readonly<Partial<Record<ActionKind, string>>> = {
  llm: 'Model',
  database: 'Database',
  dateTime: 'Date, time',
  ticket: 'Ticket',
  email: 'E-mail',
  spreadsheet: 'Sheet row',
  holiday: 'Holiday',
};

const actionEntry = (actionKind: ActionKind, shortcut: string, command?: string): PaletteEntry => {
  const { label, purpose } = actionKindWords[actionKind];
  return {
    id: `${actionKind}Action`,
    item: { item: 'action', actionKind },
    label: shortLabels[actionKind] ?? label,
    command: command ?? `Add action: ${label}`,
    purpose,
    shortcut,
  };
};

export const paletteGroups: readonly PaletteGroup[] = [
  {
    title: 'Say',
    entries: [
      {
        id: 'userIntent',
        item: { item: 'intent', speaker: 'USER' },
        label: 'USER intent',
        command: 'Add USER intent',
        purpose: 'Something a person says, recognised from a few examples.',
        shortcut: 'u',
      },
      {
        id: 'appIntent',
        item: { item: 'intent', speaker: 'APP' },
        label: 'APP intent',
        command: 'Add APP intent',
        purpose: 'What the app answers: one or more messages.',
        shortcut: 'a',
      },
    ],
  },
  {
    title: 'Do',
    entries: [
      actionEntry('api', 'p', 'Add API call'),
      actionEntry('setAttributes', 'w', 'Add action that sets attributes'),
      actionEntry('python', 'y'),
      actionEntry('llm', 'm'),
    ],
    more: [
      actionEntry('database', 'd'),
      actionEntry('calculation', 'k'),
      actionEntry('validation', 'i'),
      actionEntry('workflow', 'f'),
      actionEntry('dateTime', 'j'),
      actionEntry('email', 'e'),
      actionEntry('ticket', 'q'),
      actionEntry('handOff', 'h'),
      actionEntry('spreadsheet', 'x'),
      actionEntry('holiday', 'o'),
    ],
  },
  {
    title: 'Remember',
    entries: [
      {
        id: 'userContext',
        item: { item: 'context', context: 'user' },
        label: 'User',
        command: 'Show the user context',
        purpose: 'What is known about the person, kept from talk to talk.',
        shortcut: 'shift+u',
      },
      {
        id: 'sessionContext',
        item: { item: 'context', context: 'session' },
        label: 'Session',
        command: 'Show the session context',
        purpose: 'What is known during this talk only.',
        shortcut: 'shift+s',
      },
      {
        id: 'customContext',
        item: { item: 'context', context: 'custom' },
        label: 'Custom',
        command: 'Add context',
        purpose: 'A context of your own, for example a basket.',
        shortcut: 'shift+c',
      },
    ],
  },
  {
    title: 'Arrange',
    entries: [
      {
        id: 'conversation',
        item: { item: 'conversation' },
        label: 'Conversation',
        command: 'Add conversation',
        purpose: 'A whole topic people can talk about.',
        shortcut: 'v',
      },
      {
        id: 'scene',
        item: { item: 'scene' },
        label: 'Scene',
        command: 'Add scene',
        purpose: 'A part of a conversation.',
        shortcut: 's',
      },
      {
        id: 'turn',
        item: { item: 'turn' },
        label: 'Turn',
        command: 'Add turn',
        purpose: 'One exchange: what is said, and what is answered.',
        shortcut: 't',
      },
      {
        id: 'note',
        item: { item: 'note' },
        label: 'Note',
        command: 'Add note',
        purpose: 'A remark for your team; it changes nothing in the talk.',
        shortcut: 'n',
      },
      {
        id: 'area',
        item: { item: 'area' },
        label: 'Area',
        command: 'Add area',
        purpose: 'A coloured ground behind what belongs together; moved, it takes along what lies in it.',
        shortcut: 'r',
      },
      {
        id: 'label',
        item: { item: 'label' },
        label: 'Label',
        command: 'Add label',
        purpose: 'Large words on the canvas, for a heading.',
        shortcut: 'b',
      },
      {
        id: 'picture',
        item: { item: 'picture' },
        label: 'Picture',
        command: 'Add picture',
        purpose: 'A picture from your disk, kept in the scenario; or paste one.',
        shortcut: 'g',
      },
    ],
  },
];

export const paletteEntries: readonly PaletteEntry[] = paletteGroups.flatMap(({ entries, more = [] }) => [
  ...entries,
  ...more,
]);
