import { atMost, microseconds, type BenchRow } from '../bench-row.ts';
import { race } from '../measure.ts';
import { engineTalk, talkAndWrite } from './ring-talk.ts';

/** The engine cannot be run without its trace, so what is compared is writing it down: with making it, and alone. */
export async function tracingRows(): Promise<readonly BenchRow[]> {
  const talk = engineTalk(25);
  const recorded = Array.from({ length: 100 }, () => talk('Go on').trace);
  let written = 0;
  const { both, writeAlone } = await race({
    both: talkAndWrite(25),
    writeAlone: (exchanges) => {
      for (let exchange = 0; exchange < exchanges; exchange += 1)
        for (const event of recorded[exchange % recorded.length] ?? []) written += JSON.stringify(event).length + 1;
    },
  });
  if (written === 0) throw new Error('the benched trace must be written');
  return [
    {
      what: 'an exchange and its trace as text, against writing such a trace alone',
      ours: microseconds(both),
      against: microseconds(writeAlone),
      ratio: both / writeAlone,
      ...atMost(2, both / writeAlone),
    },
  ];
}
