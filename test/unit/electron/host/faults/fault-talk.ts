import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TraceEventOf } from '../../../../../shared/engine/trace-event.ts';
import { printScenario } from '../../../../../shared/persistence/print-scenario.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { need } from '../../../../builders/need.ts';
import { unwrap } from '../../../../builders/unwrap.ts';
import { openDesk, type Desk } from '../run/stand-ins.ts';
import { places, timeoutOf, type Place } from './fault.ts';
import { faults } from './faults.ts';

export type FaultServices = {
  readonly origins: Readonly<Record<Place, string>>;
  /** The certificate of the authority that vouches for some of them. */
  readonly authority: string;
  readonly close: () => Promise<unknown>;
};

/** The services of the faults, in a process of their own. */
export async function startFaultServices(): Promise<FaultServices> {
  const script = fileURLToPath(new URL('fault-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    ...(JSON.parse(line) as Pick<FaultServices, 'origins' | 'authority'>),
    close: async () => {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** What goes along to the ordinary service, and must be nowhere else. */
export const canary = 'sk-canary-of-the-faults';

export type Endured = {
  readonly settled: TraceEventOf<'effect.settled'>;
  /** From what was said to whose turn it is next. */
  readonly milliseconds: number;
  /** Bytes this process took more than before, at most. */
  readonly peak: number;
  /** What the app said. */
  readonly said: readonly string[];
};

export type FaultTalk = {
  readonly desk: Desk;
  /** Says something that runs an action, and waits until it is the user's turn again. */
  readonly press: (callback: string) => Promise<Endured>;
};

/** A talk in the host, live, whose every turn calls one of the faults; `well` calls what is well. */
export async function openFaultTalk({ origins }: FaultServices): Promise<FaultTalk> {
  const desk = openDesk();
  for (const place of places) desk.consents.set(`shop ${origins[place]}`, true);
  await desk.vault.set('KEY', canary, [new URL(origins.plain).host]);
  const started = await desk.handlers['run.start']({
    text: faultScenario(origins),
    file: null,
    mode: 'live',
    seed: 1,
    attributes: {},
  });
  const { run } = unwrap(started);
  while (desk.told('run.waited').length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  let answered = 0;
  /** Yes for the key, no for whatever a fault points to. */
  const answerQuestions = async (): Promise<void> => {
    for (const { origin, secret } of desk.told('run.consentAsked').slice(answered)) {
      answered += 1;
      await desk.handlers['run.consent']({ run, origin, allowed: secret !== undefined });
    }
  };
  const press = async (callback: string): Promise<Endured> => {
    const [events, texts] = [desk.events.length, desk.texts().length];
    const before = process.memoryUsage.rss();
    const began = performance.now();
    let peak = 0;
    await desk.handlers['run.say']({ run, utterance: { kind: 'callback', callback, value: '', text: '' } });
    const isOver = (): boolean =>
      desk.events.slice(events).some(({ name, payload }) => name === 'run.waited' && payload.waiting === 'user');
    while (!isOver() && performance.now() - began < 10_000) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      await answerQuestions();
      peak = Math.max(peak, process.memoryUsage.rss() - before);
    }
    const traced = desk.events
      .slice(events)
      .flatMap((event) => (event.name === 'run.traced' ? event.payload.events : []));
    return {
      settled: need(traced.findLast((event) => event.kind === 'effect.settled')),
      milliseconds: performance.now() - began,
      peak,
      said: desk.texts().slice(texts),
    };
  };
  return { desk, press };
}

function faultScenario(origins: FaultServices['origins']): string {
  const authentication = { kind: 'apiKey', in: 'header', name: 'x-api-key', secret: 'KEY' };
  const builder = aScenario('Faults');
  for (const place of places)
    builder.withIntegration(place, { baseUrl: origins[place], ...(place === 'plain' ? { authentication } : {}) });
  const outputs = [{ name: 'status' }];
  builder.withApiAction('callWell', { request: { integration: 'plain', path: '/well' }, outputs });
  builder.withConversation('Talk').withScene('Scene');
  builder
    .withTurn('Well')
    .user('well', { actions: ['callWell'] })
    .app('told', { text: 'All is {user.status}.' });
  for (const [at, fault] of faults.entries()) {
    const path = `/fault/${at}?other=${encodeURIComponent(origins.other)}`;
    builder.withApiAction(`call${at}`, {
      timeout: timeoutOf(fault),
      request: { integration: fault.at ?? 'plain', path, followRedirects: fault.followsRedirects === true },
      outputs,
      ...fault.action,
    });
    builder
      .withTurn(`Turn ${at}`, { behaviors: ['STARTING', 'OPEN'] })
      .user(`fault.${at}`, { actions: [`call${at}`] })
      .app(`told.${at}`, { text: `Fault ${at} is over.` });
  }
  return printScenario(builder.build());
}
