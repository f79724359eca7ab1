import type { NodeProps } from 'reactflow';
import { memo } from 'react';
import { RecordIcon } from '../../app/record-icon.tsx';
import { useCanvas } from '../canvas-store.ts';
import { isFrame, type FrameBox } from '../layout/frame-box.ts';
import type { FlowNode } from '../flow-node.ts';
import { useDetail } from '../use-detail.ts';
import { useLight } from '../use-light.ts';
import { Badges, ProblemDot } from './badges.tsx';
import { EditableText } from './editable-text.tsx';
import { FoldButton } from './fold-button.tsx';
import './frame-node.css';

type Props = NodeProps<Extract<FlowNode, { type: FrameBox['kind'] }>>;

const emptyWords = {
  conversation: 'Drop a scene or an intent here',
  scene: 'Drop a turn or an intent here',
  turn: 'Drop an intent here: what people say, or what the app answers',
} as const;

const within = new WeakMap<FrameBox, readonly (string | null)[]>();

/** A frame and all that is in it, for which it stands once that is too small to be told apart. */
function idsWithin(box: FrameBox): readonly (string | null)[] {
  const known = within.get(box);
  if (known !== undefined) return known;
  const ids: (string | null)[] = [box.id];
  for (const item of box.items)
    if (isFrame(item.box)) ids.push(...idsWithin(item.box));
    else ids.push(item.box.id, item.box.kind === 'action' ? (item.box.action?.id ?? null) : null);
  within.set(box, ids);
  return ids;
}

/** A conversation, scene or turn: a frame around what it holds. It is moved and chosen by its title. */
export const FrameNode = memo(function FrameNode({ id, data: { box } }: Props) {
  const detail = useDetail();
  const lit = useLight(id);
  const receives = useCanvas(
    ({ receiver, pulled }) => receiver === id || (pulled?.over?.kind === 'level' && pulled.over.id === id),
  );
  const { record, kind } = box;
  return (
    <section
      ref={lit}
      className="frame"
      data-kind={kind}
      data-receives={receives || undefined}
      data-detail={detail}
      data-closed={box.hidden !== null || undefined}
    >
      <header className="frame-title">
        {kind === 'conversation' && <RecordIcon of={{ kind }} size={16} />}
        <EditableText id={id} text={record.name} placeholder={`Name this ${kind}`} className="frame-name" />
        <Badges behaviors={record.behaviors} conditions={record.conditions} />
        <ProblemDot ids={detail === 'map' ? idsWithin(box) : [id]} />
        <FoldButton id={id} name={record.name} hidden={box.hidden} />
      </header>
      {box.hidden === null && box.items.length === 0 && <p className="frame-empty">{emptyWords[kind]}</p>}
    </section>
  );
});
