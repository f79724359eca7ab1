import { useStudio, useUi } from '../state/studio.ts';
import { useSmallPicture } from '../recent/use-small-picture.ts';
import { Banners } from './banners.tsx';
import { CommandPalette } from './command-palette.tsx';
import { Dialogs } from './lazy-panels.ts';
import { Notices } from './notices.tsx';
import { Panels } from './panels.tsx';
import { TitleBar } from './title-bar.tsx';
import { useFaultNotices } from './use-fault-notices.ts';
import { useFetchAhead } from './use-fetch-ahead.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useHostEvents } from './use-host-events.ts';
import { useKeptArea } from './use-kept-area.ts';
import { useKeysForDialog } from './use-keys-for-dialog.ts';
import { useKeptPreferences } from './use-kept-preferences.ts';
import { useNativeMenu } from './use-native-menu.ts';
import { useReadiness } from './use-readiness.ts';
import { useRemovalNotices } from './use-removal-notices.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useWindowTitle } from './use-window-title.ts';
import './shell.css';

/** Everything in the window, and everything the window listens to. */
export function Shell() {
  const studio = useStudio();
  useShortcuts(studio);
  useHostEvents(studio);
  useWindowTitle(studio);
  useNativeMenu(studio);
  useKeptPreferences(studio);
  useFaultNotices(studio);
  useRemovalNotices(studio);
  useSmallPicture(studio);
  const dropping = useFileDrop(studio);
  const hasDialog = useUi((state) => state.dialog !== null);
  useKeysForDialog(studio, hasDialog);
  useReadiness();
  useKeptArea();
  useFetchAhead();
  return (
    <div className="shell" data-dropping={dropping || undefined}>
      <TitleBar />
      <Banners />
      <main className="work">
        <Panels />
        {/* Menus and windows are opened in here: outside of every landmark, a screen reader would pass them by. */}
        <div data-mantine-shared-portal-node />
      </main>
      {hasDialog && <Dialogs />}
      <CommandPalette />
      <Notices />
    </div>
  );
}
