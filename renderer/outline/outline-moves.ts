import type { Command } from '../../shared/commands/command.ts';
import { parentIdOf } from '../../shared/model/document-indexes.ts';
import { childIds, recordIn, type Document } from '../../shared/model/document.ts';
import type { AnyRecord } from '../../shared/model/record-tables.ts';

export type LevelMove = Extract<Command, { kind: 'level.move' }>;

/** Where something is dropped: ahead of a row, after it, or into it at its end. */
export type DropPlace = { readonly id: string; readonly where: 'before' | 'after' | 'inside' };

const levelTables = ['conversations', 'scenes', 'turns', 'intents'] as const;

/** One place up or down; at the end of its siblings it goes on in the neighbouring parent. Null at the very end. */
export function stepMove(document: Document, id: string, step: -1 | 1): LevelMove | null {
  const parent = parentOf(document, id);
  if (parent === null) return null;
  const siblings = childIds(document, parent);
  const index = siblings.indexOf(id);
  const passed = siblings[index + step];
  if (passed !== undefined) return placed(document, id, parent, passed, step === -1 ? 'before' : 'after');
  const neighbour = neighbourOf(document, parent, step);
  if (neighbour === null) return null;
  const first = childIds(document, neighbour)[0];
  if (step === -1 || first === undefined) return { kind: 'level.move', id, parent: neighbour, before: null };
  return placed(document, id, neighbour, first, 'before');
}

/** The move a drop means; null when it cannot be: a level only goes where its kind belongs. */
export function dropMove(document: Document, id: string, { id: target, where }: DropPlace): LevelMove | null {
  if (id === target || isWithin(document, target, id)) return null;
  const depth = depthOf(document, id);
  const targetDepth = depthOf(document, target);
  if (depth === -1 || targetDepth === -1) return null;
  if (where === 'inside')
    return depth === targetDepth + 1 ? { kind: 'level.move', id, parent: target, before: null } : null;
  const parent = parentOf(document, target);
  return depth === targetDepth && parent !== null ? placed(document, id, parent, target, where) : null;
}

/** Beside `target` under `parent`. An intent becomes a request or a response as the one it now stands next to. */
function placed(document: Document, id: string, parent: string, target: string, where: 'before' | 'after'): LevelMove {
  const bucket = recordIn(document, 'intents', target)?.bucket;
  const siblings = childIds(document, parent).filter(
    (sibling) => sibling !== id && recordIn(document, 'intents', sibling)?.bucket === bucket,
  );
  const before = where === 'before' ? target : (siblings[siblings.indexOf(target) + 1] ?? null);
  return { kind: 'level.move', id, parent, before, ...(bucket === undefined ? {} : { bucket }) };
}

const depthOf = (document: Document, id: string): number => {
  const home = document.homes.get(id);
  return home?.record === id ? levelTables.findIndex((table) => table === home.table) : -1;
};

function parentOf(document: Document, id: string): string | null {
  const table = levelTables[depthOf(document, id)];
  const record: AnyRecord | undefined = table === undefined ? undefined : recordIn(document, table, id);
  return table === undefined || record === undefined ? null : parentIdOf(table, record, document.scenario.id);
}

function neighbourOf(document: Document, parent: string, step: -1 | 1): string | null {
  const above = parentOf(document, parent);
  if (above === null) return null;
  const siblings = childIds(document, above);
  return siblings[siblings.indexOf(parent) + step] ?? null;
}

function isWithin(document: Document, id: string, holder: string): boolean {
  for (let above: string | null = id; above !== null; above = parentOf(document, above))
    if (above === holder) return true;
  return false;
}
