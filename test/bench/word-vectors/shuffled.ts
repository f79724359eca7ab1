import { nextRandom } from '../../../shared/base/seeded-random.ts';

/** The items in another order, which the seed decides. */
export function shuffled<Item>(items: readonly Item[], start: number): Item[] {
  const order = [...items];
  let seed = start;
  for (let last = order.length - 1; last > 0; last -= 1) {
    const random = nextRandom(seed);
    seed = random.seed;
    const other = Math.floor(random.value * (last + 1));
    const kept = order[last] as Item;
    order[last] = order[other] as Item;
    order[other] = kept;
  }
  return order;
}
