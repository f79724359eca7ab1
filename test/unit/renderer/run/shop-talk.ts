import type { Document } from '../../../../shared/model/document.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { createRunStore } from '../../../../renderer/state/create-run-store.ts';
import type { RunStore } from '../../../../renderer/state/create-run-store.ts';
import type { Bubble } from '../../../../renderer/state/run-bubbles.ts';
import type { Studio } from '../../../../renderer/state/studio.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';
import { when } from '../../../builders/conditions.ts';
import { createManualScheduler, type ManualScheduler } from './manual-scheduler.ts';
import { createRunHost, type RunHost } from './run-host.ts';

/** A shop that greets, looks an order up with an example answer, asks before it pays back, and knows when it is lost. */
export const shopDocument = (): Document =>
  aScenario('Shop')
    .withAttribute('status')
    .withAttribute('order_id', 'string', { example: 'A-7' })
    .withAttribute('pin', 'string', { sensitive: true })
    .withApiAction('lookUp', {
      outputs: { status: 'string' },
      mocks: [{ body: { status: 'shipped' }, delay: 84 }],
    })
    .withApiAction('payBack', {
      confirmation: { when: 'always', question: 'Shall I pay it back?' },
      mocks: [{ body: {} }],
    })
    .withConversation('Orders')
    .withScene('Desk')
    .withTurn('Ask', { behaviors: ['STARTING', 'OPEN'] })
    .user('hello', { samples: ['hello there', 'good morning'] })
    .user('where_is_order', {
      samples: ['where is my order'],
      actions: [{ id: 'use-look-up', action: 'lookUp' }],
      transition: 'Told',
    })
    .user('money_back', { samples: ['i want my money back'], actions: [{ id: 'use-pay', action: 'payBack' }] })
    .user('vip', { samples: ['open the vault'], conditions: [when('user.pin', 'is_set')] })
    .user('intent.core.TurnNoMatch', { name: 'Lost' })
    .app('greet', { text: 'Hello! What can I do?' })
    .withTurn('Told', { id: 'Told' })
    .app('tell_status', { text: 'It is **{user.status}**.' })
    .build();

export type Shop = {
  readonly studio: Studio;
  readonly run: RunStore;
  readonly host: RunHost;
  readonly scheduler: ManualScheduler;
  /** Begins the talk and shows everything that came of it. */
  readonly open: () => Promise<void>;
  /** Says something and shows everything that came of it. */
  readonly say: (text: string) => Promise<void>;
  readonly settle: () => Promise<void>;
};

/** A studio whose talks run in the real engine, and whose clock the test moves. */
export function openShop(document: Document = shopDocument(), host: RunHost = createRunHost()): Shop {
  const scheduler = createManualScheduler();
  const run = createRunStore(host, { scheduler, makeSeed: () => 1 });
  run.setSpeed(0);
  const studio = { ...aStudio(document, host), run };
  const settle = async (): Promise<void> => {
    await host.idle();
    scheduler.settle();
  };
  return {
    studio,
    run,
    host,
    scheduler,
    settle,
    open: async () => {
      await run.start(printScenario(studio.editor.getState().document), null);
      await settle();
    },
    say: async (text) => {
      await run.say({ kind: 'text', text });
      await settle();
    },
  };
}

/** A bubble in a few words. */
export function bubbleWords(bubble: Bubble): string {
  if (bubble.kind === 'said') return `me: ${bubble.text}`;
  if (bubble.kind === 'desk') return `${bubble.speaker.toLowerCase()}: ${bubble.text}`;
  if (bubble.kind === 'noted') return `— ${bubble.note}`;
  return `${bubble.message.role === 'message' ? 'app' : bubble.message.role}: ${bubble.message.blocks.map((block) => ('text' in block ? block.text : '')).join(' ')}`;
}
