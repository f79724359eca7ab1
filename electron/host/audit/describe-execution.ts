import type { AuditEntry } from '../../../shared/bridge/contract/audit-contract.ts';
import type { Json, JsonObject } from '../../../shared/base/json.ts';
import type { ActionRun, EffectResult } from '../../../shared/engine/effect.ts';
import { maskNamed } from '../../../shared/engine/mask.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import type { AuditDraft } from './audit-log.ts';

/** Who asked, and under which circumstances. */
export type Asked = Pick<AuditEntry, 'at' | 'askedBy' | 'world' | 'environment'> & {
  /** For an action run by itself in no talk: null. */
  readonly conversation: string | null;
};

/** One execution as it is kept. What nobody may read of it is masked here, before it goes anywhere. */
export function describeExecution(
  { conversation, ...asked }: Asked,
  effect: ActionRun,
  setting: EffectSetting | null,
  result: EffectResult,
): AuditDraft {
  const { outcome, failure, detail, origin, status, duration, attempts, cached, request } = result;
  return {
    ...asked,
    conversation: setting?.talk?.session ?? conversation,
    scenario: setting?.scenario ?? '',
    action: setting?.action.name ?? effect.action,
    actionId: effect.action,
    kind: setting?.action.kind ?? '',
    arguments: shown(effect.arguments, setting?.sensitiveInputs ?? []),
    outputs: shown(result.outputs, setting?.sensitiveOutputs ?? []),
    outcome,
    failure,
    detail: detail.slice(0, longest),
    origin,
    status,
    duration,
    attempts,
    cached: cached ?? false,
    request: request === null ? '' : `${request.method} ${request.url}`.slice(0, longest),
  };
}

/** A log is read, not replayed: what is longer than anybody reads is cut. */
const longest = 2_000;

function shown(values: JsonObject, sensitive: readonly string[]): Record<string, Json> {
  const masked = maskNamed(values, (name) => sensitive.includes(name));
  return Object.fromEntries(Object.entries(masked).map(([name, value]) => [name, cut(value)]));
}

function cut(value: Json): Json {
  const text = JSON.stringify(value);
  if (text.length <= longest) return value;
  return `${(typeof value === 'string' ? value : text).slice(0, longest)}…`;
}
