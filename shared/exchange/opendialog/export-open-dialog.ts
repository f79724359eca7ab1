import type { JsonObject } from '../../base/json.ts';
import { childIds, type Document } from '../../model/document.ts';
import { freeNumbered } from '../../model/ids.ts';
import { intentsOf } from '../../model/selectors/intents-of.ts';
import { pathOf } from '../../model/selectors/path-of.ts';
import { hasOnlyCoreTypes } from './attribute-types.ts';
import { exportConditions } from './export-conditions.ts';
import { exportConfigurations } from './export-configurations.ts';
import { exportIntent } from './export-intent.ts';
import { exportLevel, interpreterOf, levelKeys, unknownKeys, type Exporting } from './export-level.ts';
import { ExportReport, type ExportFinding } from './export-report.ts';
import { keptBy } from './field-reader.ts';
import { pathPrefix } from './plan-ids.ts';

export type ExportedScenario = {
  readonly scenario: JsonObject;
  /** What the format has no words for. */
  readonly findings: readonly ExportFinding[];
};

/**
 * The scenario as OpenDialog 1.x writes it. What an import kept goes back where it was; secrets, status and times are
 * never written. Imported again, it gives the same document as long as nothing is among the findings.
 */
export function exportOpenDialog(document: Document): ExportedScenario {
  const report = new ExportReport();
  const exporting = exportingFrom(document, report);
  const { scenario } = document;
  const kept = keptBy(scenario);
  tellLeftOut(document, report);
  return {
    scenario: {
      od_id: exporting.odIdOf(scenario.id),
      name: scenario.name,
      description: scenario.description,
      interpreter: interpreterOf(scenario, exporting),
      behaviors: kept['behaviors'] ?? [],
      conditions: exportConditions(scenario, exporting.pathOf, report),
      conversations: childIds(document, scenario.id).flatMap((id) => exportConversation(document, id, exporting)),
      configurations: exportConfigurations(document, exporting.odIdOf(scenario.id), report),
      ...unknownKeys(kept, [...levelKeys, 'configurations']),
    },
    findings: report.findings,
  };
}

/** As it is written to a file. */
export const printOpenDialog = ({ scenario }: ExportedScenario): string => `${JSON.stringify(scenario, null, 4)}\n`;

function exportConversation(document: Document, id: string, exporting: Exporting): JsonObject[] {
  const record = document.tables.conversations.get(id);
  if (record === undefined) return [];
  const scenes = childIds(document, id).flatMap((scene) => exportScene(document, scene, exporting));
  return [{ ...exportLevel(record, exporting), scenes, ...unknownKeys(keptBy(record), levelKeys) }];
}

function exportScene(document: Document, id: string, exporting: Exporting): JsonObject[] {
  const record = document.tables.scenes.get(id);
  if (record === undefined) return [];
  const turns = childIds(document, id).flatMap((turn) => exportTurn(document, turn, exporting));
  return [{ ...exportLevel(record, exporting), turns, ...unknownKeys(keptBy(record), levelKeys) }];
}

function exportTurn(document: Document, id: string, exporting: Exporting): JsonObject[] {
  const record = document.tables.turns.get(id);
  if (record === undefined) return [];
  const intents = (bucket: 'request' | 'response'): JsonObject[] =>
    intentsOf(document, id, bucket).map((intent) => exportIntent(intent, exporting));
  return [
    {
      ...exportLevel(record, exporting),
      valid_origins: record.validOrigins.map((origin) =>
        document.tables.turns.has(origin) ? exporting.odIdOf(origin) : origin,
      ),
      request_intents: intents('request'),
      response_intents: intents('response'),
      ...unknownKeys(keptBy(record), levelKeys),
    },
  ];
}

function exportingFrom(document: Document, report: ExportReport): Exporting {
  const { tables } = document;
  const odIds = odIdsOf(document);
  const odIdOf = (id: string): string => odIds.get(id) ?? id;
  const positions = positionPaths(document, odIdOf);
  const interpreterNamed = (text: string): string | null =>
    tables.interpreters.find(({ name }) => name === text)?.id ??
    tables.interpreters.find((record) => keptBy(record)['component_id'] === text)?.id ??
    null;
  return {
    report,
    odIdOf,
    pathOf: (id) => positions.get(id),
    levelsTo: (id) => {
      const { homes } = document;
      const table = homes.get(id)?.table;
      return table === 'conversations' || table === 'scenes' || table === 'turns' ? pathOf(document, id).slice(1) : [];
    },
    interpreterName: (id) => tables.interpreters.get(id)?.name ?? null,
    interpreterNamed,
    actionName: (id) => tables.actions.get(id)?.name ?? id,
  };
}

/** What the other system calls a level: what it called it before, or its id here, once among its siblings. */
function odIdsOf(document: Document): ReadonlyMap<string, string> {
  const { tables, scenario } = document;
  const odIds = new Map<string, string>();
  const name = (
    parent: string,
    records: { get(id: string): { readonly id: string; readonly extras?: JsonObject | undefined } | undefined },
  ) => {
    const siblings = childIds(document, parent);
    const taken = new Set<string>();
    for (const id of siblings) {
      const kept = keptBy(records.get(id) ?? {})['od_id'];
      if (typeof kept !== 'string') continue;
      taken.add(kept);
      odIds.set(id, kept);
    }
    // What was made here keeps out of the way of what came from there.
    for (const id of siblings) {
      if (odIds.has(id)) continue;
      const own = freeNumbered(id, '-', (one) => taken.has(one));
      taken.add(own);
      odIds.set(id, own);
    }
    return siblings;
  };
  const own = keptBy(scenario)['od_id'];
  odIds.set(scenario.id, typeof own === 'string' ? own : scenario.id);
  for (const conversation of name(scenario.id, tables.conversations))
    for (const scene of name(conversation, tables.scenes)) name(scene, tables.turns);
  return odIds;
}

/** `$path:` references by the id of the record they lead to. */
function positionPaths(document: Document, odIdOf: (id: string) => string): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const top = `${pathPrefix}${odIdOf(document.scenario.id)}`;
  paths.set(document.scenario.id, top);
  const below = (id: string, path: string, depth: number): void => {
    for (const child of childIds(document, id)) {
      if (depth === 3) continue;
      const own = `${path}/${odIdOf(child)}`;
      paths.set(child, own);
      below(child, own, depth + 1);
    }
    if (depth !== 3) return;
    for (const bucket of ['request', 'response'] as const)
      intentsOf(document, id, bucket).forEach((intent, index) => {
        const own = `${path}/_${bucket}s/${index}`;
        paths.set(intent.id, own);
        intent.messages.forEach((message, place) => paths.set(message.id, `${own}/${place}`));
      });
  };
  below(document.scenario.id, top, 0);
  return paths;
}

const leftOut = {
  contexts: 'Contexts have no place in the file.',
  integrations: 'Integrations have no place in the file.',
  mocks: 'Mock answers have no place in the file.',
  tests: 'Conversation tests have no place in the file.',
  notes: 'Notes on the canvas have no place in the file.',
} as const;

/** Whole groups of records nobody else would miss one by one. */
function tellLeftOut(document: Document, report: ExportReport): void {
  const { scenario, tables } = document;
  if (!hasOnlyCoreTypes(document)) report.lost(scenario.id, 'Types of attributes are a file of their own.');
  for (const [table, sentence] of Object.entries(leftOut))
    if (tables[table as keyof typeof leftOut].size > 0) report.lost(scenario.id, sentence);
  if (scenario.sessionLifetime !== null) report.lost(scenario.id, 'How long a session lasts has no place in the file.');
  if (scenario.languages !== undefined) report.lost(scenario.id, 'Languages have no place in the file.');
}
