// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { UnderstandingPanel } from '../../../../renderer/understanding/understanding-panel.tsx';
import { fail, succeed, type Result } from '../../../../shared/base/result.ts';
import type { HostClient } from '../../../../shared/bridge/client.ts';
import type { HostEvent } from '../../../../shared/bridge/contract/event-contract.ts';
import type { Failure } from '../../../../shared/bridge/contract/failure.ts';
import type { Document } from '../../../../shared/model/document.ts';
import { readScenario } from '../../../../shared/persistence/read-scenario.ts';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import { scoreScenario } from '../../../../shared/understanding/score-scenario.ts';
import type { UnderstandingScore } from '../../../../shared/understanding/score-schema.ts';
import type { TrialScope } from '../../../../shared/understanding/trial-schema.ts';
import { tryUtterance } from '../../../../shared/understanding/try-utterance.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';
import { unwrap } from '../../../builders/unwrap.ts';
import { mount } from '../app/mounted.tsx';

const shop = (): Document =>
  aScenario('Shop')
    .withConversation('Orders')
    .withScene('Desk')
    .withTurn('Ask')
    .user('where', { samples: ['track it', 'where is my order', 'find my order'] })
    .user('follow', { samples: ['Track it!', 'follow the van', 'follow the driver'] })
    .withConversation('Elsewhere', { behaviors: [] })
    .withScene('Room')
    .withTurn('Later')
    .user('secret', { samples: ['open sesame'] })
    .build();

type Asked = { readonly text: string; readonly utterance: string; readonly scope: TrialScope };

function measure(text: string): UnderstandingScore {
  const scoring = scoreScenario(compileScenario(unwrap(readScenario(text)).document), 1);
  for (let step = scoring.next(); ; step = scoring.next()) if (step.done === true) return step.value;
}

/** A host with the real interpreter, which answers a score when it is told to. */
function aHost() {
  const listeners = new Set<(event: HostEvent) => void>();
  const scores: { text: string; settle: (reply: Result<UnderstandingScore, Failure>) => void }[] = [];
  let cancels = 0;
  const call = (method: string, input: unknown): Promise<Result<unknown, Failure>> => {
    const { text, utterance, scope } = input as Asked;
    if (method === 'interpret.try') {
      const { document } = unwrap(readScenario(text));
      return Promise.resolve(succeed(tryUtterance(compileScenario(document), utterance, scope)));
    }
    if (method === 'interpret.score') return new Promise((settle) => scores.push({ text, settle }));
    if (method === 'interpret.cancel') {
      cancels += 1;
      scores.at(-1)?.settle(fail({ code: 'interpret.cancelled', detail: '', path: '' }));
    }
    return Promise.resolve(succeed({}));
  };
  return {
    client: {
      call: call as HostClient['call'],
      onEvent: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    } satisfies HostClient,
    scores,
    cancels: () => cancels,
    emit: (event: HostEvent) => act(() => listeners.forEach((listener) => listener(event))),
    /** Answers what was asked last. */
    answer: async (): Promise<void> => {
      await vi.waitFor(() => expect(scores.length).toBeGreaterThan(0));
      const asked = scores.at(-1);
      await act(async () => asked?.settle(succeed(measure(asked.text))));
    },
  };
}

function open(document = shop()) {
  const host = aHost();
  const studio = aStudio(document, host.client);
  mount(studio, <UnderstandingPanel isShown />);
  return { host, studio, field: screen.getByRole('textbox', { name: 'Try an utterance' }) };
}

test('a text is ranked as it is typed: who is taken, how sure, why; pressing a row goes there', async () => {
  const { studio, field } = open();
  await userEvent.type(field, 'where is my blue order');
  const answer = await screen.findByText(/^Understood as where/);
  expect(answer.textContent).toMatch(/ahead of follow|^Understood as where\.$/);
  const [first] = within(screen.getByRole('list', { name: /likeliest first/ })).getAllByRole('button');
  expect(first?.textContent).toMatch(/where.*%.*taken from 50 % on.*like “where is my order”/);
  expect(screen.getByText('blue').closest('mark')?.textContent).toBe('blue (in no sample here)');
  await userEvent.click(first!);
  expect(studio.editor.getState().selection).toEqual(['where']);
  expect(studio.ui.getState()).toMatchObject({ rightTab: 'inspector', reveal: { ids: ['where'] } });
});

test('what is listened for elsewhere is found when everywhere is chosen', async () => {
  const { field } = open();
  await userEvent.type(field, 'open sesame');
  expect(await screen.findByText(/^Not understood/)).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'Everywhere' }));
  expect(await screen.findByText(/^Understood as secret/)).toBeTruthy();
  await userEvent.type(field, '{Escape}');
  expect(screen.getByText(/^Type what a person might say/)).toBeTruthy();
});

test('a text that is asked for elsewhere is tried among all intents, and can be gone on with', async () => {
  const { studio, field } = open();
  act(() => studio.ui.tryUtterance('open sesame'));
  expect(studio.ui.getState()).toMatchObject({ bottomTab: 'understanding' });
  expect(field).toHaveProperty('value', 'open sesame');
  expect(document.activeElement).toBe(field);
  expect(await screen.findByText(/^Understood as secret/)).toBeTruthy();
  await userEvent.clear(field);
  act(() => studio.ui.tryUtterance('open sesame'));
  expect(field).toHaveProperty('value', 'open sesame');
});

test('the score names what is confused and what would help, sample by sample', async () => {
  const { host, studio } = open();
  await host.answer();
  expect(screen.getByText(/held-out samples understood$/).textContent).toMatch(/^\d of 6 /);
  const table = screen.getByRole('table', { name: 'Misunderstood' });
  const [toggle] = within(table).getAllByRole('button', { name: /show which$/ });
  await userEvent.click(toggle!);
  expect(within(table).getByText(/^“track it”/i).textContent).toMatch(/100 %, the same as/);
  const suggestion = within(screen.getByRole('region', { name: 'Suggestions' })).getByText(/keep it in one of them/);
  await userEvent.click(within(suggestion).getByRole('button', { name: 'follow' }));
  expect(studio.editor.getState().selection).toEqual(['follow']);
  expect(within(screen.getByRole('region', { name: 'Overlapping samples' })).getByText(/is also/)).toBeTruthy();
});

test('an edit makes the score stale until it is measured again; moving things does not', async () => {
  const { host, studio } = open();
  await host.answer();
  const before = host.scores.length;
  act(() => void unwrap(studio.editor.execute({ kind: 'canvas.place', places: [{ id: 'orders', x: 40, y: 40 }] })));
  expect(screen.queryByText('Before your last edits')).toBeNull();
  const changes = { samples: ['find it'] };
  act(() => void unwrap(studio.editor.execute({ kind: 'record.update', table: 'intents', id: 'where', changes })));
  expect(screen.getByText('Before your last edits')).toBeTruthy();
  await vi.waitFor(() => expect(host.scores.length).toBe(before + 1), { timeout: 3000 });
  expect(screen.queryByText('Before your last edits')).toBeNull();
  await host.answer();
  expect(screen.getByText(/held-out samples understood$/).textContent).toMatch(/ of 3 /);
});

test('measuring shows how far it is and can be stopped; stopped is not begun again by itself', async () => {
  const { host } = open();
  await vi.waitFor(() => expect(host.scores).toHaveLength(1));
  host.emit({ name: 'interpret.progressed', payload: { done: 3, total: 6 } });
  expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Measuring' }).value).toBe(3);
  await userEvent.click(screen.getByRole('button', { name: 'Stop measuring' }));
  expect([await screen.findByText('Stopped'), host.cancels()]).toEqual([expect.anything(), 1]);
  expect(host.scores).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Measure again' }));
  await host.answer();
  expect(screen.queryByText('Stopped')).toBeNull();
});

test('without samples it says what to do', async () => {
  const { host } = open(aScenario('Empty').build());
  await host.answer();
  expect(screen.getByText(/^No intent has sample utterances yet\. Select a USER intent/)).toBeTruthy();
});

test('nothing is measured while nobody looks', async () => {
  const host = aHost();
  mount(aStudio(shop(), host.client), <UnderstandingPanel isShown={false} />);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(host.scores).toHaveLength(0);
});
