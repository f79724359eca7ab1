import { createStore } from 'zustand/vanilla';
import type { Preferences } from '../../shared/bridge/contract/app-contract.ts';
import type { RecentFile, Recovery } from '../../shared/bridge/contract/scenario-contract.ts';
import type { Command, Point } from '../../shared/commands/command.ts';
import type { FileProblem } from '../../shared/exchange/translations/translation-file.ts';
import type { Merge } from '../../shared/merge/merge-documents.ts';
import type { Document } from '../../shared/model/document.ts';
import type { ManagerTask } from './manager-task.ts';
import { withPanelOpen, type PanelName } from './panel-preferences.ts';

export type RightTab = 'inspector' | 'talk';
export type BottomTab =
  | 'trace'
  | 'problems'
  | 'variables'
  | 'library'
  | 'actions'
  | 'understanding'
  | 'worlds'
  | 'log'
  | 'desk';
/** What covers the window, one at a time. */
export type Dialog =
  | { readonly kind: 'newScenario' }
  | { readonly kind: 'recent' }
  | { readonly kind: 'exportBundle' }
  | { readonly kind: 'importBundle'; readonly name: string; readonly text: string }
  | ({ readonly kind: 'recover' } & Recovery)
  | {
      readonly kind: 'readProblems';
      readonly name: string;
      readonly problems: readonly { readonly pointer: string; readonly sentence: string }[];
      /** Whether enough can be read for a repaired copy. */
      readonly canRepair: boolean;
      readonly decide: (openRepaired: boolean) => Promise<void>;
    }
  /** `answer` lets whoever asked go on. */
  | { readonly kind: 'unsaved'; readonly answer: (choice: UnsavedChoice) => void }
  | { readonly kind: 'secrets' }
  | { readonly kind: 'versions' }
  | { readonly kind: 'gallery' }
  | { readonly kind: 'translations' }
  /** Attributes and contexts; `task` is what is to be done there at once. */
  | { readonly kind: 'attributes'; readonly page?: 'attributes' | 'contexts'; readonly task?: ManagerTask }
  /** What of a file of translations did not fit. */
  | { readonly kind: 'translationReport'; readonly name: string; readonly problems: readonly FileProblem[] }
  /** What another program wrote to the open file. */
  | ({ readonly kind: 'diskChanges' } & DiskChanges)
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'about' };
/** The file as it is now, and what it and the scenario on screen come to together. */
export type DiskChanges = { readonly theirs: Document; readonly hash: string; readonly merge: Merge };
export type UnsavedChoice = 'save' | 'discard' | 'stay';

/** A sentence shown for a moment or until dismissed: what happened, where, what to do. */
export type Notice = {
  readonly id: number;
  readonly tone: 'info' | 'good' | 'bad';
  readonly text: string;
  /** Where it is about: offered as a button, and the notice is done with once that is shown. */
  readonly place?: { readonly tab: BottomTab; readonly words: string };
};

/** Where something should go that nobody dropped: at a place, else beside a record, else beside what is selected. */
export type PlaceWish = { readonly at?: Point; readonly beside?: string };
/** Finds a free place for what a command would put on the canvas, and gives the command for it. */
export type Placing = (make: (at: Point) => Command, wish?: PlaceWish) => Command;

/** A text or a picture that came from outside, let go at a point of the window. */
export type Given = { readonly at: Point } & ({ readonly text: string } | { readonly picture: File });

/** What the person asked of the canvas from a menu or by a key. */
export type CanvasWish =
  | 'fit'
  | 'fitSelection'
  | 'zoomIn'
  | 'zoomOut'
  | 'zoomReset'
  | 'back'
  | 'forward'
  | 'focusConversation'
  | 'collapse'
  | 'expand'
  | 'expandAll'
  | 'copy'
  | 'cut'
  | 'paste'
  | 'duplicate'
  | 'selectAlike'
  | 'selectUpstream'
  | 'selectDownstream'
  | 'connect'
  | 'insertOnWire'
  | 'moveTo'
  | 'nextWire'
  | 'menu'
  | 'tidy'
  | 'layOutFrame'
  | 'layOutAll'
  | 'stopLayout'
  | Arrangement;
/** How selected nodes can be brought in line with each other. */
export type Arrangement = `align-${AlignEdge}` | 'distribute-across' | 'distribute-down';
export type AlignEdge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

export type UiState = {
  readonly rightTab: RightTab;
  readonly bottomTab: BottomTab;
  readonly preferences: Preferences;
  readonly dialog: Dialog | null;
  readonly notices: readonly Notice[];
  /** Asks the canvas to bring these ids into view; `count` rises with each asking. */
  readonly reveal: { readonly ids: readonly string[]; readonly count: number; readonly keepsZoom: boolean };
  /** Asks a place to begin editing the text of this record; `count` rises with each asking. */
  readonly editText: { readonly id: string; readonly count: number } | null;
  /** The record whose first text is being written in place: nobody is told yet that it has none. */
  readonly writing: string | null;
  /** A text somebody wants to see understood; `count` rises with each asking. */
  readonly trying: { readonly text: string; readonly count: number } | null;
  /** Asks the outline to let this record be renamed in place; `count` rises with each asking. */
  readonly renaming: { readonly id: string; readonly count: number } | null;
  /** Asks the canvas for something; `count` rises with each asking. */
  readonly canvasRequest: { readonly wish: CanvasWish; readonly count: number } | null;
  /** The middle of what the canvas shows, in canvas pixels. */
  readonly viewCentre: Point;
  readonly recentFiles: readonly RecentFile[];
};

export type UiStore = ReturnType<typeof createUiStore>;

/** What is open, shown and wanted in this window. Never the document, never undone. */
export function createUiStore(preferences: Preferences) {
  const store = createStore<UiState>(() => ({
    rightTab: 'inspector',
    bottomTab: 'trace',
    preferences,
    dialog: null,
    notices: [],
    reveal: { ids: [], count: 0, keepsZoom: false },
    editText: null,
    writing: null,
    trying: null,
    renaming: null,
    canvasRequest: null,
    viewCentre: { x: 0, y: 0 },
    recentFiles: [],
  }));
  const set = store.setState;
  let take: (given: Given) => void = () => undefined;
  let placing: Placing = (make, { at } = {}) => make(at ?? store.getState().viewCentre);
  const opened = (panel: PanelName) => withPanelOpen(store.getState().preferences, panel, true);
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    /** Opens the panel too: who asks for a tab wants to see it. */
    showRight: (rightTab: RightTab) =>
      set({ rightTab, preferences: { ...store.getState().preferences, ...opened('right') } }),
    showBottom: (bottomTab: BottomTab) =>
      set(({ notices, preferences }) => ({
        bottomTab,
        notices: notices.filter(({ place }) => place?.tab !== bottomTab),
        preferences: { ...preferences, ...opened('bottom') },
      })),
    setPreferences: (changes: Partial<Preferences>) =>
      set({ preferences: { ...store.getState().preferences, ...changes } }),
    openDialog: (dialog: Dialog) => set({ dialog }),
    closeDialog: () => set({ dialog: null }),
    notify(tone: Notice['tone'], text: string, place?: NonNullable<Notice['place']>): void {
      const { notices } = store.getState();
      const notice = { id: (notices.at(-1)?.id ?? 0) + 1, tone, text, ...(place && { place }) };
      set({ notices: [...notices, notice].slice(-5) });
    },
    dismiss: (id: number) => set({ notices: store.getState().notices.filter((notice) => notice.id !== id) }),
    /** `keepsZoom` for what need only be seen, not read. */
    reveal: (ids: readonly string[], keepsZoom = false) =>
      set({ reveal: { ids, keepsZoom, count: store.getState().reveal.count + 1 } }),
    editText: (id: string) => set({ editText: { id, count: (store.getState().editText?.count ?? 0) + 1 } }),
    /** An asking is done with once somebody took it up: a form that opens later does not do it again. */
    editAnswered(id: string): void {
      if (store.getState().editText?.id === id) set({ editText: null });
    },
    setWriting: (writing: string | null) => set({ writing }),
    /** Shows what a text would be taken for. */
    tryUtterance(text: string): void {
      const { trying, preferences } = store.getState();
      set({
        bottomTab: 'understanding',
        trying: { text, count: (trying?.count ?? 0) + 1 },
        preferences: { ...preferences, ...opened('bottom') },
      });
    },
    rename(id: string): void {
      const { renaming, preferences } = store.getState();
      set({ renaming: { id, count: (renaming?.count ?? 0) + 1 }, preferences: { ...preferences, ...opened('left') } });
    },
    /** The command that puts something where there is room for it. */
    place: (make: (at: Point) => Command, wish?: PlaceWish): Command => placing(make, wish),
    /** The canvas knows where there is room. */
    setPlacing(next: Placing): void {
      placing = next;
    },
    /** What is none of our files is offered to the canvas, which asks what should become of it. */
    giveToCanvas: (given: Given): void => take(given),
    setTaking(next: (given: Given) => void): void {
      take = next;
    },
    setViewCentre: (viewCentre: Point) => set({ viewCentre }),
    setRecentFiles: (recentFiles: readonly RecentFile[]) => set({ recentFiles }),
    askCanvas: (wish: CanvasWish) =>
      set({ canvasRequest: { wish, count: (store.getState().canvasRequest?.count ?? 0) + 1 } }),
  };
}
