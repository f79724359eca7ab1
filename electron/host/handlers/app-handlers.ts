import { fail, succeed } from '../../../shared/base/result.ts';
import type { BridgeHandlers } from '../../../shared/bridge/dispatch.ts';
import type { WindowSession } from '../window-session.ts';

/** The window around the page, and what the app is. */
export function createAppHandlers(
  session: WindowSession,
): Pick<BridgeHandlers, 'app.hello' | 'app.close' | 'app.openWindow' | 'app.title' | 'app.menu'> {
  const { version, platform, vault, nativeDialogs, settings, guard, scenarios } = session.services;
  return {
    'app.hello': async () =>
      succeed({
        version,
        platform,
        capabilities: { secretsProtected: vault.isProtected(), nativeDialogs },
        preferences: settings.get('preferences'),
        notices: [
          ...(settings.takeRepaired() ? ['settings.repaired' as const] : []),
          ...(guard.isSafeStart() ? ['start.safe' as const] : []),
        ],
      }),
    'app.close': async ({ proceed }) => {
      session.frame.close(proceed);
      return succeed({});
    },
    'app.openWindow': async ({ file }) => {
      const path = file === null ? null : scenarios.tokens.pathOf(file);
      if (file !== null && path === null) return fail({ code: 'scenario.unknownFile', detail: '', path: '' });
      session.frame.openWindow(path);
      return succeed({});
    },
    'app.title': async ({ title, edited }) => {
      session.isEdited = edited;
      session.frame.setTitle(title, edited);
      return succeed({});
    },
    'app.menu': async ({ menus }) => {
      session.frame.setMenu(menus);
      return succeed({});
    },
  };
}
