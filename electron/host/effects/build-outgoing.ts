import { buildRequest, type HttpRequest, type RequestFailure } from '../../../shared/actions/build-request.ts';
import type { Json, JsonObject } from '../../../shared/base/json.ts';
import { succeed, type Result } from '../../../shared/base/result.ts';
import type { ApiActionRecord } from '../../../shared/model/action-record.ts';
import type { ValueScope } from '../../../shared/reference/read-reference.ts';
import type { EffectSetting, SettingValue } from '../../../shared/runtime/effect-setting.ts';

/** The setting of an action that calls somebody. */
export type ApiSetting = EffectSetting & { readonly action: ApiActionRecord };

/** A request as it is sent (but for its secret), and as it may be shown: built twice, so that nothing has to be found and cut out. */
export type OutgoingPair = {
  readonly request: HttpRequest;
  readonly shown: HttpRequest;
  /** What the shown one leaves out, to catch its echo in an answer. */
  readonly hidden: readonly Json[];
};

/** Stands for a value nobody may see while a request is built: no place of a request encodes it. */
export const hiddenToken = '__hidden__';

export function buildOutgoing(
  setting: ApiSetting,
  args: JsonObject,
  now: number,
): Result<OutgoingPair, RequestFailure> {
  const { action, integration, values, sensitiveInputs } = setting;
  const built = buildRequest(action, integration, args, scopeOf(values, now));
  if (!built.ok) return built;
  const hidden = [
    ...sensitiveInputs.map((name) => args[name] ?? null),
    ...values.filter((each) => each.sensitive).map(({ value }) => value),
  ];
  if (hidden.length === 0) return succeed({ request: built.value, shown: built.value, hidden });
  const shown = buildRequest(
    {
      ...action,
      inputs: action.inputs.map((input) => (isHidden(setting, input.name) ? { ...input, type: 'string' } : input)),
    },
    integration,
    Object.fromEntries(
      Object.entries(args).map(([name, value]) => [name, isHidden(setting, name) ? hiddenToken : value]),
    ),
    scopeOf(
      values.map((each) => (each.sensitive ? { ...each, value: hiddenToken } : each)),
      now,
    ),
  );
  // A filter may choke on the token; then less is shown rather than more.
  const covered = {
    ...built.value,
    url: hiddenToken,
    headers: [],
    body: built.value.body === null ? null : hiddenToken,
  };
  return succeed({ request: built.value, shown: shown.ok ? shown.value : covered, hidden });
}

const isHidden = (setting: EffectSetting, name: string): boolean => setting.sensitiveInputs.includes(name);

export const scopeOf = (values: readonly SettingValue[], now: number): ValueScope => {
  const find = (context: string, attribute: string): SettingValue | undefined =>
    values.find((each) => each.context === context && each.attribute === attribute);
  return {
    read: (context, attribute) => find(context, attribute)?.value ?? null,
    typeOf: (attribute) => values.find((each) => each.attribute === attribute)?.type ?? 'string',
    now,
  };
};
