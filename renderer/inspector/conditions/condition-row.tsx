import { RowEnd } from '../fields/field-row.tsx';
import { operandCount } from '../../../shared/conditions/operation-operands.ts';
import type { ConditionTest, Operation } from '../../../shared/model/condition.ts';
import type { Operand } from '../../../shared/model/operand.ts';
import { ChoiceControl } from '../fields/choice-field.tsx';
import type { Refusal } from '../edit.ts';
import { useKnownNames } from '../references/known-names.ts';
import { ConditionBox } from './condition-box.tsx';
import type { ConditionPath } from './condition-tree.ts';
import { offeredOperations } from './fitting-operations.ts';
import { comparedWith, lookedAtType, operandType } from './operand-type.ts';
import { OperandField } from './operand-field.tsx';
import { valueTroubles } from './value-troubles.ts';
import { Verdict } from './verdict.tsx';

type ConditionRowProps = {
  readonly test: ConditionTest;
  readonly name: string;
  readonly place: string;
  readonly path: ConditionPath;
  readonly onChange: (test: ConditionTest, burst: string | null) => Refusal;
  readonly onRemove: () => void;
};

const placeholders: { readonly [Name in Operation]?: string } = {
  in_set: 'red, green, blue',
  not_in_set: 'red, green, blue',
  matches: '^[A-Z]-\\d{4}$',
  time_passed_equals: 'seconds',
  time_passed_greater_than: 'seconds',
  time_passed_less_than: 'seconds',
};
const placeholderOf = (operation: Operation) => {
  const placeholder = placeholders[operation];
  return placeholder === undefined ? {} : { placeholder };
};
const nothing: Operand = { kind: 'value', value: '' };

/** One comparison: what is looked at, how, and with what. */
export function ConditionRow({ test, name, place, path, onChange, onRemove }: ConditionRowProps) {
  const names = useKnownNames();
  const { operation, left, right, upper } = test;
  const leftType = operandType(left.kind === 'reference' ? left : right, names);
  const type = comparedWith(operation, leftType);
  const sides = operandCount[operation];
  const side = (key: 'left' | 'right' | 'upper') => ({
    place: `${place}.${key}`,
    isLabelHidden: true,
    onOperand: (operand: Operand, burst: string | null): Refusal =>
      onChange({ ...test, [key]: operand }, burst === null ? null : `${key}.${burst}`),
  });
  const troubles = valueTroubles(test);
  return (
    <ConditionBox of="condition" name={name} path={path}>
      <div className="condition-line">
        <OperandField
          label="Looks at"
          meaning="An attribute, or a value"
          operand={left}
          type={leftType}
          {...side('left')}
        />
        <RowEnd label={`Remove ${name.toLowerCase()}`} onPress={onRemove} />
      </div>
      <div className="condition-line" data-sides={sides}>
        <ChoiceControl
          control={{ 'aria-label': 'Operation' }}
          value={operation}
          choices={offeredOperations(lookedAtType(test, names), operation)}
          onChoose={(chosen) => onChange(withOperation(test, chosen), null)}
        />
        {sides > 0 && (
          <OperandField
            label="Compared with"
            meaning="A value, or another attribute"
            operand={right ?? nothing}
            type={type}
            {...placeholderOf(operation)}
            troubles={troubles.right}
            {...side('right')}
          />
        )}
      </div>
      {sides > 1 && (
        <div className="condition-line" data-sides={1}>
          <span className="condition-and">and</span>
          <OperandField
            label="Up to"
            meaning="The other end"
            operand={upper ?? nothing}
            type={type}
            troubles={troubles.upper}
            {...side('upper')}
          />
        </div>
      )}
      <Verdict of="condition" conditions={[test]} />
    </ConditionBox>
  );
}

/** An operation with fewer sides lets go of those it has no use for. */
function withOperation({ right, upper, ...rest }: ConditionTest, operation: Operation): ConditionTest {
  const sides = operandCount[operation];
  return {
    ...rest,
    operation,
    ...(sides > 0 ? { right: right ?? nothing } : {}),
    ...(sides > 1 ? { upper: upper ?? nothing } : {}),
  };
}
