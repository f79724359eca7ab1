import { behaviorSchema, type Behavior } from '../../model/intent-record.ts';
import type { FieldReader } from './field-reader.ts';
import type { ActionImports } from './import-actions.ts';
import { importConditions } from './import-conditions.ts';
import type { PlannedLevel } from './plan-ids.ts';

export type InterpreterLookup = (text: string) => { readonly id: string; readonly name: string } | null;

/** What every part of an import needs to know of the whole. */
export type Importing = {
  readonly paths: ReadonlyMap<string, string>;
  readonly levelOf: (id: string) => 'conversation' | 'scene' | 'turn' | null;
  /** The interpreter a text names, by configuration or by component. */
  readonly interpreterNamed: InterpreterLookup;
  readonly actions: ActionImports;
};

/** What a conversation, a scene and a turn have in common, as raw fields. */
export function importLevel(
  { reader, odId, id }: PlannedLevel,
  order: string,
  importing: Importing,
): Readonly<Record<string, unknown>> {
  if (odId !== id) reader.extras['od_id'] = odId;
  return {
    id,
    name: reader.text('name'),
    description: reader.text('description'),
    order,
    behaviors: importBehaviors(reader),
    conditions: importConditions(reader, importing.paths),
    interpreter: importInterpreter(reader, importing),
  };
}

const known: ReadonlySet<string> = new Set(behaviorSchema.options);

/** `STARTING`, `OPEN`, `COMPLETING`, whatever their case; others are kept. */
export function importBehaviors(reader: FieldReader): Behavior[] {
  const kept: string[] = [];
  const behaviors = reader.texts('behaviors').flatMap((text, index): Behavior[] => {
    const path = [...reader.at('behaviors'), index];
    const behavior = text.toUpperCase();
    if (!known.has(behavior)) {
      kept.push(text);
      reader.report.kept(path, `There is no behaviour "${text}" here.`);
      return [];
    }
    if (behavior !== text) reader.report.changed(path, `"${text}" became ${behavior}.`);
    return [behavior as Behavior];
  });
  if (kept.length > 0) reader.extras['behaviors'] = kept;
  const unique = [...new Set(behaviors)];
  if (unique.length < behaviors.length)
    reader.report.changed(reader.at('behaviors'), 'A behaviour given twice counts once.');
  return unique;
}

/** An interpreter is named by its configuration or by its component; one that is not here is that of the level above. */
export function importInterpreter(reader: FieldReader, { interpreterNamed }: Importing): string | null {
  const text = reader.text('interpreter');
  if (text === '') return null;
  const found = interpreterNamed(text);
  if (found === null) {
    reader.keep('interpreter', text, `There is no interpreter "${text}" here; that of the level above reads.`);
    return null;
  }
  if (found.name !== text) reader.extras['interpreter'] = text;
  return found.id;
}
