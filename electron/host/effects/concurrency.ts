/** Lets as many in as may be at once; the others wait in the order they came. */
export type Concurrency = {
  /** Resolves with the way out, or null when nobody waits any more. */
  readonly enter: (key: string, most: number, signal: AbortSignal) => Promise<(() => void) | null>;
};

type Door = { inside: number; readonly waiting: (() => void)[] };

export function createConcurrency(): Concurrency {
  const doors = new Map<string, Door>();
  const leave = (key: string, door: Door): (() => void) => {
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      door.inside -= 1;
      const next = door.waiting.shift();
      if (next !== undefined) next();
      else if (door.inside === 0) doors.delete(key);
    };
  };
  return {
    enter: (key, most, signal) => {
      if (signal.aborted) return Promise.resolve(null);
      const door = doors.get(key) ?? { inside: 0, waiting: [] };
      doors.set(key, door);
      if (door.inside < most) {
        door.inside += 1;
        return Promise.resolve(leave(key, door));
      }
      return new Promise((resolve) => {
        const admit = (): void => {
          signal.removeEventListener('abort', giveUp);
          door.inside += 1;
          resolve(leave(key, door));
        };
        const giveUp = (): void => {
          door.waiting.splice(door.waiting.indexOf(admit), 1);
          resolve(null);
        };
        door.waiting.push(admit);
        signal.addEventListener('abort', giveUp, { once: true });
      });
    },
  };
}
