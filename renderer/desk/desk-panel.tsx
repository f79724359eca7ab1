import { useEffect, useState } from 'react';
import { useStudio } from '../state/studio.ts';
import { TabPanel, TabStrip } from '../ui/tab-strip.tsx';
import { refreshDesk, useDeskTalks } from './desk-store.ts';
import { Outbox } from './outbox.tsx';
import { Sheets } from './sheets.tsx';
import { Tickets } from './tickets.tsx';
import { WaitingTalks } from './waiting-talks.tsx';
import './desk-panel.css';

type DeskTab = 'deskTalks' | 'deskOutbox' | 'deskTickets' | 'deskSheets';

/** What would reach people and other systems: here it stays on this machine, to be read and answered. */
export function DeskPanel() {
  const { host } = useStudio();
  const [tab, setTab] = useState<DeskTab>('deskTalks');
  const talks = useDeskTalks();
  useEffect(() => void refreshDesk(host), [host]);
  return (
    <div className="desk">
      <TabStrip
        label="Desk"
        tabs={[
          { name: 'deskTalks', label: 'Hand-off', count: talks.length },
          { name: 'deskOutbox', label: 'Outbox' },
          { name: 'deskTickets', label: 'Tickets' },
          { name: 'deskSheets', label: 'Sheets' },
        ]}
        chosen={tab}
        onChoose={setTab}
      />
      <TabPanel name="deskTalks" chosen={tab}>
        <WaitingTalks talks={talks} />
      </TabPanel>
      <TabPanel name="deskOutbox" chosen={tab}>
        {tab === 'deskOutbox' && <Outbox />}
      </TabPanel>
      <TabPanel name="deskTickets" chosen={tab}>
        {tab === 'deskTickets' && <Tickets />}
      </TabPanel>
      <TabPanel name="deskSheets" chosen={tab}>
        {tab === 'deskSheets' && <Sheets />}
      </TabPanel>
    </div>
  );
}
