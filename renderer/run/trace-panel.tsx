import { Waypoints } from 'lucide-react';
import { useMemo, useState } from 'react';
import { findAction, runAction } from '../app/actions/all-actions.ts';
import { exchangeWith, type ExchangeTrace } from '../state/run-trace.ts';
import { useEditor, useRun, useStudio } from '../state/studio.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { eventGroups, type EventGroup } from './event-look.ts';
import { EventTree } from './event-tree.tsx';
import { ExchangeList } from './exchange-list.tsx';
import { namesIn } from './names-in.ts';
import { TimelineBar } from './timeline-bar.tsx';
import { TraceToolbar } from './trace-toolbar.tsx';
import './trace-panel.css';

/** Every decision of the talk: exchanges on the left, and what happened in one of them on the right. */
export function TracePanel() {
  const studio = useStudio();
  const exchanges = useRun((state) => state.exchanges);
  const shown = useShownExchange();
  if (shown === undefined)
    return (
      <EmptyState
        icon={Waypoints}
        sentence="Talk, and every decision is listed here as it is made: what was searched, what was heard, what was called, what was said."
        button={{
          label: 'Talk',
          onPress: () => {
            const talk = findAction(studio, 'run.talk');
            if (talk !== undefined) runAction(studio, talk);
          },
        }}
      />
    );
  return (
    <div className="trace">
      <ExchangeList exchanges={exchanges} shown={shown.exchange} />
      <ShownExchange trace={shown} />
    </div>
  );
}

const allGroups: ReadonlySet<EventGroup> = new Set(eventGroups.map(([group]) => group));

function ShownExchange({ trace }: { trace: ExchangeTrace }) {
  const document = useEditor((state) => state.document);
  const nameOf = useMemo(() => namesIn(document), [document]);
  const [text, setText] = useState('');
  const [groups, setGroups] = useState(allGroups);
  return (
    <div className="trace-exchange">
      <div className="trace-head">
        <TimelineBar events={trace.events} nameOf={nameOf} />
        <TraceToolbar text={text} onText={setText} groups={groups} onGroups={setGroups} />
      </div>
      <EventTree
        // `seq` begins anew with every session, so what was opened in one says nothing about the next.
        key={trace.events[0]?.session}
        trace={trace}
        nameOf={nameOf}
        text={text}
        groups={groups}
        isFiltered={text.trim() !== '' || groups.size < allGroups.size}
      />
    </div>
  );
}

/** The exchange of the chosen event, else the newest. */
function useShownExchange(): ExchangeTrace | undefined {
  const exchanges = useRun((state) => state.exchanges);
  const chosen = useRun((state) => state.chosen);
  return (chosen === null ? undefined : exchangeWith(exchanges, chosen)) ?? exchanges.at(-1);
}
