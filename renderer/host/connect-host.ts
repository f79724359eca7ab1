import { createHostClient, type HostClient } from '../../shared/bridge/client.ts';
import type { PreloadApi } from '../../shared/bridge/preload-api.ts';

declare global {
  interface Window {
    /** Put there by the preload script before anything of ours runs. */
    readonly parley: PreloadApi<File>;
  }
}

/** The host behind this window. */
export const connectHost = (): HostClient => createHostClient(window.parley);

/** The path of a file dropped on the window, for `scenario.openDropped`; empty when it is not a file on this machine. */
export const pathOfDrop = (file: File): string => window.parley.pathOfDrop(file);
