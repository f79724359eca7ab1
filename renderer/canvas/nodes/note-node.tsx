import type { NodeProps } from 'reactflow';
import { memo, type CSSProperties } from 'react';
import { formOf } from '../../../shared/model/design-records.ts';
import { useCanvas } from '../canvas-store.ts';
import type { FlowNode } from '../flow-node.ts';
import { EditableText } from './editable-text.tsx';
import { NoteMarkdown } from './note-markdown.ts';
import { NotePicture } from './note-picture.tsx';
import './note-node.css';

type Props = NodeProps<Extract<FlowNode, { type: 'note' }>>;

const placeholders = {
  note: 'Write a note',
  area: 'Name this area',
  label: 'Write a label',
  picture: 'Say what is to be seen',
} as const;

/** A remark for the team: a sheet of paper, an area behind other things, large words, or a picture. */
export const NoteNode = memo(function NoteNode({ id, data: { box } }: Props) {
  const { record } = box;
  const form = formOf(record);
  const resized = useCanvas((state) => (state.resized?.id === id ? state.resized.rect : null));
  const { x, y, width, height } = resized ?? record;
  const style = {
    ...(resized === null ? {} : { left: x - record.x, top: y - record.y, width, height }),
    // Large words fill their box, so that whoever wants them larger makes it larger.
    ...(form === 'label' ? { '--label-size': `${Math.max(12, Math.round(height * 0.6))}px` } : {}),
  } as CSSProperties;
  const text = { id, text: record.text, placeholder: placeholders[form] };
  return (
    <div className="note" data-form={form} data-colour={record.colour} style={style}>
      {form === 'note' && (
        <EditableText {...text} className="note-text" shown={record.text === '' ? null : <NoteMarkdown {...text} />} />
      )}
      {form === 'area' && (
        <header className="note-title">
          <EditableText {...text} className="note-text" />
        </header>
      )}
      {form === 'label' && <EditableText {...text} className="note-text" />}
      {form === 'picture' && (
        <NotePicture note={record}>
          <EditableText {...text} className="note-text" />
        </NotePicture>
      )}
    </div>
  );
});
