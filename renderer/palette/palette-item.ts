import { isActionKind } from '../../shared/model/action-kind-words.ts';
import type { ActionRecord } from '../../shared/model/action-record.ts';
import type { NoteForm } from '../../shared/model/design-records.ts';
import type { Speaker } from '../../shared/model/intent-record.ts';

/** One kind of thing to create where it is dropped. */
export type PaletteItem =
  | { readonly item: 'intent'; readonly speaker: Speaker }
  | { readonly item: 'action'; readonly actionKind: ActionRecord['kind'] }
  /** An action that is there already, to be used once more. */
  | { readonly item: 'use'; readonly action: string }
  /** A context by name: `user`, `session`, or `custom` for a new one. */
  | { readonly item: 'context'; readonly context: string }
  | { readonly item: 'conversation' | 'scene' | 'turn' | NoteForm };

/** What a drag onto the canvas may carry: one thing, or a ready conversation of the gallery. */
export type DraggedItem = PaletteItem | { readonly item: 'pattern'; readonly pattern: string };

/** What is made to be written in at once. */
export const isWritten = ({ item }: DraggedItem): boolean => ['intent', 'note', 'area', 'label'].includes(item);

/** The type of the drag data. Browsers show types while dragging, and data only when it is dropped. */
export const paletteDragType = 'application/x-parley-palette';

export const printPaletteItem = (item: DraggedItem): string => JSON.stringify(item);

/** Reads the data of a drop; null when it was not ours. A drop may come from anywhere, so nothing is believed. */
export function readPaletteItem(text: string): DraggedItem | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { item, speaker, actionKind, action, context, pattern } = value as Record<string, unknown>;
  switch (item) {
    case 'intent':
      return speaker === 'USER' || speaker === 'APP' ? { item, speaker } : null;
    case 'action':
      return isActionKind(actionKind) ? { item, actionKind } : null;
    case 'use':
      return typeof action === 'string' && action.length <= 120 ? { item, action } : null;
    case 'context':
      return typeof context === 'string' && /^[A-Za-z_][A-Za-z0-9_]*$/.test(context) ? { item, context } : null;
    case 'pattern':
      return typeof pattern === 'string' && pattern.length <= 120 ? { item, pattern } : null;
    case 'conversation':
    case 'scene':
    case 'turn':
    case 'note':
    case 'area':
    case 'label':
    case 'picture':
      return { item };
    default:
      return null;
  }
}
