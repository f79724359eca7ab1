import { ipcRenderer } from 'electron';
import type { OpenMessage } from '../protocol/frame-message.ts';

/** Hands ports from the main process to the frame. The page around it runs nothing and is given nothing. */
ipcRenderer.on('python', (event, message: OpenMessage) => {
  const frame = document.querySelector('iframe')?.contentWindow;
  // The frame has an origin nobody else can have, so none can be named.
  frame?.postMessage(message, '*', [...event.ports]);
});
