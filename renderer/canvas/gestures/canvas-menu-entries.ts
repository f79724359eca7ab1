import { assertNever } from '../../../shared/base/assert-never.ts';
import type { Command, Point } from '../../../shared/commands/command.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { ActionBox } from '../layout/measure-action.ts';
import type { ContextBox } from '../layout/measure-context.ts';
import type { IntentBox } from '../layout/measure-intent.ts';
import { isFrame, type FrameBox } from '../layout/frame-box.ts';
import type { Spot } from '../layout/spot.ts';
import { transitionTarget } from '../wires/transition-wires.ts';
import type { Picture } from '../project-to-flow.ts';
import { insertionsOn } from '../wires/wire-insertions.ts';
import type { Wire } from '../wires/wire.ts';
import type { PaletteItem } from '../../palette/palette-item.ts';
import { actionEntry, commandEntry, type MenuChoice, type MenuEntry } from './menu-entry.ts';
import { formEntries } from './note-entries.ts';
import { planRemoval } from './plan-removal.ts';

const line: MenuEntry = { kind: 'line' };
const entry = (label: string, choice: MenuChoice, shortcut?: string): MenuEntry => ({
  kind: 'choice',
  label,
  choice,
  ...(shortcut === undefined ? {} : { shortcut }),
});

const user: PaletteItem = { item: 'intent', speaker: 'USER' };
const app: PaletteItem = { item: 'intent', speaker: 'APP' };
const api: PaletteItem = { item: 'action', actionKind: 'api' };
const setAttributes: PaletteItem = { item: 'action', actionKind: 'setAttributes' };

/** What can be done with a node. `ids` is what a deletion takes: the selection when the node is part of it. */
export function nodeEntries(document: Document, spot: Spot, ids: readonly string[], at: Point): readonly MenuEntry[] {
  const own = entriesFor(spot, at);
  // A context that drew itself is no record that could be copied.
  const clipboard = ids.some((id) => document.homes.has(id)) ? [line, ...clipboardEntries] : [];
  return [...own, ...clipboard, ...deletion(document, ids, spot.box.kind === 'context' ? 'Hide' : 'Delete')];
}

const clipboardEntries: readonly MenuEntry[] = ['cut', 'copy', 'paste', 'duplicate'].map((wish) =>
  actionEntry(`edit.${wish}`),
);

function entriesFor({ box, id, rect }: Spot, at: Point): readonly MenuEntry[] {
  if (isFrame(box)) return frameEntries(box, at);
  switch (box.kind) {
    case 'intent':
      return intentEntries(box, at);
    case 'action':
      return [...actionEntries(box), entry('Open in the inspector', { kind: 'inspect', id })];
    case 'context':
      return [...contextEntries(box, rect), entry('Open in the inspector', { kind: 'inspect', id })];
    case 'note':
      return [entry('Edit text', { kind: 'editText', id }, 'Enter'), line, ...formEntries(box.record)];
    default:
      return assertNever(box);
  }
}

function intentEntries({ id, intent }: IntentBox, at: Point): readonly MenuEntry[] {
  const target = intent.transition === null ? null : transitionTarget(intent.transition);
  const answer = intent.speaker === 'USER' ? app : user;
  return [
    entry('Edit text', { kind: 'editText', id }, 'Enter'),
    actionEntry('edit.rename'),
    actionEntry('edit.moveTo'),
    entry('Open in the inspector', { kind: 'inspect', id }),
    line,
    entry('Add API call', { kind: 'insert', item: api, into: id, at }),
    entry('Add action that sets attributes', { kind: 'insert', item: setAttributes, into: id, at }),
    entry(answer === app ? 'Add answer' : 'Add what people reply', { kind: 'insert', item: answer, into: id, at }),
    ...(target === null
      ? []
      : [
          line,
          entry('Go to where it leads', { kind: 'show', id: target }),
          commandEntry('Remove transition', { kind: 'transition.set', intent: intent.id, target: null }),
        ]),
  ];
}

function actionEntries({ action }: ActionBox): readonly MenuEntry[] {
  if (action === null) return [];
  const changes = { enabled: !action.enabled };
  const toggle: Command = { kind: 'record.update', table: 'actions', id: action.id, changes };
  return [commandEntry(action.enabled ? 'Switch off' : 'Switch on', toggle)];
}

function contextEntries(box: ContextBox, { x, y }: Point): readonly MenuEntry[] {
  const all = box.isExpanded ? 'Show only what is wired here' : `Show ${box.more} more`;
  return [
    ...(box.more > 0 || box.isExpanded ? [entry(all, { kind: 'expand', id: box.id })] : []),
    ...(box.isAutomatic
      ? [commandEntry('Keep it here', { kind: 'context.show', context: box.context, at: { x, y } })]
      : []),
  ];
}

function frameEntries({ kind, id, hidden }: FrameBox, at: Point): readonly MenuEntry[] {
  const inside: readonly MenuEntry[] =
    kind === 'turn'
      ? []
      : kind === 'scene'
        ? [entry('Add turn', { kind: 'insert', item: { item: 'turn' }, into: id, at })]
        : [entry('Add scene', { kind: 'insert', item: { item: 'scene' }, into: id, at })];
  return [
    entry('Rename', { kind: 'editText', id }, 'Enter'),
    line,
    ...inside,
    entry('Add USER intent', { kind: 'insert', item: user, into: id, at }),
    entry('Add APP intent', { kind: 'insert', item: app, into: id, at }),
    line,
    ...(kind === 'conversation' ? [] : [actionEntry('edit.moveTo')]),
    actionEntry(hidden === null ? 'view.collapse' : 'view.expand'),
    ...(kind === 'turn' ? [] : [actionEntry('edit.layOutFrame')]),
    ...(kind === 'conversation' ? [actionEntry('view.focusConversation')] : []),
  ];
}

/** What can be made on the empty canvas. */
export const paneEntries = (at: Point): readonly MenuEntry[] => [
  entry('Add USER intent', { kind: 'insert', item: user, into: null, at }),
  entry('Add APP intent', { kind: 'insert', item: app, into: null, at }),
  entry('Add API call', { kind: 'insert', item: api, into: null, at }),
  entry('Show user context', { kind: 'insert', item: { item: 'context', context: 'user' }, into: null, at }),
  entry('Add note', { kind: 'insert', item: { item: 'note' }, into: null, at }),
  entry('Add area', { kind: 'insert', item: { item: 'area' }, into: null, at }),
  line,
  actionEntry('edit.paste', at),
  actionEntry('edit.selectAll'),
  line,
  actionEntry('view.fit'),
  actionEntry('edit.layOutAll'),
];

export function wireEntries(document: Document, wire: Wire, picture: Picture): readonly MenuEntry[] {
  const go: readonly MenuEntry[] =
    wire.kind === 'transition' ? [entry('Go to where it leads', { kind: 'show', id: wire.target })] : [];
  const command = planRemoval(document, [], [wire]);
  const insert = insertionsOn(document, picture, wire);
  return command === null
    ? [...go, ...insert]
    : [...go, ...insert, line, { ...commandEntry('Delete', command), ...deletes }];
}

const deletes = { shortcut: 'Del', tone: 'problem' } as const;

function deletion(document: Document, ids: readonly string[], label: string): readonly MenuEntry[] {
  const command = planRemoval(document, ids, []);
  if (command === null) return [];
  const many = ids.length > 1 ? ` ${ids.length} items` : '';
  return [line, { ...commandEntry(`${label}${many}`, command), ...deletes }];
}
