const ways = [
  'fetch XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource importScripts Worker SharedWorker',
  'BroadcastChannel MessageChannel indexedDB caches navigator scheduler FontFace Notification FileReaderSync',
  'RTCDataChannel webkitRequestFileSystem webkitRequestFileSystemSync reportError queueMicrotask createImageBitmap',
]
  .join(' ')
  .split(' ');

/** Takes from the worker what it no longer needs. The policy and the origin hold without this; it is one line more. */
export function forgetTheWeb(): void {
  for (let holder: object | null = globalThis; holder !== null; holder = Reflect.getPrototypeOf(holder)) {
    for (const name of ways) Reflect.deleteProperty(holder, name);
  }
}
