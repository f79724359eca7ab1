import { succeed } from '../../../shared/base/result.ts';
import type { BridgeHandlers } from '../../../shared/bridge/dispatch.ts';
import type { SettingsStore } from '../settings-store.ts';

export const createSettingsHandlers = (settings: SettingsStore): Pick<BridgeHandlers, 'settings.set'> => ({
  'settings.set': async ({ preferences }) => {
    settings.set('preferences', preferences);
    return succeed({});
  },
});
