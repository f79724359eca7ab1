import { RowEnd } from '../fields/field-row.tsx';
import { operandCount } from '../../../shared/conditions/operation-operands.ts';
import { patternProblem } from '../../../shared/conditions/evaluate-operation.ts';
import { operationWords } from '../../../shared/explain/condition-words.ts';
import { operations, type ConditionTest, type Operation } from '../../../shared/model/condition.ts';
import type { Operand } from '../../../shared/model/operand.ts';
import { ChoiceControl } from '../fields/choice-field.tsx';
import type { Refusal } from '../edit.ts';
import { useKnownNames } from '../references/known-names.ts';
import { comparedWith, operandType } from './operand-type.ts';
import { OperandField } from './operand-field.tsx';
import { Verdict } from './verdict.tsx';

type ConditionRowProps = {
  readonly test: ConditionTest;
  readonly name: string;
  readonly place: string;
  readonly onChange: (test: ConditionTest, burst: string | null) => Refusal;
  readonly onRemove: () => void;
};

const choices = operations.map((value) => ({ value, label: operationWords[value] }));
const nothing: Operand = { kind: 'value', value: '' };

/** One comparison: what is looked at, how, and with what. */
export function ConditionRow({ test, name, place, onChange, onRemove }: ConditionRowProps) {
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
  const pattern =
    operation === 'matches' && right?.kind === 'value' && typeof right.value === 'string' ? right.value : null;
  const wrong = pattern === null ? null : patternProblem(pattern);
  return (
    <div className="condition" role="group" aria-label={name}>
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
          choices={choices}
          onChoose={(chosen) => onChange(withOperation(test, chosen), null)}
        />
        {sides > 0 && (
          <OperandField
            label="Compared with"
            meaning="A value, or another attribute"
            operand={right ?? nothing}
            type={type}
            troubles={wrong === null ? [] : [{ severity: 'error', sentence: wrong }]}
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
            {...side('upper')}
          />
        </div>
      )}
      <Verdict of="condition" conditions={[test]} />
    </div>
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
