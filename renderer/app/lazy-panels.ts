import { lazyPart } from '../ui/lazy-part.tsx';

// What the first picture of the window does not show.

export const ActionLibrary = lazyPart(
  'The list of actions',
  async () => (await import('../actions/action-library.tsx')).ActionLibrary,
);
export const ActionsPanel = lazyPart(
  'The actions log',
  async () => (await import('../run/actions-panel.tsx')).ActionsPanel,
);
export const ChatPanel = lazyPart('The talk', async () => (await import('../run/chat-panel.tsx')).ChatPanel);
export const DeskPanel = lazyPart('The desk', async () => (await import('../desk/desk-panel.tsx')).DeskPanel);
export const LogPanel = lazyPart('The log', async () => (await import('../audit/log-panel.tsx')).LogPanel);
export const ProblemsPanel = lazyPart(
  'The list of problems',
  async () => (await import('../problems/problems-panel.tsx')).ProblemsPanel,
);
export const UnderstandingPanel = lazyPart(
  'The understanding',
  async () => (await import('../understanding/understanding-panel.tsx')).UnderstandingPanel,
);
export const VariablesPanel = lazyPart(
  'The list of variables',
  async () => (await import('../run/variables-panel.tsx')).VariablesPanel,
);
export const WorldsPanel = lazyPart(
  'The list of worlds',
  async () => (await import('../worlds/worlds-panel.tsx')).WorldsPanel,
);
export const Dialogs = lazyPart('The dialog', async () => (await import('./dialogs/dialogs.tsx')).Dialogs);
