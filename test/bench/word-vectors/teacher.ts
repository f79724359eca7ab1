import type { Material } from './fetch-material.ts';

/** Numbers the large model gives for a text. */
export const teacherSize = 384;

export type Teacher = {
  readonly pieces: readonly string[];
  /** One vector of length one after the other. */
  readonly meaningsOf: (texts: readonly string[]) => Promise<Float32Array>;
  readonly meaningsOfPieces: (names: readonly string[]) => Promise<Float32Array>;
};

const [unknown, first, last] = [100, 101, 102];
const longestText = 62;
const batchSize = 32;
const longestWord = 100;

export async function openTeacher({ runtime, model, pieces }: Material): Promise<Teacher> {
  const numbers = new Map(pieces.map((piece, number) => [piece, number]));
  const session = await runtime.InferenceSession.create(model, { intraOpNumThreads: 2 });

  /** The mean of what the model makes of each piece, of length one. */
  async function runBatch(texts: readonly (readonly number[])[], into: (at: number) => Float32Array): Promise<void> {
    const width = Math.max(...texts.map((text) => text.length)) + 2;
    const shape = [texts.length, width];
    const [ids, mask] = [new BigInt64Array(texts.length * width), new BigInt64Array(texts.length * width)];
    for (const [row, text] of texts.entries())
      for (const [column, id] of [first, ...text, last].entries()) {
        ids[row * width + column] = BigInt(id);
        mask[row * width + column] = 1n;
      }
    const { last_hidden_state: output } = await session.run({
      input_ids: new runtime.Tensor('int64', ids, shape),
      attention_mask: new runtime.Tensor('int64', mask, shape),
      token_type_ids: new runtime.Tensor('int64', new BigInt64Array(ids.length), shape),
    });
    for (const [row, text] of texts.entries()) {
      const sum = into(row);
      for (let column = 0; column < text.length + 2; column += 1) {
        const base = (row * width + column) * teacherSize;
        for (let at = 0; at < teacherSize; at += 1) sum[at] = (sum[at] ?? 0) + (output.data[base + at] ?? 0);
      }
      const length = Math.hypot(...sum) || 1;
      for (let at = 0; at < teacherSize; at += 1) sum[at] = (sum[at] ?? 0) / length;
    }
  }

  async function run(texts: readonly (readonly number[])[]): Promise<Float32Array> {
    const found = new Float32Array(texts.length * teacherSize);
    const byLength = [...texts.keys()].sort((a, b) => (texts[a]?.length ?? 0) - (texts[b]?.length ?? 0));
    for (let at = 0; at < byLength.length; at += batchSize) {
      const batch = byLength.slice(at, at + batchSize);
      await runBatch(
        batch.map((text) => texts[text] ?? []),
        (row) => found.subarray((batch[row] ?? 0) * teacherSize, ((batch[row] ?? 0) + 1) * teacherSize),
      );
    }
    return found;
  }

  return {
    pieces,
    meaningsOf: (texts) => run(texts.map((text) => cutText(text, numbers).slice(0, longestText))),
    meaningsOfPieces: (names) => run(names.map((name) => [numbers.get(name) ?? unknown])),
  };
}

/** As BERT cuts texts: without case and accents, signs by themselves, then the longest pieces from the left. */
function cutText(text: string, numbers: ReadonlyMap<string, number>): number[] {
  const plain = text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{Mn}+/gu, '');
  return plain
    .replaceAll(/[\p{P}\p{Script=Han}$+<=>^`|~]/gu, ' $& ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) => cutWord(word, numbers));
}

function cutWord(word: string, numbers: ReadonlyMap<string, number>): number[] {
  const found: number[] = [];
  for (let start = 0; start < word.length && word.length <= longestWord;) {
    let end = word.length;
    const pieceTo = (to: number): number | undefined => numbers.get((start === 0 ? '' : '##') + word.slice(start, to));
    while (end > start && pieceTo(end) === undefined) end -= 1;
    if (end === start) return [unknown];
    found.push(pieceTo(end) ?? unknown);
    start = end;
  }
  return found.length === 0 ? [unknown] : found;
}
