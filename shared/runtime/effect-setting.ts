import type { Effect } from '../engine/effect.ts';
import type { ActionRecord, IntegrationRecord, MockRecord } from '../model/action-record.ts';
import { childIds, type Document } from '../model/document.ts';
import type { ActionUse } from '../model/intent-record.ts';
import type { Program } from '../program/program.ts';
import { parseReference } from '../reference/parse-reference.ts';

/** All that a host needs of the scenario to carry out one effect: it never has to read the scenario itself. */
export type EffectSetting = {
  readonly action: ActionRecord;
  readonly integration: IntegrationRecord | null;
  readonly mocks: readonly MockRecord[];
  /** Names of arguments and outputs that nobody may read in a trace. */
  readonly sensitiveInputs: readonly string[];
  readonly sensitiveOutputs: readonly string[];
};

/** Null for an action that is not there. */
export function effectSetting(
  program: Pick<Program, 'document' | 'sensitive'>,
  effect: Pick<Effect, 'action' | 'use'>,
): EffectSetting | null {
  const { document } = program;
  const action = document.tables.actions.get(effect.action);
  if (action === undefined) return null;
  const integration = action.kind === 'api' ? action.request.integration : null;
  const mocks = childIds(document, action.id).map((id) => document.tables.mocks.get(id));
  return {
    action,
    integration: integration === null ? null : (document.tables.integrations.get(integration) ?? null),
    mocks: mocks.filter((mock) => mock !== undefined),
    ...sensitiveParts(program, action, effect.use),
  };
}

/** Sensitive by its own mark, or because the attribute it is read from or written to is. */
function sensitiveParts(
  program: Pick<Program, 'document' | 'sensitive'>,
  action: ActionRecord,
  useId: string | null,
): Pick<EffectSetting, 'sensitiveInputs' | 'sensitiveOutputs'> {
  const isSensitive = (reference: string): boolean => {
    const parsed = parseReference(reference);
    return parsed.ok && program.sensitive.has(parsed.value.attribute);
  };
  const use = useId === null ? null : findUse(program.document, useId);
  const inputs = new Set(action.inputs.filter((input) => input.sensitive).map((input) => input.name));
  for (const [name, operand] of Object.entries(use?.inputs ?? {}))
    if (program.sensitive.has(name) || (operand.kind === 'reference' && isSensitive(operand.reference))) inputs.add(name);
  const outputs = action.outputs.filter(
    ({ name, sensitive }) => sensitive || program.sensitive.has(name) || isSensitive(use?.outputs[name] ?? name),
  );
  return { sensitiveInputs: [...inputs], sensitiveOutputs: outputs.map((output) => output.name) };
}

function findUse(document: Document, useId: string): ActionUse | null {
  const home = document.homes.get(useId);
  if (home?.table !== 'intents') return null;
  return document.tables.intents.get(home.record)?.actions.find((use) => use.id === useId) ?? null;
}
