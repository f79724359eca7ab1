import type { AttributeType } from '../../shared/model/attribute-type.ts';

/** Kinds of values that share a colour. The name of the type is always written beside it. */
export type TypeHue = 'text' | 'number' | 'truth' | 'time' | 'many';

export function typeHue(type: AttributeType): TypeHue {
  switch (type) {
    case 'string':
    case 'utterance':
      return 'text';
    case 'int':
    case 'float':
      return 'number';
    case 'boolean':
      return 'truth';
    case 'timestamp':
      return 'time';
    default:
      return 'many';
  }
}
