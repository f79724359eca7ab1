import { attributeTypes, type AttributeType } from '../../../shared/model/attribute-type.ts';
import { ChoiceField } from './choice-field.tsx';

const choices = attributeTypes.map((value) => ({ value, label: value }));

type TypeFieldProps = {
  readonly meaning: string;
  readonly value: AttributeType;
  readonly onChoose: (type: AttributeType) => void;
};

/** The type of a value. */
export const TypeField = ({ meaning, value, onChoose }: TypeFieldProps) => (
  <ChoiceField label="Type" meaning={meaning} value={value} choices={choices} onChoose={onChoose} />
);
