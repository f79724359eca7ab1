import { actionReferences } from '../actions/action-arguments.ts';
import type { Json } from '../base/json.ts';
import type { ActionRun, InterpretRun } from '../engine/effect.ts';
import { readContext } from '../engine/read-context.ts';
import type { SessionState } from '../engine/session-state.ts';
import { linesOf } from '../engine/talk-history.ts';
import { integrationOf, type ActionRecord } from '../model/action-record.ts';
import type { IntegrationRecord } from '../model/integration-record.ts';
import type { MockRecord } from '../model/mock-record.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import { defaultContext } from '../model/built-in-contexts.ts';
import { childIds, type Document } from '../model/document.ts';
import type { ActionUse } from '../model/intent-record.ts';
import { isAsked, type InterpreterRecord } from '../model/interpreter-record.ts';
import type { Program } from '../program/program.ts';
import { parseReference } from '../reference/parse-reference.ts';
import type { ReferenceTarget } from '../reference/reference.ts';

/** What an attribute held when the action was asked for, for `{references}` in its request. */
export type SettingValue = {
  readonly context: string;
  readonly attribute: string;
  readonly value: Json;
  readonly type: AttributeType;
  readonly sensitive: boolean;
};

/** All that a host needs of the scenario and the session to carry out one effect: it never has to read either. */
export type EffectSetting = {
  readonly action: ActionRecord;
  readonly integration: IntegrationRecord | null;
  readonly mocks: readonly MockRecord[];
  readonly values: readonly SettingValue[];
  /** Names of arguments and outputs that nobody may read in a trace. */
  readonly sensitiveInputs: readonly string[];
  readonly sensitiveOutputs: readonly string[];
  /** Null without a session. */
  readonly talk: TalkSoFar | null;
  /** The name of the scenario, for whoever writes down what was done for it. */
  readonly scenario?: string;
};

/** Who talks about what, for actions that give a talk to somebody else: a model, a person, a script. */
export type TalkSoFar = {
  readonly session: string;
  /** What was said last. */
  readonly utterance: string;
  /** Oldest first, as many as the session remembers. */
  readonly lines: readonly { readonly speaker: 'USER' | 'APP'; readonly text: string }[];
  readonly language: string;
};

/** Null for an action that is not there. Without a session, references in a request are empty. */
export function effectSetting(
  program: Program,
  effect: Pick<ActionRun, 'action' | 'use' | 'hidden'>,
  session: { readonly state: SessionState; readonly at: number } | null,
): EffectSetting | null {
  const { document } = program;
  const action = document.tables.actions.get(effect.action);
  if (action === undefined) return null;
  const integration = integrationOf(action);
  const mocks = childIds(document, action.id).map((id) => document.tables.mocks.get(id));
  return {
    action,
    integration: integration === null ? null : (document.tables.integrations.get(integration) ?? null),
    mocks: mocks.filter((mock) => mock !== undefined),
    values: session === null ? [] : valuesFor(program, action, session.state, session.at),
    talk: session === null ? null : talkOf(program, session.state),
    scenario: document.scenario.name,
    ...sensitiveParts(program, action, effect),
  };
}

function talkOf({ document }: Program, { session, history, contexts }: SessionState): TalkSoFar {
  const lines = linesOf(history).map(
    ({ participant, text }) => ({ speaker: participant === 'user' ? 'USER' : 'APP', text }) as const,
  );
  const language = contexts['session']?.['language'];
  return {
    session,
    utterance: lines.findLast(({ speaker }) => speaker === 'USER')?.text ?? '',
    lines,
    language: typeof language === 'string' ? language : (document.scenario.languages?.base ?? ''),
  };
}

/** The same for an interpreter: who it is, and how it is reached. */
export type InterpretSetting = {
  readonly interpreter: InterpreterRecord;
  readonly integration: IntegrationRecord | null;
};

/** Null for an interpreter that is not there. */
export function interpretSetting(
  { document }: Program,
  { interpreter }: Pick<InterpretRun, 'interpreter'>,
): InterpretSetting | null {
  const record = document.tables.interpreters.get(interpreter);
  if (record === undefined) return null;
  const integration = isAsked(record) ? record.integration : null;
  return {
    interpreter: record,
    integration: integration === null ? null : (document.tables.integrations.get(integration) ?? null),
  };
}

function valuesFor(program: Program, action: ActionRecord, state: SessionState, at: number): SettingValue[] {
  const targets = actionReferences(action).flatMap((reference): ReferenceTarget[] => [
    reference,
    ...reference.filters.flatMap(({ args }) => args.flatMap((arg) => (arg.kind === 'reference' ? [arg.target] : []))),
  ]);
  const { contexts, current, position, completed, history } = state;
  // While an action runs, the talk is about the intent whose action it is.
  const id = current?.cursor.at === 'actions' ? current.cursor.intent : position.intent;
  const intent = id === null ? null : (program.intents.get(id) ?? null);
  const session = { program, at, before: state, contexts, current, position, completed, history, interpreted: null };
  return targets
    .filter(({ context }) => context !== 'secret')
    .map(({ context, attribute }) => ({
      context: context ?? defaultContext,
      attribute,
      value: readContext({ ...session, handling: intent, message: null }, context ?? defaultContext, attribute),
      type: program.attributeTypes.get(attribute) ?? 'string',
      sensitive: program.sensitive.has(attribute),
    }));
}

/** Sensitive by its own mark, or because the attribute it is read from or written to is. */
function sensitiveParts(
  program: Program,
  action: ActionRecord,
  { use: useId, hidden = [] }: Pick<ActionRun, 'use' | 'hidden'>,
): Pick<EffectSetting, 'sensitiveInputs' | 'sensitiveOutputs'> {
  const isSensitive = (reference: string): boolean => {
    const parsed = parseReference(reference);
    return parsed.ok && program.sensitive.has(parsed.value.attribute);
  };
  const use = useId === null ? null : findUse(program.document, useId);
  const inputs = new Set([...hidden, ...action.inputs.filter((input) => input.sensitive).map((input) => input.name)]);
  for (const [name, operand] of Object.entries(use?.inputs ?? {}))
    if (program.sensitive.has(name) || (operand.kind === 'reference' && isSensitive(operand.reference)))
      inputs.add(name);
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
