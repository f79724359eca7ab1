import type { Studio } from '../../state/studio.ts';
import type { Shortcut } from './shortcut.ts';

/**
 * One thing a person can do in the editor. Menus, command palette, context menus, keys and the native menu are made
 * from these, so nothing exists in one of them alone.
 */
export type EditorAction = {
  readonly id: string;
  /** A name may say what it would do now: "Undo Add intent". */
  readonly label: (studio: Studio) => string;
  /** Other words people search for. */
  readonly keywords: readonly string[];
  readonly shortcut: Shortcut | null;
  /** The page itself makes something of its key (pasting gives the clipboard), and that is listened to. */
  readonly isNative?: boolean;
  readonly isEnabled: (studio: Studio) => boolean;
  /** What is missing while it cannot be done, in a sentence. */
  readonly whyNot: (studio: Studio) => string;
  /** For choices that are on or off: whether it is on. */
  readonly isChosen?: (studio: Studio) => boolean;
  readonly run: (studio: Studio) => void | Promise<void>;
};

type Draft = Partial<EditorAction> &
  Pick<EditorAction, 'id' | 'run'> & { readonly name: string | EditorAction['label'] };

/** Fills in what most actions share: always possible, no key, a fixed name. */
export function defineAction({ name, ...draft }: Draft): EditorAction {
  return {
    label: typeof name === 'string' ? () => name : name,
    keywords: [],
    shortcut: null,
    isEnabled: () => true,
    whyNot: () => 'This cannot be done now.',
    ...draft,
  };
}
