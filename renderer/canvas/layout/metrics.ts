/**
 * Every size on the canvas, in canvas pixels. Nodes are drawn exactly as large as said here, so nothing is ever
 * measured in the page. The style sheets use the same numbers.
 */
export const metrics = {
  conversation: { padding: 20, header: 56, gap: 40, minHeight: 168 },
  scene: { padding: 16, header: 42, gap: 18, minHeight: 112 },
  /** Narrow where nothing but talk happens, wide where a conversation has actions. */
  turn: { padding: 16, header: 34, gap: 16, minHeight: 92, narrow: 452, wide: 600 },
  intent: {
    width: 276,
    padding: 14,
    paddingY: 11,
    header: 18,
    headerGap: 4,
    line: 21,
    font: 15,
    maxLines: 4,
    chips: 34,
    rowsGap: 8,
    row: 22,
    gap: 18,
    /** More room below for where the talk goes. */
    transition: 14,
  },
  action: { width: 236, header: 50, row: 22, paddingY: 8 },
  context: { width: 216, header: 40, row: 24, paddingY: 6 },
  /** Between an intent and its action: room for the wires of its inputs. */
  wireGap: 56,
  /** Between a conversation and the contexts beside it, and then to the next conversation. */
  contextGap: 72,
  columnGap: 96,
  /** Conversations in a row before a new row begins. */
  columns: 4,
} as const;

/** How far from the middle of a pin a pointer still means it. */
export const pinReach = 13;
