import type { Json, JsonObject } from '../../base/json.ts';
import type { Behavior } from '../../model/intent-record.ts';
import { exportConditions, textsIn, type ConditionHolder } from './export-conditions.ts';
import type { ExportReport } from './export-report.ts';
import { keptBy } from './field-reader.ts';

/** What every part of an export needs to know of the whole. */
export type Exporting = {
  readonly report: ExportReport;
  /** `$path:…` of a level or message, by the id of its record. */
  readonly pathOf: (id: string) => string | undefined;
  /** The id the other system has for a level. */
  readonly odIdOf: (id: string) => string;
  /** A level and those above it, from the conversation down; empty when there is no such level. */
  readonly levelsTo: (id: string) => readonly string[];
  readonly interpreterName: (id: string) => string | null;
  /** The interpreter the file means by a name or a component. */
  readonly interpreterNamed: (text: string) => string | null;
  readonly actionName: (id: string) => string;
};

type LevelFields = ConditionHolder & {
  readonly name: string;
  readonly description: string;
  readonly interpreter: string | null;
  readonly behaviors: readonly Behavior[];
};

/** What all levels have in common, in the order of the file. */
export function exportLevel(level: LevelFields, exporting: Exporting): JsonObject {
  return {
    od_id: exporting.odIdOf(level.id),
    name: level.name,
    description: level.description,
    interpreter: interpreterOf(level, exporting),
    behaviors: behaviorsOf(level),
    conditions: exportConditions(level, exporting.pathOf, exporting.report),
  };
}

/** Keys that were unknown on import. */
export const levelKeys = ['od_id', 'interpreter', 'behaviors', 'conditions', 'paths'] as const;

export const unknownKeys = (kept: JsonObject, known: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(kept).filter(([key]) => !known.includes(key)));

export const behaviorsOf = (level: Pick<LevelFields, 'behaviors' | 'extras'>): string[] => [
  ...level.behaviors,
  ...textsIn(keptBy(level)['behaviors']),
];

/** By the name of its configuration, or in the words of the file when they mean the same. */
export function interpreterOf(
  level: Pick<LevelFields, 'interpreter' | 'extras'> & { readonly id: string },
  { interpreterName, interpreterNamed, report }: Exporting,
): string {
  const kept: Json | undefined = keptBy(level)['interpreter'];
  if (level.interpreter === null) return typeof kept === 'string' ? kept : '';
  if (typeof kept === 'string' && interpreterNamed(kept) === level.interpreter) return kept;
  const name = interpreterName(level.interpreter);
  if (name === null) {
    report.lost(level.id, 'An interpreter that is not there was left out.');
    return '';
  }
  return name;
}
