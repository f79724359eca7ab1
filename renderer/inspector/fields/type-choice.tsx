import { attributeTypes, type AttributeType } from '../../../shared/model/attribute-type.ts';
import { ChoiceControl, ChoiceField } from './choice-field.tsx';

const choices = attributeTypes.map((value) => ({ value, label: value }));

/** The type of a value, for a place that labels it by itself. */
export const TypeChoice = (props: {
  readonly label: string;
  readonly value: AttributeType;
  readonly onChoose: (type: AttributeType) => void;
}) => (
  <ChoiceControl
    control={{ 'aria-label': props.label }}
    value={props.value}
    choices={choices}
    onChoose={props.onChoose}
  />
);

/** The same as a field of a form. */
export const TypeField = (props: {
  readonly meaning: string;
  readonly value: AttributeType;
  readonly onChoose: (type: AttributeType) => void;
}) => (
  <ChoiceField label="Type" meaning={props.meaning} value={props.value} choices={choices} onChoose={props.onChoose} />
);
