import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { HostEvent } from '../../shared/bridge/contract/event-contract.ts';
import { eventChannel, requestChannel, type PreloadApi } from '../../shared/bridge/preload-api.ts';

const droppedPaths = new Set<string>();

/** A dropped file is the one case where a path passes through the page, so it must be one that really was dropped here. */
const isMadeUp = (method: string, input: unknown): boolean => {
  if (method !== 'scenario.openDropped') return false;
  const path = typeof input === 'object' && input !== null && 'path' in input ? input.path : undefined;
  return typeof path !== 'string' || !droppedPaths.has(path);
};

const refused = {
  ok: false,
  failure: { code: 'bridge.refused', detail: 'No such file was dropped on this window.', path: '' },
};

const api: PreloadApi<File> = {
  request: (method, input) =>
    isMadeUp(method, input) ? Promise.resolve(refused) : ipcRenderer.invoke(requestChannel, method, input),
  onEvent: (listener) => {
    const hear = (_event: unknown, hostEvent: HostEvent): void => listener(hostEvent);
    ipcRenderer.on(eventChannel, hear);
    return () => void ipcRenderer.off(eventChannel, hear);
  },
  pathOfDrop: (file) => {
    const path = webUtils.getPathForFile(file);
    if (path !== '') droppedPaths.add(path);
    return path;
  },
};

contextBridge.exposeInMainWorld('parley', api);
