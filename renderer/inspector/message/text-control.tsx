import { patternProblem } from '../../../shared/conditions/matches-pattern.ts';
import type { TextBinding } from '../edit.ts';
import { TextField } from '../fields/text-field.tsx';
import { ReferenceField } from '../references/reference-field.tsx';
import type { AnyField, TextLook } from './field-spec.ts';
import { attributeList } from './known-attributes.tsx';
import { useKnownIntentIds } from './known-intent-ids.ts';

type TextControlProps = { readonly field: AnyField & TextLook; readonly binding: TextBinding };

/** A field for a text, by what the text is for. */
export function TextControl({ field, binding }: TextControlProps) {
  const intentIds = useKnownIntentIds();
  const { control, label, meaning, placeholder, lines = false, isLabelHidden = false, icon, mono = false } = field;
  const shared = {
    label,
    meaning,
    isLabelHidden,
    ...binding,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(icon === undefined ? {} : { icon }),
  };
  switch (control) {
    case 'words':
      return <ReferenceField form="template" lines={lines} mono={mono} {...shared} />;
    case 'reference':
      return <ReferenceField form="reference" {...shared} />;
    case 'callback':
      return <ReferenceField form="template" mono known={intentIds} {...shared} />;
    case 'attribute':
      return <TextField mono list={attributeList} {...shared} />;
    case 'pattern':
      return <TextField mono {...shared} troubles={[...binding.troubles, ...patternTroubles(binding.text)]} />;
    default:
      return <TextField mono={mono} lines={lines} {...shared} />;
  }
}

/** What is wrong with a pattern, as it is being written. */
function patternTroubles(pattern: string): TextBinding['troubles'] {
  const sentence = pattern === '' ? null : patternProblem(pattern);
  return sentence === null ? [] : [{ severity: 'error', sentence }];
}
