import type { ActionRecord } from '../model/action-record.ts';
import type { AttributeType } from '../model/attribute-type.ts';

/** What a caller gives to an action: declared as an input, or found as `$name` in the request. */
export type ActionArgument = {
  readonly name: string;
  readonly type: AttributeType;
  readonly required: boolean;
  readonly sensitive: boolean;
  /** false: only the request mentions it, so it is a required text. */
  readonly declared: boolean;
};

export function actionArguments(action: ActionRecord): readonly ActionArgument[] {
  return action.inputs.map(({ name, type, required, sensitive }) => ({ name, type, required, sensitive, declared: true }));
}
