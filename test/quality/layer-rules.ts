/** What a layer may import; the first folder of a path that has a rule decides. */
export interface LayerRule {
  readonly folder: string;
  /** Folders or files of ours. */
  readonly may: readonly string[];
  /** The same, for types alone: nothing of them is left in the running program. */
  readonly mayTypes?: readonly string[];
  /** Packages by name; `node:` stands for Node's own modules, `*` for any package that is not named in `notPackages`. */
  readonly packages: readonly string[];
  readonly notPackages?: readonly string[];
}

const pure = ['re2js', '@noble/hashes', 'zod', 'fractional-indexing', 'immutable', 'jmespath'];
const electronOnly = ['electron', 'electron-store'];

const shared = (name: string, may: readonly string[], mayTypes: readonly string[] = []): LayerRule => ({
  folder: `shared/${name}`,
  may: may.map((layer) => `shared/${layer}`),
  mayTypes: mayTypes.map((layer) => `shared/${layer}`),
  packages: pure,
});

const renderer = (name: string, may: readonly string[]): LayerRule => ({
  folder: name === '' ? 'renderer' : `renderer/${name}`,
  may,
  packages: ['*'],
  notPackages: [...electronOnly, 'node:', 'undici'],
});

/** The arrows of the tree, most particular folder first. */
export const layerRules: readonly LayerRule[] = [
  shared('base', []),
  shared('model', ['base']),
  shared('values', ['base', 'model']),
  shared('reference', ['base', 'model', 'values']),
  shared('conditions', ['base', 'model', 'values', 'reference']),
  // The page never checks a phone number, and so loads none of it.
  {
    ...shared('actions/local', ['base', 'model', 'values', 'reference', 'conditions', 'actions']),
    packages: [...pure, 'libphonenumber-js'],
  },
  shared('actions', ['base', 'model', 'values', 'reference', 'conditions']),
  shared('commands', ['base', 'model', 'reference']),
  shared('merge', ['base', 'model', 'commands']),
  shared('problems', ['base', 'model', 'values', 'reference', 'conditions', 'actions']),
  shared('persistence', ['base', 'model']),
  shared('gallery', ['base', 'model', 'exchange']),
  shared('samples', ['base', 'model', 'persistence', 'exchange', 'gallery']),
  // Markup is the one format the engine reads too: an attribute may hold a whole message.
  shared('exchange/markup', ['base', 'model', 'values']),
  shared('exchange', ['base', 'model', 'values', 'reference', 'persistence', 'actions', 'problems']),
  shared('program', ['base', 'model', 'values', 'reference', 'conditions', 'problems', 'actions'], ['interpret']),
  {
    ...shared('interpret', ['base', 'model', 'values', 'reference', 'conditions']),
    // Large, and of use to nobody else: the page never loads them.
    packages: [...pure, 'chrono-node', 'libphonenumber-js'],
  },
  shared('engine', [
    'base',
    'model',
    'values',
    'reference',
    'conditions',
    'actions',
    'program',
    'interpret',
    'exchange/markup',
  ]),
  shared('answers', ['base', 'model', 'conditions', 'engine']),
  shared('understanding', ['base', 'model', 'reference', 'program', 'interpret', 'engine']),
  shared('session', ['base', 'model', 'persistence', 'program', 'engine']),
  shared('explain', ['base', 'model', 'values', 'reference', 'program', 'engine']),
  shared('runtime', ['base', 'model', 'values', 'reference', 'program', 'engine', 'actions'], ['understanding']),
  // The contract speaks of records and of what a run says; of everything else it knows only the types.
  shared(
    'bridge',
    ['base', 'model', 'engine', 'understanding'],
    ['commands', 'problems', 'program', 'runtime', 'persistence', 'exchange'],
  ),

  // What runs beside a stranger's code knows nothing of the rest of the program.
  {
    folder: 'electron/python/child',
    may: ['electron/python/interpreter', 'electron/python/protocol'],
    packages: ['node:'],
  },
  { folder: 'electron/python/interpreter', may: ['electron/python/protocol/host-message.ts'], packages: [] },
  {
    folder: 'electron/python/frame',
    may: ['electron/python/interpreter', 'electron/python/protocol'],
    packages: ['electron'],
  },
  {
    folder: 'electron/python/window',
    may: ['electron/python', 'shared'],
    packages: ['node:', 'electron'],
  },
  { folder: 'electron/python', may: ['electron/python', 'shared'], packages: ['zod', 'node:'] },
  {
    folder: 'electron/host',
    may: ['electron/host', 'electron/python', 'shared'],
    packages: ['*', 'node:'],
    notPackages: electronOnly,
  },
  {
    folder: 'electron/main',
    may: ['electron/main', 'electron/host', 'electron/python', 'shared'],
    packages: ['*', 'node:'],
  },
  { folder: 'electron/preload', may: ['electron/preload', 'shared/bridge'], packages: ['electron'] },
  { folder: 'electron/worker', may: ['electron/worker', 'shared'], packages: ['node:'] },
  {
    folder: 'electron/cli',
    may: [
      'electron/cli',
      'electron/host',
      'electron/python',
      'electron/worker/compile-with-words.ts',
      'electron/worker/semantic',
      'shared',
    ],
    packages: ['*', 'node:'],
    notPackages: electronOnly,
  },
  {
    folder: 'electron/setup',
    may: ['electron/setup', 'electron/worker/semantic/model-files.ts', 'electron/python/runtime-files.ts'],
    packages: ['node:', 'vite'],
  },
  { folder: 'electron/vite.config.ts', may: [], packages: ['node:', 'vite'] },

  { folder: 'renderer/vite.config.ts', may: [], packages: ['node:', 'vite', '@vitejs/plugin-react'] },
  renderer('ui', ['renderer/ui']),
  renderer('host', ['renderer/host', 'shared']),
  renderer('state', ['renderer/state', 'renderer/host', 'shared']),
  renderer('', ['renderer', 'shared']),
];

/** The only files that may touch Electron's raw message channels. The third hands on ports and has no way to answer. */
export const rawMessageFiles: readonly string[] = [
  'electron/main/boot.ts',
  'electron/preload/bridge.ts',
  'electron/python/frame/python-preload.ts',
];
