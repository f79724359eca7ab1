import { Ticket } from 'lucide-react';
import { useState } from 'react';
import type { BridgeDeskTicket } from '../../shared/bridge/contract/desk-contract.ts';
import { visibleLines } from '../../shared/explain/visible-lines.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { dayText } from './day-text.ts';
import { Facts } from './facts.tsx';
import { useScenarioFiles } from './use-scenario-files.ts';

/** Tickets that were opened on this machine. */
export function Tickets() {
  const found = useScenarioFiles('desk.tickets', (file) => ({ file }));
  const [chosen, setChosen] = useState<string | null>(null);
  if (found === null) return null;
  const { tickets } = found;
  const shown = tickets.find(({ id }) => id === chosen) ?? tickets[0];
  if (shown === undefined)
    return (
      <EmptyState
        icon={Ticket}
        sentence="No ticket was opened yet. A ticket action without a help desk opens them here."
      />
    );
  return (
    <div className="desk-split">
      <ul className="desk-list" aria-label="Tickets">
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <button type="button" aria-current={ticket === shown || undefined} onClick={() => setChosen(ticket.id)}>
              <time>#{ticket.id}</time>
              <span>{visibleText(ticket.subject)}</span>
              <small data-priority={ticket.priority}>{ticket.priority}</small>
            </button>
          </li>
        ))}
      </ul>
      <TicketSheet ticket={shown} />
    </div>
  );
}

const TicketSheet = ({ ticket }: { readonly ticket: BridgeDeskTicket }) => (
  <article className="desk-letter" aria-label={`Ticket ${ticket.id}`}>
    <Facts
      facts={[
        ['Subject', ticket.subject],
        ['For', ticket.email],
        ['Type', ticket.type],
        ['Status', `${ticket.status}, ${ticket.priority.toLowerCase()} priority`],
        ['Opened', dayText(Date.parse(ticket.createdAt))],
        ['Due', dayText(Date.parse(ticket.dueBy))],
        ['Tags', ticket.tags.join(', ')],
      ]}
    />
    <p className="desk-body" dir="auto" data-selectable>
      {visibleLines(ticket.text)}
    </p>
  </article>
);
