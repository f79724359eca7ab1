import { Button } from '@mantine/core';
import { PanelBottom, PanelLeft, PanelRight, Play, Search } from 'lucide-react';
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
  { panel: 'left', icon: PanelLeft, label: 'Outline and palette' },
  { panel: 'bottom', icon: PanelBottom, label: 'Trace and problems' },
  { panel: 'right', icon: PanelRight, label: 'Inspector and talk' },
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
        <Button leftSection={<Play size={13} fill="currentColor" aria-hidden />} onClick={() => act('run.talk')}>
          Talk
        </Button>
        <div className="title-bar-panels" role="group" aria-label="Panels">
          {panels.map(({ panel, icon, label }) => (
            <IconButton
              key={panel}
              icon={icon}
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
