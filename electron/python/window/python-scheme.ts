import type { CustomScheme } from 'electron';
import { pythonScheme } from '../protocol/frame-message.ts';

/** To be registered with the app's own, in one call, before the app is ready. */
export const pythonSchemePrivileges: CustomScheme = {
  scheme: pythonScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true },
};
