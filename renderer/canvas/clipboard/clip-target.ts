import type { Point } from '../../../shared/commands/command.ts';
import type { PasteTarget } from '../../../shared/exchange/clipboard/plan-clip-paste.ts';

/** Where a clip goes. */
export type ClipTarget = {
  readonly into: PasteTarget['into'];
  /** Where it was let go: it stands there, and the canvas stays where it is. */
  readonly dropped?: Point;
  /** Where it was asked for: it stands there, or as near as there is room. */
  readonly at?: Point;
};
