import type { RunMode } from '../../../shared/bridge/contract/run-contract.ts';
import { printScenario } from '../../../shared/persistence/print-scenario.ts';
import { isRestricted } from '../../state/editor-store.ts';
import type { Studio } from '../../state/studio.ts';
import { holdKeys } from '../../ui/held-keys.ts';
import { focusPlace } from '../focus-area.ts';
import { defineAction, type EditorAction } from './editor-action.ts';

const isRunning = ({ run }: Studio): boolean => run.getState().run !== null;

const restart = async ({ editor, run, ui }: Studio): Promise<void> => {
  const { document, openFile } = editor.getState();
  const before = run.getState().run;
  ui.showRight('talk');
  const started = run.start(printScenario(document), openFile?.file ?? null);
  // What is typed from here on is said, not a key of the canvas.
  holdKeys(() => {
    const { run: now, starting } = run.getState();
    if (now === null || now === before) return !starting;
    return globalThis.document.activeElement?.matches('.chat-input textarea') === true;
  }, mostToStart);
  await started;
};

/** A talk begins in a fraction of this, in milliseconds. */
const mostToStart = 3000;

const modeAction = (mode: RunMode, name: string, shortcut: string): EditorAction =>
  defineAction({
    id: `run.${mode}`,
    name,
    shortcut,
    keywords: ['actions', 'network', 'examples'],
    isEnabled: ({ editor }) => mode === 'mock' || !isRestricted(editor.getState()),
    whyNot: () => 'This scenario is not trusted yet: File > Trust this scenario.',
    isChosen: ({ run }) => run.getState().mode === mode,
    run: async ({ run }) => run.setMode(mode),
  });

export const runActions: readonly EditorAction[] = [
  defineAction({
    id: 'run.talk',
    name: 'Talk',
    shortcut: 'mod+enter',
    keywords: ['start', 'play', 'run', 'chat', 'try'],
    run: async (studio) => {
      if (!isRunning(studio)) return restart(studio);
      studio.ui.showRight('talk');
      focusPlace(['.chat-input']);
    },
  }),
  defineAction({
    id: 'run.restart',
    name: 'Restart the talk',
    shortcut: 'mod+shift+enter',
    keywords: ['restart', 'again', 'reset'],
    isEnabled: isRunning,
    whyNot: () => 'No talk is going on.',
    run: restart,
  }),
  defineAction({
    id: 'run.stop',
    name: 'End the talk',
    shortcut: 'shift+escape',
    keywords: ['stop', 'quit'],
    isEnabled: isRunning,
    whyNot: () => 'No talk is going on.',
    run: async ({ run }) => run.stop(),
  }),
  modeAction('mock', 'Mock: actions answer from their examples', 'mod+shift+m'),
  modeAction('live', 'Live: actions call the real services', 'mod+shift+l'),
  defineAction({
    id: 'run.secrets',
    name: 'Secrets…',
    shortcut: 'mod+shift+k',
    keywords: ['password', 'key', 'token', 'vault', 'passphrase', 'credentials'],
    run: ({ ui }) => ui.openDialog({ kind: 'secrets' }),
  }),
];
