import type { Preferences } from '../../shared/bridge/contract/app-contract.ts';

/** The panels around the canvas. `palette` is the lower part of `left`. */
export type PanelName = 'left' | 'right' | 'bottom' | 'palette';

/** A panel's size in percent of its group; undefined while it has its first size. */
export const panelSize = (preferences: Preferences, panel: PanelName): number | undefined => preferences.panels[panel];

export const isPanelOpen = (preferences: Preferences, panel: PanelName): boolean =>
  preferences.panels[collapsedKey(panel)] !== 1;

export const togglePanel = (preferences: Preferences, panel: PanelName): Pick<Preferences, 'panels'> =>
  withPanelOpen(preferences, panel, !isPanelOpen(preferences, panel));

export function withPanelOpen(preferences: Preferences, panel: PanelName, open: boolean): Pick<Preferences, 'panels'> {
  return { panels: { ...preferences.panels, [collapsedKey(panel)]: open ? 0 : 1 } };
}

/** What the person made of a panel by dragging its edge: size 0 is closed, and keeps the size it will open with. */
export function withPanelSize(preferences: Preferences, panel: PanelName, size: number): Pick<Preferences, 'panels'> {
  if (size === 0) return withPanelOpen(preferences, panel, false);
  return { panels: { ...preferences.panels, [panel]: Math.round(size * 100) / 100, [collapsedKey(panel)]: 0 } };
}

const collapsedKey = (panel: PanelName): string => `${panel}.collapsed`;
