import { MessageChannelMain, type BrowserWindow, type MessagePortMain, type Session } from 'electron';
import type { Interpreter } from '../interpreter/interpreter.ts';
import { pythonOrigin, type FrameMessage, type OpenMessage } from '../protocol/frame-message.ts';
import { createInbox } from '../run/inbox.ts';
import type { RuntimePlaces } from '../runtime-files.ts';
import { createHiddenBrowser } from './hidden-browser.ts';
import { openPythonSession } from './python-session.ts';
import { snapshotAddress } from './serve-runtime.ts';

export type PythonWindow = {
  readonly open: (snapshot: string | null) => Interpreter;
  readonly close: () => void;
};

/** A frame that does not let an interpreter go for so long is taken away as a whole. */
const letGoMilliseconds = 2_000;

/**
 * A window nobody sees: sandboxed, isolated, with a session of its own that lives in memory and reaches nothing but the
 * runtime's files. There is none until the first interpreter is wanted; one that ends takes its interpreters along, and
 * the next one wanted brings another. `onLast` is called before it leaves because every other window has.
 */
export function createPythonWindow(places: RuntimePlaces, heap: number, onLast: () => void): PythonWindow {
  let snapshotFile: string | null = null;
  let own: Session | null = null;
  let current: { readonly browser: BrowserWindow; readonly loaded: Promise<void> } | null = null;
  const exits = new Set<(reason: string) => void>();

  const endAll = (reason: string): void => {
    current = null;
    for (const exit of exits) exit(reason);
  };
  const show = (): NonNullable<typeof current> => {
    if (current !== null) return current;
    own ??= openPythonSession({ places, heap, snapshot: () => snapshotFile });
    const browser = createHiddenBrowser(own, places.preloadScript, onLast);
    const loaded = browser.loadURL(`${pythonOrigin}/`);
    current = { browser, loaded };
    const ended = (reason: string) => (): void => {
      if (current?.browser === browser) endAll(reason);
    };
    browser.webContents.on('render-process-gone', (_event, { reason }) => {
      ended(`its window ended (${reason})`)();
      takeAway(browser);
    });
    browser.on('closed', ended('its window was closed'));
    loaded.catch(() => takeAway(browser));
    return current;
  };
  const drop = (reason: string): void => {
    const browser = current?.browser;
    endAll(reason);
    if (browser !== undefined) takeAway(browser);
  };

  return {
    open: (snapshot) => {
      snapshotFile = snapshot ?? snapshotFile;
      const { port1, port2 } = new MessageChannelMain();
      const { browser, loaded } = show();
      const message: OpenMessage = { snapshot: snapshot === null ? null : snapshotAddress(snapshot) };
      void loaded.then(
        () => {
          if (!browser.isDestroyed()) browser.webContents.postMessage('python', message, [port2]);
        },
        () => undefined,
      );
      return speakThrough(port1, exits, () => drop('its window did not answer'));
    },
    close: () => drop('Python was shut down'),
  };
}

function takeAway(browser: BrowserWindow): void {
  if (!browser.isDestroyed()) browser.destroy();
}

function speakThrough(
  port: MessagePortMain,
  exits: Set<(reason: string) => void>,
  dropWindow: () => void,
): Interpreter {
  const messages = createInbox<unknown>();
  const exit = createInbox<string>();
  let isOver = false;
  let patience: NodeJS.Timeout | undefined;
  const end = (reason: string): void => {
    clearTimeout(patience);
    exits.delete(end);
    if (isOver) return;
    isOver = true;
    exit.put(reason);
  };
  exits.add(end);
  port.on('message', ({ data }) => messages.put(data));
  port.on('close', () => end('its worker was ended'));
  port.start();
  const send = (message: FrameMessage): void => {
    if (!isOver) port.postMessage(message);
  };
  return {
    post: send,
    onMessage: messages.listen,
    onExit: exit.listen,
    interrupt: () => send({ kind: 'interrupt' }),
    kill: () => {
      if (isOver || patience !== undefined) return;
      send({ kind: 'kill' });
      patience = setTimeout(dropWindow, letGoMilliseconds);
      patience.unref();
    },
  };
}
