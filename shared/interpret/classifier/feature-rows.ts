/** Kept at most half full, so that a feature is found at its place or a step or two behind it. */
const fewestPlaces = 1024;

/**
 * Numbers features in the order they come. They are hashes already, so their own bits say where they are kept: several
 * times quicker than a map, for which a scope of a hundred samples has thousands of keys.
 */
export class FeatureRows {
  #size = 0;
  /** Each feature plus one; zero is a free place. */
  #kept = new Int32Array(fewestPlaces);
  #rows = new Int32Array(fewestPlaces);

  get size(): number {
    return this.#size;
  }

  /** The number of a feature; below zero when it has none. */
  find(feature: number): number {
    const place = placeOf(this.#kept, feature);
    return this.#kept[place] === 0 ? -1 : (this.#rows[place] ?? -1);
  }

  /** The number of a feature, a new one if it has none. */
  number(feature: number): number {
    const place = placeOf(this.#kept, feature);
    if (this.#kept[place] !== 0) return this.#rows[place] ?? -1;
    const row = this.#size;
    this.#kept[place] = feature + 1;
    this.#rows[place] = row;
    this.#size += 1;
    if (this.#size * 2 > this.#kept.length) this.#grow();
    return row;
  }

  #grow(): void {
    const [kept, rows] = [this.#kept, this.#rows];
    this.#kept = new Int32Array(kept.length * 2);
    this.#rows = new Int32Array(kept.length * 2);
    for (let at = 0; at < kept.length; at += 1) {
      const feature = (kept[at] ?? 0) - 1;
      if (feature < 0) continue;
      const place = placeOf(this.#kept, feature);
      this.#kept[place] = feature + 1;
      this.#rows[place] = rows[at] ?? 0;
    }
  }
}

function placeOf(kept: Int32Array, feature: number): number {
  const last = kept.length - 1;
  let place = feature & last;
  for (let found = kept[place]; found !== 0 && found !== feature + 1; found = kept[place]) place = (place + 1) & last;
  return place;
}
