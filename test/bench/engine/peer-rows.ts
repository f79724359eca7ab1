import { atMost, microseconds, type BenchRow } from '../bench-row.ts';
import { race } from '../measure.ts';
import { installPeers } from '../peers/install-peers.ts';
import { stateMachineRing } from '../peers/state-machine-ring.ts';
import { waterfallRing } from '../peers/waterfall-ring.ts';
import { talkAndWrite, talkThrough } from './ring-talk.ts';

type PeerRows = { readonly rows: readonly BenchRow[]; readonly skipped: string | null };

const skipped =
  'XState and Bot Framework were left out: npm could not install them. Check the network and run it again.';

/**
 * The same talk on other people's engines, which tell less of it: an XState actor which states it went through, a
 * waterfall nothing at all. What they are given to do is the least that gives the same replies.
 */
export async function peerRows(): Promise<PeerRows> {
  const load = await installPeers();
  if (load === null) return { rows: [], skipped };
  const { ours, ...peers } = await race({
    ours: talkThrough(25),
    'an XState actor with inspection': stateMachineRing(load, 25, 'kept'),
    'an XState actor, not inspected': stateMachineRing(load, 25, 'none'),
    'a Bot Framework waterfall': waterfallRing(load, 25),
  });
  const { written, inspectionsWritten } = await race({
    written: talkAndWrite(25),
    inspectionsWritten: stateMachineRing(load, 25, 'written'),
  });
  const rows = Object.entries(peers).map(([peer, each]) => ({
    what: `the same talk, against ${peer}`,
    ours: microseconds(ours),
    against: microseconds(each),
    ratio: ours / each,
    ...atMost(0.2, ours / each),
  }));
  const inText = {
    what: 'the same talk and its trace as text, against the actor and its inspections as text',
    ours: microseconds(written),
    against: microseconds(inspectionsWritten),
    ratio: written / inspectionsWritten,
    ...atMost(1, written / inspectionsWritten),
  };
  return { rows: [...rows, inText], skipped: null };
}
