import { eventChannel } from '../../../shared/bridge/preload-api.ts';
import type { BenchWindow } from './bench-window.ts';

/** Chooses an action of the app as its native menu would. Gives the moment it was chosen, in milliseconds since 1970. */
export const chooseAction = ({ electron }: BenchWindow, id: string): Promise<number> =>
  electron.evaluate(
    ({ BrowserWindow }, { channel, action }) => {
      const at = performance.timeOrigin + performance.now();
      BrowserWindow.getAllWindows()[0]?.webContents.send(channel, {
        name: 'app.actionChosen',
        payload: { id: action },
      });
      return at;
    },
    { channel: eventChannel, action: id },
  );

/** Resolves two frames after the first element found has an attribute or text as wanted, with that moment. */
export const whenShown = (
  { page }: BenchWindow,
  wanted: { readonly selector: string; readonly attribute?: string; readonly value: string },
): Promise<number> =>
  page.evaluate(async ({ selector, attribute, value }) => {
    const isShown = (): boolean => {
      const element = document.querySelector(selector);
      return (attribute === undefined ? element?.textContent : element?.getAttribute(attribute)) === value;
    };
    const shown = new Promise<void>((resolve) => {
      const observer = new MutationObserver(look);
      function look(): void {
        if (!isShown()) return;
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }
      observer.observe(document.documentElement, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      look();
    });
    // Held by the page itself: a promise that only the debugger waits for has been cleared away while it was waited for.
    Object.assign(globalThis, { benchWaitsFor: shown });
    await shown;
    return performance.timeOrigin + performance.now();
  }, wanted);
