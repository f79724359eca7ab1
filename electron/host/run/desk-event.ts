import { assertNever } from '../../../shared/base/assert-never.ts';
import type { HostEvent } from '../../../shared/bridge/contract/event-contract.ts';
import type { DeskEvent } from '../desk/hand-off-desk.ts';

/** What happened at the desk, as the page is told. A talk is named by its run there. */
export function deskEvent(run: string, event: DeskEvent): HostEvent {
  switch (event.kind) {
    case 'talk.given':
      return { name: 'desk.given', payload: { talk: event.talk, text: event.text } };
    case 'line.added':
      return { name: 'desk.said', payload: { run, line: event.line } };
    case 'talk.returned':
      return { name: 'desk.returned', payload: { run, text: event.text } };
    case 'talk.left':
      return { name: 'desk.left', payload: { run } };
    default:
      return assertNever(event);
  }
}
