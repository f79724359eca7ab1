import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HostClient } from '../../shared/bridge/client.ts';
import type { BridgeDeskTalk } from '../../shared/bridge/contract/desk-contract.ts';
import type { HostEvent } from '../../shared/bridge/contract/event-contract.ts';
import { useStudio } from '../state/studio.ts';

/** Talks that wait for a person, longest first. */
export type DeskTalks = readonly BridgeDeskTalk[];

const kept = new WeakMap<HostClient, StoreApi<{ readonly talks: DeskTalks }>>();

/** The desk of this window; it listens from when it is first asked for, and as long as the window lives. */
export function deskOf(host: HostClient): StoreApi<{ readonly talks: DeskTalks }> {
  const known = kept.get(host);
  if (known !== undefined) return known;
  const store = createStore<{ readonly talks: DeskTalks }>(() => ({ talks: [] }));
  kept.set(host, store);
  host.onEvent((event) => store.setState(({ talks }) => ({ talks: withEvent(talks, event) })));
  return store;
}

export const useDeskTalks = (): DeskTalks => useStore(deskOf(useStudio().host), ({ talks }) => talks);

/** Asks who waits; talks of other windows are told by nothing else. A desk that cannot be asked stays as it is. */
export async function refreshDesk(host: HostClient): Promise<void> {
  const reply = await host.call('desk.list', {});
  if (reply.ok) deskOf(host).setState({ talks: reply.value.talks });
}

function withEvent(talks: DeskTalks, event: HostEvent): DeskTalks {
  switch (event.name) {
    case 'desk.given': {
      const { talk } = event.payload;
      return [...talks.filter(({ session }) => session !== talk.session), talk];
    }
    case 'desk.said':
      return talks.map((talk) =>
        talk.session === event.payload.run ? { ...talk, lines: [...talk.lines, event.payload.line] } : talk,
      );
    case 'desk.returned':
    case 'desk.left':
      return talks.filter(({ session }) => session !== event.payload.run);
    default:
      return talks;
  }
}
