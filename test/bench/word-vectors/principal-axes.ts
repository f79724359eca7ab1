import { nextRandom } from '../../../shared/base/seeded-random.ts';

/** The directions in which vectors differ most. */
export type Axes = { readonly project: (vectors: Float32Array) => Float32Array };

/** So many vectors say enough about all of them. */
const looksAt = 20_000;
const rounds = 60;

/** Principal components by subspace iteration: the covariance is applied again and again, what stays is kept. */
export function principalAxes(vectors: Float32Array, size: number, count: number, start: number): Axes {
  const mean = meanOf(vectors, size);
  const covariance = covarianceOf(vectors, mean);
  let seed = start;
  const random = (): number => {
    const next = nextRandom(seed);
    seed = next.seed;
    return next.value - 0.5;
  };
  let axes = orthonormal(Array.from({ length: count }, () => Float64Array.from({ length: size }, random)));
  for (let round = 0; round < rounds; round += 1)
    axes = orthonormal(axes.map((axis) => Float64Array.from(covariance, (row) => dot(row, axis))));
  return {
    project: (given) => {
      const projected = new Float32Array((given.length / size) * count);
      for (let row = 0; row * size < given.length; row += 1) {
        const centred = Float64Array.from(mean, (middle, at) => (given[row * size + at] ?? 0) - middle);
        axes.forEach((axis, at) => (projected[row * count + at] = dot(axis, centred)));
      }
      return projected;
    },
  };
}

function meanOf(vectors: Float32Array, size: number): Float64Array {
  const mean = new Float64Array(size);
  const rows = Math.min(looksAt, vectors.length / size);
  for (let row = 0; row < rows; row += 1)
    for (let at = 0; at < size; at += 1) mean[at] = (mean[at] ?? 0) + (vectors[row * size + at] ?? 0) / rows;
  return mean;
}

function covarianceOf(vectors: Float32Array, mean: Float64Array): readonly Float64Array[] {
  const size = mean.length;
  const rows = Array.from(mean, () => new Float64Array(size));
  for (let row = 0; row < Math.min(looksAt, vectors.length / size); row += 1) {
    const centred = Float64Array.from(mean, (middle, at) => (vectors[row * size + at] ?? 0) - middle);
    rows.forEach((sums, left) => {
      const factor = centred[left] ?? 0;
      for (let at = 0; at < size; at += 1) sums[at] = (sums[at] ?? 0) + factor * (centred[at] ?? 0);
    });
  }
  return rows;
}

/** Gram and Schmidt: each axis loses what the ones before it have, then gets length one. */
function orthonormal(axes: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const given of axes) {
    const axis = Float64Array.from(given);
    for (const other of done) {
      const shared = dot(axis, other);
      for (let at = 0; at < axis.length; at += 1) axis[at] = (axis[at] ?? 0) - shared * (other[at] ?? 0);
    }
    const length = Math.sqrt(dot(axis, axis)) || 1;
    done.push(axis.map((value) => value / length));
  }
  return done;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum;
}
