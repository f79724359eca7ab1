import { assignLayers } from './assign-layers.ts';
import type { Gaps, LayeredGraph } from './layered-graph.ts';
import { orderLayers } from './order-layers.ts';
import { placeLayers, type Places } from './place-layers.ts';

/** Brings boxes that lead to each other into columns, from left to right. Equal graphs are laid out alike, always. */
export function layOutGraph(graph: LayeredGraph, gaps: Gaps): Places {
  const count = graph.widths.length;
  const layered = assignLayers(count, graph.from, graph.to);
  return placeLayers(graph, orderLayers(count, layered), gaps);
}
