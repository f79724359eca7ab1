import { atMost, microseconds, type BenchRow } from '../bench-row.ts';
import { race } from '../measure.ts';
import { installPeers } from '../peers/install-peers.ts';
import { stateMachineRing } from '../peers/state-machine-ring.ts';
import { waterfallRing } from '../peers/waterfall-ring.ts';
import { talkThrough } from './ring-talk.ts';

type PeerRows = { readonly rows: readonly BenchRow[]; readonly skipped: string | null };

const skipped =
  'XState and Bot Framework were left out: npm could not install them. Check the network and run it again.';

/** The same talk on other people's engines; but for the inspected one, they record nothing. */
export async function peerRows(): Promise<PeerRows> {
  const load = await installPeers();
  if (load === null) return { rows: [], skipped };
  const { ours, ...peers } = await race({
    ours: talkThrough(25),
    'an XState actor with inspection': stateMachineRing(load, 25, true),
    'an XState actor, not inspected': stateMachineRing(load, 25, false),
    'a Bot Framework waterfall': waterfallRing(load, 25),
  });
  const rows = Object.entries(peers).map(([peer, each]) => ({
    what: `the same talk, against ${peer}`,
    ours: microseconds(ours),
    against: microseconds(each),
    ratio: ours / each,
    ...atMost(0.2, ours / each),
  }));
  return { rows, skipped: null };
}
