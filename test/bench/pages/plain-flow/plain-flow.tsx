import { memo, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import {
  applyNodeChanges,
  Handle,
  Position,
  ReactFlow,
  type Edge,
  type Node,
  type NodeChange,
  type NodeProps,
} from 'reactflow';
import 'reactflow/dist/style.css';
import './plain-flow.css';

export type PlainNode = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

declare global {
  interface Window {
    /** Puts these nodes on the page instead of the ones it began with, in a view of this size. */
    showNodes: (nodes: readonly PlainNode[], size: { readonly width: number; readonly height: number }) => void;
    /** Lights one node, and puts out the one before. */
    lightNode: (id: string) => void;
  }
}

/** Which node is lit: each hears of itself alone, which is the quickest way React Flow knows. */
const listeners = new Map<string, () => void>();
let lit = '';
window.lightNode = (id) => {
  const before = lit;
  lit = id;
  listeners.get(before)?.();
  listeners.get(id)?.();
};

const Plain = memo(function Plain({ id }: NodeProps) {
  const listen = useCallback(
    (listener: () => void) => {
      listeners.set(id, listener);
      return () => void listeners.delete(id);
    },
    [id],
  );
  const isLit = useSyncExternalStore(listen, () => lit === id);
  return (
    <div className="plain" data-lit={isLit || undefined}>
      <Handle type="target" position={Position.Top} />
      {id}
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
});

const root = document.getElementById('root');
const nodeTypes = { plain: Plain };
const columns = 20;

const grid = (count: number): PlainNode[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `node-${index}`,
    x: (index % columns) * 320,
    y: Math.floor(index / columns) * 140,
    width: 240,
    height: 80,
  }));

const toNodes = (nodes: readonly PlainNode[]): Node[] =>
  nodes.map(({ id, x, y, width, height }) => ({ id, type: 'plain', position: { x, y }, width, height, data: {} }));

/** From each node to the next, as a talk goes. */
const toEdges = (nodes: readonly PlainNode[]): Edge[] =>
  nodes.slice(1).map(({ id }, index) => ({ id: `to-${id}`, source: nodes[index]?.id ?? '', target: id }));

const first = grid(Number(new URLSearchParams(location.search).get('nodes') ?? 100));

function PlainFlow() {
  const [nodes, setNodes] = useState(() => toNodes(first));
  const [edges, setEdges] = useState(() => toEdges(first));
  useEffect(() => {
    window.showNodes = (wanted, { width, height }) => {
      root?.setAttribute('style', `width: ${width}px; height: ${height}px`);
      setNodes(toNodes(wanted));
      setEdges(toEdges(wanted));
    };
    requestAnimationFrame(() => requestAnimationFrame(() => (document.documentElement.dataset['ready'] = 'true')));
  }, []);
  const onNodesChange = useCallback(
    (changes: NodeChange[]) => setNodes((before) => applyNodeChanges(changes, before)),
    [],
  );
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      onNodesChange={onNodesChange}
      onlyRenderVisibleElements
      minZoom={0.05}
      panOnScroll
    />
  );
}

if (root !== null) createRoot(root).render(<PlainFlow />);
