import { atMost, microseconds, perSecond, type BenchRow, type BenchSection } from '../bench-row.ts';
import { race } from '../measure.ts';
import { compileRows } from './compile-rows.ts';
import { endlessRows } from './endless-rows.ts';
import { handWrittenChain } from './hand-written-chain.ts';
import { peerRows } from './peer-rows.ts';
import { engineTalk, talkOn, talkThrough, type RingTalk } from './ring-talk.ts';
import { sessionRows } from './session-rows.ts';
import { tracingRows } from './tracing-rows.ts';

/** What one exchange costs, with its full trace: against code written by hand, by size, by length, beside others. */
export async function engineBench(): Promise<BenchSection> {
  const speed = await speedRows();
  const peers = await peerRows();
  return {
    title: 'Engine: one exchange with its full trace',
    rows: [
      ...speed,
      ...peers.rows,
      ...(await sizeRows()),
      ...(await endlessRows()),
      ...(await sessionRows()),
      ...(await tracingRows()),
      ...compileRows(),
    ],
    ...(peers.skipped === null ? {} : { notes: [peers.skipped] }),
  };
}

async function speedRows(): Promise<readonly BenchRow[]> {
  mustTellTheSame(engineTalk(25), handWrittenChain(25));
  const { engine, chain } = await race({ engine: talkThrough(25), chain: talkOn(handWrittenChain(25)) }, 150);
  const { everywhere, chainEverywhere } = await race({
    everywhere: talkThrough(2500),
    chainEverywhere: talkOn(handWrittenChain(2500)),
  });
  const ratio = engine / chain;
  return [
    {
      what: '50 intents, against the same reply and trace written by hand',
      ours: `${microseconds(engine)} (${perSecond(engine)})`,
      against: `${microseconds(chain)} (${perSecond(chain)})`,
      ratio,
      ...atMost(5, ratio),
    },
    {
      what: 'a talk that visits 5,000 intents in turn, against that written by hand',
      ours: microseconds(everywhere),
      against: microseconds(chainEverywhere),
      ratio: everywhere / chainEverywhere,
      goal: 'near the first row',
    },
  ];
}

/** Whoever tells less than the other has no part in the race. Both begin elsewhere, and so tell the first one otherwise. */
function mustTellTheSame(one: RingTalk, other: RingTalk): void {
  for (let exchange = 0; exchange < 60; exchange += 1) {
    const [ours, theirs] = [one, other].map((talk) => JSON.stringify(talk('Go on')));
    if (exchange > 0 && ours !== theirs) throw new Error(`exchange ${exchange} is not told alike:\n${ours}\n${theirs}`);
  }
}

/** The same talk, with ever more intents around it that it never gets to. */
async function sizeRows(): Promise<readonly BenchRow[]> {
  const { small, ...larger } = await race({
    small: talkThrough(25),
    '500': talkThrough(25, 225),
    '5,000': talkThrough(25, 2475),
    '50,000': talkThrough(25, 24_975),
  });
  return Object.entries(larger).map(([intents, each]) => ({
    what: `the same talk among ${intents} intents, against among 50`,
    ours: microseconds(each),
    against: microseconds(small),
    ratio: each / small,
    ...atMost(1.1, each / small),
  }));
}
