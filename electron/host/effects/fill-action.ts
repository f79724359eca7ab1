import { actionArguments } from '../../../shared/actions/action-arguments.ts';
import { parseRequestText } from '../../../shared/actions/parse-request-text.ts';
import { RequestFiller, type RequestFailure } from '../../../shared/actions/request-filler.ts';
import type { JsonObject } from '../../../shared/base/json.ts';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { ActionRecord } from '../../../shared/model/action-record.ts';
import { mapActionTexts } from '../../../shared/model/action-texts.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import { scopeOf } from './build-outgoing.ts';

const same = (text: string): string => text;

/** The action with its texts as they are meant for this call. Parameters of a query stay: they are bound, not pasted. */
export function fillAction<Action extends ActionRecord>(
  action: Action,
  { values }: Pick<EffectSetting, 'values'>,
  args: JsonObject,
  now: number,
): Result<Action, RequestFailure> {
  const filler = new RequestFiller(action.inputs, args, scopeOf(values, now));
  for (const { name, required } of actionArguments(action))
    if (required && (!Object.hasOwn(args, name) || args[name] === null)) filler.miss(name);
  const filled = mapActionTexts(action, (text, role) =>
    role === 'parameters' ? text : filler.fill(parseRequestText(text).parts, same, same),
  );
  return filler.failure === null ? succeed(filled as Action) : fail(filler.failure);
}
