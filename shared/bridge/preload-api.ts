import type { Transport } from './transport.ts';

/** All the page finds in `window.parley`. `DroppedFile` is the browser's File, which this layer does not know. */
export type PreloadApi<DroppedFile> = Transport & {
  /** Where a file dropped on the window is; an empty text for anything the page made up itself. */
  readonly pathOfDrop: (file: DroppedFile) => string;
};

/** The two channels between page and host. Nothing else is listened to. */
export const requestChannel = 'parley.request';
export const eventChannel = 'parley.event';
