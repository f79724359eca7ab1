import type { NodeTypes } from 'reactflow';
import { ActionNode } from './action-node.tsx';
import { ContextNode } from './context-node.tsx';
import { FrameNode } from './frame-node.tsx';
import { IntentNode } from './intent-node.tsx';
import { NoteNode } from './note-node.tsx';

/** What draws each kind of box. One object for good: React Flow compares it. */
export const nodeComponents = {
  conversation: FrameNode,
  scene: FrameNode,
  turn: FrameNode,
  intent: IntentNode,
  action: ActionNode,
  context: ContextNode,
  note: NoteNode,
} as const satisfies NodeTypes;
