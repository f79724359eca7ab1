import type { NodeProps } from 'reactflow';
import { memo } from 'react';
import type { FlowNode } from '../flow-node.ts';
import { EditableText } from './editable-text.tsx';
import './note-node.css';

type Props = NodeProps<Extract<FlowNode, { type: 'note' }>>;

/** A remark for the team. */
export const NoteNode = memo(function NoteNode({ id, data: { box } }: Props) {
  return (
    <div className="note">
      <EditableText id={id} text={box.record.text} placeholder="Write a note" className="note-text" />
    </div>
  );
});
