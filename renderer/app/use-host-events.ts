import { useEffect } from 'react';
import type { HostEvent } from '../../shared/bridge/contract/event-contract.ts';
import { isPanelOpen } from '../state/panel-preferences.ts';
import type { Studio } from '../state/studio.ts';
import { findAction, runAction } from './actions/all-actions.ts';
import { closeWindow } from './files/leave-scenario.ts';
import { reopenScenario } from './files/open-scenario.ts';

/** What the host tells the window. Events of a talk go to the run store. */
export function useHostEvents(studio: Studio): void {
  useEffect(() => studio.host.onEvent((event) => hearHost(studio, event)), [studio]);
}

export function hearHost(studio: Studio, event: HostEvent): void {
  switch (event.name) {
    case 'app.actionChosen': {
      const action = findAction(studio, event.payload.id);
      if (action !== undefined) runAction(studio, action);
      return;
    }
    case 'app.closing':
      return void closeWindow(studio);
    case 'app.openAsked':
      return void reopenScenario(studio, event.payload.file);
    case 'scenario.changedOnDisk': {
      const { openFile, onDisk } = studio.editor.getState();
      if (openFile?.file !== event.payload.file) return;
      if (openFile.hash !== event.payload.hash) studio.editor.setOnDisk('changed');
      else if (onDisk === 'gone') studio.editor.setOnDisk('same');
      return;
    }
    case 'scenario.gone': {
      if (studio.editor.getState().openFile?.file === event.payload.file) studio.editor.setOnDisk('gone');
      return;
    }
    case 'desk.given': {
      const { bottomTab, preferences } = studio.ui.getState();
      if (bottomTab !== 'desk' || !isPanelOpen(preferences, 'bottom'))
        studio.ui.notify('info', 'A talk waits for a person.', { tab: 'desk', words: 'Open the desk' });
      return;
    }
    default:
  }
}
