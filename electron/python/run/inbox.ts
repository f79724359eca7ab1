export type Inbox<Item> = {
  readonly put: (item: Item) => void;
  /** One listener at a time; what came before there was one comes first. */
  readonly listen: (listener: (item: Item) => void) => void;
};

/** Keeps what comes before somebody listens. */
export function createInbox<Item>(): Inbox<Item> {
  const waiting: Item[] = [];
  let hear: ((item: Item) => void) | null = null;
  return {
    put: (item) => (hear === null ? void waiting.push(item) : hear(item)),
    listen: (listener) => {
      hear = listener;
      for (const item of waiting.splice(0)) listener(item);
    },
  };
}
