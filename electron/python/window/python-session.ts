import { randomUUID } from 'node:crypto';
import { session, type Session } from 'electron';
import { pythonOrigin } from '../protocol/frame-message.ts';
import { serveRuntime, type ServedRuntime } from './serve-runtime.ts';

/** A session that lives in memory, asks for nothing, keeps nothing, and reaches the runtime's files alone. */
export function openPythonSession(runtime: ServedRuntime): Session {
  const own = session.fromPartition(`python-${randomUUID()}`, { cache: false });
  serveRuntime(own, runtime);
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  own.webRequest.onBeforeRequest(({ url }, answer) =>
    // The second is the address a worker is started from; it imports from the first.
    answer({ cancel: !url.startsWith(`${pythonOrigin}/`) && !url.startsWith('data:text/javascript,') }),
  );
  return own;
}
