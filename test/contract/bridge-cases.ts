import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BridgeMethod } from '../../shared/bridge/contract/bridge-contract.ts';
import type { BridgeWorld } from './bridge-world.ts';
import { interpretCases } from './interpret-cases.ts';
import { runCases } from './run-cases.ts';

/** A call and what must come of it; what the reply has more is the contract's business. */
export type BridgeCase = (world: BridgeWorld) => Promise<{ readonly input: unknown; readonly expected: object }>;
export type MethodCases = { readonly happy: BridgeCase; readonly refused: BridgeCase };

export const sampleText = readFileSync(
  fileURLToPath(new URL('../../shared/samples/order-support.parley.json', import.meta.url)),
  'utf8',
);

const ok = (value: object) => ({ ok: true, value });
const failed = (code: string) => ({ ok: false, failure: { code } });
const unknownFile = `file-${'0'.repeat(32)}`;

const plain =
  (input: unknown, expected: object): BridgeCase =>
  () =>
    Promise.resolve({ input, expected });

const refusedInput = (input: unknown): BridgeCase => plain(input, failed('bridge.refused'));
const refusedFile = (rest: object = {}): BridgeCase =>
  plain({ file: unknownFile, ...rest }, failed('scenario.unknownFile'));

/** Opens the sample from the world's folder and gives what came of it. */
async function openSample(world: BridgeWorld): Promise<{ file: string; hash: string }> {
  const open = join(world.folder, 'sample.parley.json');
  writeFileSync(open, sampleText);
  return openFile(world, open);
}

async function openFile(world: BridgeWorld, open: string): Promise<{ file: string; hash: string }> {
  await world.answer({ open });
  const reply = (await world.request('scenario.choose', {})) as { value: { scenario: { file: string; hash: string } } };
  return reply.value.scenario;
}

/** A version of the sample, kept; what names it. */
async function keepVersion(world: BridgeWorld): Promise<{ file: string; id: string }> {
  const { file } = await openSample(world);
  const input = { file, name: 'First', note: 'as agreed', text: sampleText };
  const reply = (await world.request('version.keep', input)) as { value: { version: { id: string } } };
  return { file, id: reply.value.version.id };
}

const preferences = { theme: 'dark', panels: { outline: 20 }, followRun: false, runSpeed: 2 };
const picture = { ratio: 1.5, shapes: [0, 0, 0, 1000, 1000, 3, 10, 10, 400, 100] };
const menus = [
  {
    label: 'Edit',
    items: [
      { kind: 'action', id: 'undo', label: 'Undo', shortcut: 'CmdOrCtrl+Z', enabled: true },
      { kind: 'separator' },
    ],
  },
];

/** Every method with a call that is answered and one that is refused. A method without them does not compile. */
export const bridgeCases: Readonly<Record<BridgeMethod, MethodCases>> = {
  'app.hello': {
    happy: plain({}, ok({ preferences: { theme: 'system' }, capabilities: { secretsProtected: false } })),
    refused: refusedInput({ more: 1 }),
  },
  'app.close': { happy: plain({ proceed: false }, ok({})), refused: refusedInput({ proceed: 'yes' }) },
  'app.openWindow': {
    // Of a file that is open: its window comes to the front, and no other is made.
    happy: async (world) => ({ input: { file: (await openSample(world)).file }, expected: ok({}) }),
    refused: refusedFile(),
  },
  'app.title': {
    happy: plain({ title: 'Orders', edited: true }, ok({})),
    refused: refusedInput({ title: 'x'.repeat(301), edited: false }),
  },
  'app.menu': { happy: plain({ menus }, ok({})), refused: refusedInput({ menus: [{ label: 'x', items: [{}] }] }) },
  'settings.set': {
    happy: plain({ preferences }, ok({})),
    refused: refusedInput({ preferences: { ...preferences, theme: 'pink' } }),
  },
  'secret.list': { happy: plain({}, ok({ names: [] })), refused: refusedInput(null) },
  'secret.bind': {
    happy: async (world) => {
      await world.request('secret.set', { name: 'bound', value: 'canary-0815' });
      return { input: { name: 'bound', hosts: ['api.example.com'] }, expected: ok({ known: true }) };
    },
    refused: refusedInput({ name: 'bound', hosts: 'api.example.com' }),
  },
  'secret.remove': { happy: plain({ name: 'nobody' }, ok({})), refused: refusedInput({}) },
  'secret.standing': { happy: plain({}, ok({ kept: 'session' })), refused: refusedInput({ name: 'key' }) },
  'secret.unlock': {
    happy: plain({ passphrase: 'correct horse battery' }, ok({ standing: { locked: false } })),
    refused: refusedInput({ passphrase: 'short' }),
  },
  'secret.set': {
    happy: plain({ name: 'key', value: 'canary' }, ok({ kept: 'session' })),
    refused: refusedInput({ name: '', value: 'canary' }),
  },
  'scenario.startup': { happy: plain({}, ok({ opened: null, unsaved: null })), refused: refusedInput([]) },
  'scenario.choose': {
    happy: async (world) => {
      const open = join(world.folder, 'chosen.parley.json');
      writeFileSync(open, sampleText);
      await world.answer({ open });
      const scenario = {
        name: 'chosen.parley.json',
        place: world.folder,
        text: sampleText,
        trusted: false,
        recovery: null,
      };
      return { input: {}, expected: ok({ kind: 'opened', scenario }) };
    },
    refused: async (world) => {
      await world.answer({ open: join(world.folder, 'not-there.json') });
      return { input: {}, expected: failed('scenario.notFound') };
    },
  },
  'scenario.reopen': {
    happy: async (world) => {
      const { file, hash } = await openSample(world);
      return { input: { file }, expected: ok({ kind: 'opened', scenario: { file, hash } }) };
    },
    refused: refusedFile(),
  },
  'scenario.openDropped': {
    happy: async (world) => {
      const path = join(world.folder, 'dropped.parley.json');
      writeFileSync(path, sampleText);
      await world.drop(path);
      return { input: { path }, expected: ok({ kind: 'opened', scenario: { name: 'dropped.parley.json' } }) };
    },
    refused: async (world) => {
      const path = join(world.folder, 'dropped-and-gone.json');
      writeFileSync(path, '{}');
      await world.drop(path);
      return { input: { path: 5 }, expected: failed('bridge.refused') };
    },
  },
  'scenario.recent': {
    happy: async (world) => {
      await openSample(world);
      return { input: {}, expected: ok({ files: [{ name: 'sample.parley.json', place: world.folder }] }) };
    },
    refused: refusedInput({ limit: 3 }),
  },
  'scenario.save': {
    happy: async (world) => {
      const { file, hash } = await openSample(world);
      return { input: { file, text: sampleText, ifHash: hash }, expected: ok({ hash }) };
    },
    refused: async (world) => {
      const { file, hash } = await openSample(world);
      writeFileSync(join(world.folder, 'sample.parley.json'), '{}');
      return { input: { file, text: sampleText, ifHash: hash }, expected: failed('scenario.changedOnDisk') };
    },
  },
  'scenario.saveAs': {
    happy: async (world) => {
      await world.answer({ save: join(world.folder, 'named.parley.json') });
      const input = { suggestedName: 'named', text: sampleText };
      return { input, expected: ok({ kind: 'saved', name: 'named.parley.json', place: world.folder }) };
    },
    refused: async (world) => {
      await world.answer({ save: join(world.folder, 'no-folder', 'named.parley.json') });
      return { input: { suggestedName: 'named', text: sampleText }, expected: failed('scenario.notFound') };
    },
  },
  'scenario.journal': {
    happy: async (world) => {
      const { file } = await openSample(world);
      return { input: { file, base: sampleText, edits: ['[]'] }, expected: ok({ sequence: 1 }) };
    },
    refused: refusedFile({ base: sampleText, edits: [] }),
  },
  'scenario.discardJournal': { happy: plain({ file: null }, ok({})), refused: refusedFile() },
  'scenario.trust': {
    happy: async (world) => {
      const { file } = await openSample(world);
      await world.answer({ trust: true });
      return { input: { file, trusted: true }, expected: ok({ trusted: true }) };
    },
    refused: refusedFile({ trusted: true }),
  },
  'scenario.close': {
    happy: async (world) => ({ input: { file: (await openSample(world)).file }, expected: ok({}) }),
    refused: refusedFile(),
  },
  'version.list': {
    happy: async (world) => {
      const { file } = await keepVersion(world);
      return { input: { file }, expected: ok({ versions: [{ name: 'First', note: 'as agreed' }] }) };
    },
    refused: refusedFile(),
  },
  'version.takeOver': {
    happy: async (world) => {
      const [from, to] = [join(world.folder, 'before.parley.json'), join(world.folder, 'since.parley.json')];
      writeFileSync(from, sampleText);
      const { file: kept } = await openFile(world, from);
      await world.request('version.keep', { file: kept, name: 'First', note: '', text: sampleText });
      // Known under its new name before it was moved there, so that nothing comes along by itself.
      copyFileSync(from, to);
      const { file } = await openFile(world, to);
      await world.request('scenario.close', { file: kept });
      rmSync(from);
      const listed = (await world.request('version.list', { file })) as { value: { former: { id: string }[] } };
      return { input: { file, former: listed.value.former[0]?.id }, expected: ok({ versions: 1 }) };
    },
    refused: async (world) => {
      const { file } = await openSample(world);
      return { input: { file, former: '0'.repeat(32) }, expected: failed('scenario.unknownFile') };
    },
  },
  'version.keep': {
    happy: async (world) => {
      const { file } = await openSample(world);
      const input = { file, name: 'Second', note: '', text: sampleText };
      return { input, expected: ok({ version: { name: 'Second', size: Buffer.byteLength(sampleText) }, dropped: [] }) };
    },
    refused: refusedFile({ name: 'Second', note: '', text: sampleText }),
  },
  'version.read': {
    happy: async (world) => ({ input: await keepVersion(world), expected: ok({ text: sampleText }) }),
    refused: async (world) => {
      const { file } = await openSample(world);
      return { input: { file, id: '0-000000000000' }, expected: failed('scenario.notFound') };
    },
  },
  'version.forget': {
    happy: async (world) => ({ input: await keepVersion(world), expected: ok({}) }),
    refused: async (world) => {
      const { file } = await openSample(world);
      return { input: { file, id: '../sample' }, expected: failed('bridge.refused') };
    },
  },
  'recent.look': {
    happy: async (world) => {
      const { file } = await openSample(world);
      await world.request('recent.keepPicture', { file, picture });
      return { input: {}, expected: ok({ files: [{ file, picture, isThere: true }] }) };
    },
    refused: refusedInput({ most: 3 }),
  },
  'recent.keepPicture': {
    happy: async (world) => ({ input: { file: (await openSample(world)).file, picture }, expected: ok({}) }),
    refused: async (world) => {
      const { file } = await openSample(world);
      return { input: { file, picture: { ...picture, shapes: [0, 1] } }, expected: failed('bridge.refused') };
    },
  },
  'recent.pin': {
    happy: async (world) => ({ input: { file: (await openSample(world)).file, pinned: true }, expected: ok({}) }),
    refused: refusedFile({ pinned: true }),
  },
  'recent.forget': {
    happy: async (world) => ({ input: { file: (await openSample(world)).file }, expected: ok({}) }),
    refused: refusedFile(),
  },
  'export.save': {
    happy: async (world) => {
      const save = join(world.folder, 'orders.bundle.json');
      await world.answer({ save });
      return { input: { suggestedName: 'orders', text: '{}' }, expected: ok({ kind: 'saved', place: save }) };
    },
    refused: async (world) => {
      await openSample(world);
      await world.answer({ save: join(world.folder, 'sample.parley.json') });
      return { input: { suggestedName: 'orders', text: '{}' }, expected: failed('scenario.openElsewhere') };
    },
  },
  'import.choose': {
    happy: async (world) => {
      const bundle = join(world.folder, 'orders.bundle.json');
      writeFileSync(bundle, '{}');
      await world.answer({ bundle });
      return { input: { what: 'bundle' }, expected: ok({ kind: 'chosen', name: 'orders.bundle.json', text: '{}' }) };
    },
    refused: refusedInput({ what: 'everything' }),
  },
  'audit.list': {
    happy: plain({ text: 'nobody did this' }, ok({ entries: [], total: 0 })),
    refused: refusedInput({ limit: 0 }),
  },
  'audit.export': {
    happy: async (world) => {
      const save = join(world.folder, 'actions.csv');
      await world.answer({ save });
      return { input: { format: 'csv' }, expected: ok({ kind: 'saved', place: save }) };
    },
    refused: refusedInput({ format: 'xlsx' }),
  },
  'desk.list': { happy: plain({}, ok({ talks: [] })), refused: refusedInput({ run: 'run-1' }) },
  'desk.say': {
    happy: plain(
      { run: 'run-of-nobody', text: 'Hello' },
      ok({ problem: 'That talk is not at the hand-off desk any more.' }),
    ),
    refused: refusedInput({ run: 'elsewhere', text: 'Hello' }),
  },
  'desk.giveBack': {
    happy: plain({ run: 'run-of-nobody' }, ok({ problem: 'That talk is not at the hand-off desk any more.' })),
    refused: refusedInput({}),
  },
  'desk.outbox': { happy: plain({ file: null }, ok({ mails: [] })), refused: refusedInput({}) },
  'desk.mail': {
    happy: plain({ file: null, mail: '../../passwd' }, ok({ text: null })),
    refused: refusedInput({ file: null }),
  },
  'desk.tickets': { happy: plain({ file: null }, ok({ tickets: [] })), refused: refusedInput({ file: '/etc' }) },
  'desk.sheets': {
    happy: plain({ file: null, names: ['leads', '../../../etc/passwd', ''] }, ok({ sheets: [] })),
    refused: refusedInput({ file: null, names: 'leads' }),
  },
  'audit.clear': { happy: plain({}, ok({})), refused: refusedInput({ before: 3 }) },
  ...runCases,
  ...interpretCases,
};
