import { actionArguments } from '../../../shared/actions/action-arguments.ts';
import type { ActionRecord } from '../../../shared/model/action-record.ts';
import type { AttributeType } from '../../../shared/model/attribute-type.ts';
import type { IntentRecord, ActionUse } from '../../../shared/model/intent-record.ts';
import type { Pin } from '../wires/wire-end.ts';
import { metrics } from './metrics.ts';
import {
  assignmentSlots,
  defaultSlot,
  operandSlot,
  slotLabel,
  toSlot,
  typeOfSlot,
  type AttributeTypes,
  type Slot,
} from './slot.ts';

/** An argument or a result of an action, with where it is wired to. */
export type ActionRow = {
  readonly name: string;
  readonly label: string;
  readonly type: AttributeType;
  readonly pin: Pin;
  readonly slot: Slot | null;
  /** `fixed`: written down, not read from a context. `default`: a result nobody sent anywhere. */
  readonly state: 'wired' | 'fixed' | 'default' | 'open';
  readonly required: boolean;
};

/** An action as it is drawn: on an intent (`use`), or still on its own. */
export type ActionBox = {
  readonly kind: 'action';
  /** The id of the use, or of the view that shows it. */
  readonly id: string;
  /** Null when the scenario has no such action. */
  readonly action: ActionRecord | null;
  readonly use: ActionUse | null;
  readonly intent: IntentRecord | null;
  readonly width: number;
  readonly height: number;
  readonly inputs: readonly ActionRow[];
  readonly outputs: readonly ActionRow[];
  readonly pins: readonly Pin[];
};

const size = metrics.action;
/** Declared, or found as `$name` in the request: both can be wired. */
const argumentsOf = (action: ActionRecord | null) => (action === null ? [] : actionArguments(action));

const rowMiddle = (index: number): number => size.header + index * size.row + size.row / 2;

export function measureUse(
  use: ActionUse,
  intent: IntentRecord,
  action: ActionRecord | null,
  types: AttributeTypes,
): ActionBox {
  const inputs = argumentsOf(action).map((input, index): ActionRow => {
    const operand = use.inputs[input.name];
    const slot = operandSlot(operand);
    return {
      name: input.name,
      label: input.name,
      type: input.type,
      pin: {
        id: `in:${input.name}`,
        side: 'left',
        x: 0,
        y: rowMiddle(index),
        end: { kind: 'input', use: use.id, name: input.name },
      },
      slot,
      state: operand === undefined ? 'open' : slot === null ? 'fixed' : 'wired',
      required: input.required,
    };
  });
  const results = (action?.outputs ?? []).map((output, index): ActionRow => {
    const reference = use.outputs[output.name];
    return {
      name: output.name,
      label: output.name,
      type: output.type,
      pin: {
        id: `out:${output.name}`,
        side: 'right',
        x: size.width,
        y: rowMiddle(index),
        end: { kind: 'output', use: use.id, name: output.name },
      },
      slot: reference === undefined ? defaultSlot(output.name) : toSlot(reference),
      state: reference === undefined ? 'default' : 'wired',
      required: false,
    };
  });
  return actionBox(use.id, action, use, intent, inputs, [...results, ...assignmentRows(action, results.length, types)]);
}

/** An action no intent uses yet: its pins show what it needs, and cannot be wired before it is attached. */
export function measureActionView(view: string, action: ActionRecord | null, types: AttributeTypes): ActionBox {
  const row =
    (side: 'left' | 'right') =>
    (one: { name: string; type: AttributeType }, index: number): ActionRow => ({
      name: one.name,
      label: one.name,
      type: one.type,
      pin: { id: `${side}:${one.name}`, side, x: side === 'left' ? 0 : size.width, y: rowMiddle(index), end: null },
      slot: null,
      state: 'open',
      required: false,
    });
  const outputs = (action?.outputs ?? []).map(row('right'));
  const inputs = argumentsOf(action).map(row('left'));
  return actionBox(view, action, null, null, inputs, [...outputs, ...assignmentRows(action, outputs.length, types)]);
}

/** What a set-attributes action writes: shown like results, and told by the action itself. */
const assignmentRows = (action: ActionRecord | null, after: number, types: AttributeTypes): ActionRow[] =>
  (action === null ? [] : assignmentSlots(action)).map((slot, index) => ({
    name: slot.attribute,
    label: slotLabel(slot),
    type: typeOfSlot(types, slot),
    pin: { id: `set:${index}`, side: 'right', x: size.width, y: rowMiddle(after + index), end: null },
    slot,
    state: 'wired',
    required: false,
  }));

function actionBox(
  id: string,
  action: ActionRecord | null,
  use: ActionUse | null,
  intent: IntentRecord | null,
  inputs: readonly ActionRow[],
  outputs: readonly ActionRow[],
): ActionBox {
  const rows = Math.max(inputs.length, outputs.length);
  return {
    kind: 'action',
    id,
    action,
    use,
    intent,
    width: size.width,
    height: size.header + rows * size.row + (rows > 0 ? size.paddingY : 0),
    inputs,
    outputs,
    pins: [...inputs, ...outputs].map(({ pin }) => pin),
  };
}
