import { compareText } from '../../base/order.ts';
import { childIds, recordIn, type Document } from '../../model/document.ts';
import type { ActionUse, IntentRecord } from '../../model/intent-record.ts';
import { isAsked, type InterpreterRecord } from '../../model/interpreter-record.ts';
import { findActionUse } from '../../model/selectors/find-action-use.ts';
import { bundleOfActions } from '../bundle/bundle-of-actions.ts';
import type { Bundle } from '../bundle/bundle-schema.ts';
import { integrationWithoutSecrets } from '../bundle/without-secrets.ts';
import { clipFormat, clipVersion, type Clip } from './clip-schema.ts';
import { clipRoots } from './clip-roots.ts';
import { intentMentions } from './intent-mentions.ts';

type Corners = Clip['corners'];

/** The selection as it goes to the clipboard; null when there is nothing in it to copy. */
export function copyClip(document: Document, ids: readonly string[], corners: Corners = {}): Clip | null {
  const roots = clipRoots(document, ids);
  if (roots.length === 0) return null;
  const levels = levelsOf(document, roots);
  const uses = roots.flatMap((id): ActionUse[] => {
    const found = findActionUse(document, id);
    return found === undefined ? [] : [found.use];
  });
  const views = roots.flatMap((id) => recordIn(document, 'views', id) ?? []);
  const interpreters = interpretersOf(document, roots, levels);
  const inside = [
    ...[levels.conversations, levels.scenes, levels.turns].flat().map(({ id }) => id as string),
    ...levels.intents.flatMap(({ id, actions }) => [id as string, ...actions.map((use) => use.id as string)]),
  ];
  const bundle = bundleFor(document, roots, { ...levels, uses, views, interpreters });
  return {
    format: clipFormat,
    version: clipVersion,
    from: { scenario: document.scenario.id, name: document.scenario.name },
    roots: [...roots],
    ...levels,
    uses,
    interpreters,
    views,
    notes: roots.flatMap((id) => recordIn(document, 'notes', id) ?? []),
    tests: roots.flatMap((id) => recordIn(document, 'tests', id) ?? []),
    worlds: (document.scenario.worlds ?? []).filter(({ id }) => bundle.mocks.some(({ world }) => world === id)),
    placements: inside.flatMap((id) => recordIn(document, 'placements', id) ?? []),
    corners: Object.fromEntries(roots.flatMap((id) => (corners[id] === undefined ? [] : [[id, corners[id]]]))),
    bundle,
  };
}

/** As it is written to the clipboard: two-space indent, trailing newline, as everything people may look at. */
export const printClip = (clip: Clip): string => `${JSON.stringify(clip, null, 2)}\n`;

type Levels = Pick<Clip, 'conversations' | 'scenes' | 'turns' | 'intents'>;

/** The selected levels with everything inside them, frames ahead of what they hold. */
function levelsOf(document: Document, roots: readonly string[]): Levels {
  const reached: string[] = [];
  const visit = (id: string): void => {
    reached.push(id);
    for (const child of childIds(document, id)) visit(child);
  };
  roots.forEach(visit);
  const { tables } = document;
  return {
    conversations: reached.flatMap((id) => tables.conversations.get(id) ?? []),
    scenes: reached.flatMap((id) => tables.scenes.get(id) ?? []),
    turns: reached.flatMap((id) => tables.turns.get(id) ?? []),
    intents: reached.flatMap((id) => tables.intents.get(id) ?? []),
  };
}

function interpretersOf(document: Document, roots: readonly string[], levels: Levels): InterpreterRecord[] {
  const named = [levels.conversations, levels.scenes, levels.turns, levels.intents].flat();
  const wanted = new Set<string>([...roots, ...named.flatMap(({ interpreter }) => interpreter ?? [])]);
  return [...wanted].flatMap((id) => recordIn(document, 'interpreters', id) ?? []);
}

type Content = Levels & Pick<Clip, 'uses' | 'views' | 'interpreters'>;

/** What the copied records speak of and need elsewhere. */
function bundleFor(document: Document, roots: readonly string[], content: Content): Bundle {
  const { conversations, scenes, turns, intents, uses, views, interpreters } = content;
  const allUses = [...uses, ...intents.flatMap(({ actions }) => actions)];
  const seen = views.flatMap(({ kind, shows }) => (kind === 'action' ? [shows] : []));
  const bundle = bundleOfActions(document, [...roots, ...seen, ...allUses.map(({ action }) => action)], '');
  const loose: IntentRecord[] = uses.length === 0 ? [] : [holderFor(document, uses)].flat();
  const mentions = intentMentions([...intents, ...loose], [...conversations, ...scenes, ...turns]);
  const chosen = new Set(roots);
  const shown = new Set(views.flatMap(({ kind, shows }) => (kind === 'context' ? [shows] : [])));
  const services = new Set<string>([
    ...roots,
    ...bundle.integrations.map(({ id }) => id),
    ...interpreters.flatMap((record) => (isAsked(record) ? (record.integration ?? []) : [])),
  ]);
  const inBundle = new Set<string>([...bundle.attributes, ...bundle.contexts].map(({ id }) => id));
  const { tables } = document;
  return {
    ...bundle,
    attributes: sorted(tables.attributes.values()).filter(
      ({ id, name }) => inBundle.has(id) || chosen.has(id) || mentions.attributes.has(name),
    ),
    contexts: sorted(tables.contexts.values()).filter(
      ({ id, name }) => inBundle.has(id) || chosen.has(id) || shown.has(name) || mentions.contexts.has(name),
    ),
    integrations: sorted(tables.integrations.values())
      .filter(({ id }) => services.has(id))
      .map(integrationWithoutSecrets),
  };
}

/** The intents of loose uses with those uses alone: what these read and write has to come along. */
function holderFor(document: Document, uses: readonly ActionUse[]): IntentRecord[] {
  return uses.flatMap((use) => {
    const intent = findActionUse(document, use.id)?.intent;
    if (intent === undefined) return [];
    const empty = { conditions: [], samples: [], expectedAttributes: [], setAttributes: [], messages: [] };
    return [{ ...intent, ...empty, actions: [use] }];
  });
}

const sorted = <Item extends { readonly id: string }>(items: Iterable<Item>): Item[] =>
  [...items].sort((left, right) => compareText(left.id, right.id));
