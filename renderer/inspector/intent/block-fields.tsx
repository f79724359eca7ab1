import type { Json } from '../../../shared/base/json.ts';
import type { MessageBlock } from '../../../shared/model/intent-record.ts';
import type { Refusal } from '../edit.ts';
import { JsonField } from '../fields/json-field.tsx';
import type { Trouble } from '../problems-by-ref.ts';
import { ReferenceField } from '../references/reference-field.tsx';
import { ButtonsEditor } from './buttons-editor.tsx';

type BlockFieldsProps = {
  readonly block: MessageBlock;
  readonly place: string;
  readonly troubles: readonly Trouble[];
  readonly onBlock: (block: MessageBlock, burst: string | null) => Refusal;
};

/** What one piece of a message holds. */
export function BlockFields({ block, place, troubles, onBlock }: BlockFieldsProps) {
  const text = { form: 'template', isLabelHidden: true, lines: true, place: `${place}.text`, troubles } as const;
  switch (block.kind) {
    case 'text':
      return (
        <ReferenceField
          {...text}
          label="Text"
          meaning="What is said; {user.name} is filled in"
          placeholder="What the app says"
          text={block.text}
          write={(typed) => onBlock({ ...block, text: typed }, 'text')}
        />
      );
    case 'button':
      return (
        <>
          <ReferenceField
            {...text}
            label="Text above the buttons"
            meaning="May be left out"
            placeholder="Text above the buttons, if any"
            text={block.text}
            write={(typed) => onBlock({ ...block, text: typed }, 'text')}
          />
          <ButtonsEditor
            buttons={block.buttons}
            place={`${place}.buttons`}
            onButtons={(buttons, burst) => onBlock({ ...block, buttons }, burst)}
          />
        </>
      );
    default:
      return <OtherBlock block={block} place={place} onBlock={onBlock} />;
  }
}

/** A kind of block without fields of its own yet: everything about it, as it stands in the file. */
function OtherBlock({ block, place, onBlock }: Omit<BlockFieldsProps, 'troubles'>) {
  const { kind, ...rest } = block;
  const write = (value: Json): Refusal =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? 'Expected an object: { … }'
      : onBlock({ ...value, kind } as unknown as MessageBlock, 'whole');
  return (
    <JsonField
      label={`Block: ${kind}`}
      meaning="As it stands in the file"
      value={rest as Json}
      place={place}
      onValue={write}
    />
  );
}
