import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import { createCutter, type CutText } from './cut-text.ts';
import { modelFiles } from './model-files.ts';

/** Reads whole texts, and gives each as a vector of length one. */
export type TextModel = {
  readonly dimensions: number;
  readonly read: (texts: readonly string[]) => Promise<readonly Float32Array[]>;
};

const dimensions = 384;

/** The little of ONNX Runtime that is used here. */
type Runtime = {
  readonly env: { readonly wasm: { numThreads: number; wasmBinary: Uint8Array } };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, shape: readonly number[]) => unknown;
  readonly InferenceSession: {
    readonly create: (model: Uint8Array, options: object) => Promise<Session>;
  };
};
type Session = {
  readonly run: (inputs: object) => Promise<{ readonly last_hidden_state: { readonly data: Float32Array } }>;
};

/** Loads the model, when it is on this machine and is the one it should be; else a sentence says why not. */
export async function loadTextModel(folder: string): Promise<Result<TextModel, string>> {
  const [model, pieces, code, machine] = await Promise.all(
    [modelFiles.model, modelFiles.pieces, modelFiles.runtime, modelFiles.machine].map((file) =>
      readWhole(folder, file),
    ),
  );
  if (model == null || pieces == null || code == null || machine == null) return fail(absent);
  if (![model, pieces, code, machine].every(({ isGenuine }) => isGenuine)) return fail(damaged);
  // Checked to the byte, so its shape is known.
  const { model: tokenizer } = JSON.parse(pieces.bytes.toString('utf8')) as Tokenizer;
  const numbers = new Map(Object.entries(tokenizer.vocab));
  // The very bytes that were checked, so that nothing else can take their place in between.
  const runtime = (await import(
    /* @vite-ignore */ `data:text/javascript;base64,${code.bytes.toString('base64')}`
  )) as Runtime;
  runtime.env.wasm.numThreads = 1;
  runtime.env.wasm.wasmBinary = machine.bytes;
  const session = await runtime.InferenceSession.create(model.bytes, { executionProviders: ['wasm'] });
  return succeed(createModel(runtime, session, createCutter(numbers)));
}

const absent =
  'The model of meaning is not on this machine, so the built-in interpreter read instead. “npm run semantic-model” installs it.';
const damaged =
  'The model of meaning on this machine is not the one it should be, so the built-in interpreter read instead. “npm run semantic-model” replaces it.';

type Whole = { readonly bytes: Buffer; readonly isGenuine: boolean } | null;

async function readWhole(folder: string, file: { readonly name: string; readonly sha256: string }): Promise<Whole> {
  const bytes = await readFile(join(folder, file.name)).catch(() => null);
  if (bytes === null) return null;
  return { bytes, isGenuine: createHash('sha256').update(bytes).digest('hex') === file.sha256 };
}

type Tokenizer = { readonly model: { readonly vocab: Readonly<Record<string, number>> } };

/**
 * One text at a time: with 8 bits the scale of the numbers is that of all that is read together, so that a text would
 * mean something a little different in other company.
 */
function createModel({ Tensor }: Runtime, session: Session, cut: CutText): TextModel {
  // The runtime has one memory, so nobody else may read meanwhile.
  let turn: Promise<unknown> = Promise.resolve();
  const readOne = async (text: string): Promise<Float32Array> => {
    const ids = BigInt64Array.from(cut(text), BigInt);
    const shape = [1, ids.length];
    const output = await session.run({
      input_ids: new Tensor('int64', ids, shape),
      attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
      token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), shape),
    });
    return meanOf(output.last_hidden_state.data, ids.length);
  };
  const readAll = async (texts: readonly string[]): Promise<readonly Float32Array[]> => {
    const vectors: Float32Array[] = [];
    for (const text of texts) vectors.push(await readOne(text));
    return vectors;
  };
  return {
    dimensions,
    read: (texts) => {
      const mine = turn.then(() => readAll(texts));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** The mean of what the model makes of each piece, of length one. */
function meanOf(data: Float32Array, count: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (let piece = 0; piece < count; piece += 1)
    for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + (data[piece * dimensions + at] ?? 0);
  let squares = 0;
  for (const value of sum) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  return sum.map((value) => value / length);
}
