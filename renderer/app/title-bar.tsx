import {
  PanelBottom,
  PanelBottomDashed,
  PanelLeft,
  PanelLeftDashed,
  PanelRight,
  PanelRightDashed,
  Search,
} from 'lucide-react';
import { RunControls } from '../run/run-controls.tsx';
import { isPanelOpen } from '../state/panel-preferences.ts';
import { useStudio, useUi } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { findAction, runAction } from './actions/all-actions.ts';
import { shortcutText } from './actions/shortcut.ts';
import { MenuBar } from './menu-bar.tsx';
import { ParleyMark } from './parley-mark.tsx';
import { ScenarioTitle } from './scenario-title.tsx';
import './title-bar.css';

const panels = [
  { panel: 'left', open: PanelLeft, closed: PanelLeftDashed, label: 'Outline and palette' },
  { panel: 'bottom', open: PanelBottom, closed: PanelBottomDashed, label: 'Trace and problems' },
  { panel: 'right', open: PanelRight, closed: PanelRightDashed, label: 'Inspector and talk' },
] as const;

/** The row at the top: menus, what is open, the talk, and the way to every command. */
export function TitleBar() {
  const studio = useStudio();
  const preferences = useUi((state) => state.preferences);
  const act = (id: string): void => {
    const action = findAction(studio, id);
    if (action !== undefined) runAction(studio, action);
  };
  const keysOf = (id: string): string => {
    const shortcut = findAction(studio, id)?.shortcut;
    return typeof shortcut === 'string' ? shortcutText(shortcut, studio.platform) : '';
  };
  return (
    <header className="title-bar">
      <div className="title-bar-start">
        <span className="title-bar-brand">
          <ParleyMark />
          Parley
        </span>
        {studio.platform !== 'darwin' && <MenuBar />}
      </div>
      <ScenarioTitle />
      <div className="title-bar-end">
        <RunControls />
        <div className="title-bar-panels" role="group" aria-label="Panels">
          {panels.map(({ panel, open, closed, label }) => (
            <IconButton
              key={panel}
              icon={isPanelOpen(preferences, panel) ? open : closed}
              label={label}
              shortcut={keysOf(`view.panel.${panel}`)}
              pressed={isPanelOpen(preferences, panel)}
              onClick={() => act(`view.panel.${panel}`)}
            />
          ))}
        </div>
        <button type="button" className="title-bar-find" onClick={() => act('view.commandPalette')}>
          <Search size={14} aria-hidden />
          <span className="unseen">Find a command</span>
          <KeyHint>{keysOf('view.commandPalette')}</KeyHint>
        </button>
      </div>
    </header>
  );
}
