import type { LayeredGraph } from '../../../renderer/canvas/layout/auto/layered-graph.ts';
import type { LoadPeer } from './install-peers.ts';

type ElkNode = { readonly id: string; readonly x?: number; readonly y?: number };
type Elk = { layout(graph: object): Promise<{ readonly children?: readonly ElkNode[] }> };

export type ElkLayout = (graph: LayeredGraph) => Promise<{ readonly x: number[]; readonly y: number[] }>;

/** ELK's layered layout from left to right, with our gaps. Without a worker, so that its work is counted as ours is. */
export function elkLayout(load: LoadPeer): ElkLayout {
  const Elk = load('elkjs') as new () => Elk;
  const elk = new Elk();
  return async ({ widths, heights, from, to }) => {
    const { children = [] } = await elk.layout({
      id: 'root',
      layoutOptions: {
        'elk.algorithm': 'layered',
        'elk.direction': 'RIGHT',
        'elk.spacing.nodeNode': '40',
        'elk.layered.spacing.nodeNodeBetweenLayers': '96',
      },
      children: Array.from(widths, (width, one) => ({ id: `n${one}`, width, height: heights[one] })),
      edges: Array.from(from, (start, edge) => ({ id: `e${edge}`, sources: [`n${start}`], targets: [`n${to[edge]}`] })),
    });
    const [x, y]: [number[], number[]] = [[], []];
    for (const node of children) {
      const one = Number(node.id.slice(1));
      x[one] = node.x ?? 0;
      y[one] = node.y ?? 0;
    }
    return { x, y };
  };
}
