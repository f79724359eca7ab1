import type { Dispatcher } from 'undici';

export type ExchangeHead = { readonly status: number; readonly headers: { readonly [name: string]: string } };

/** What an exchange may be told while it goes on. */
export type ExchangeGuide<Refusal> = {
  /** Looks at the head of an answer; what it gives ends the exchange before its body. */
  readonly onHead: (head: ExchangeHead) => Refusal | null;
  /** The most bytes of a body, and what is said of more. */
  readonly most: number;
  readonly tooMuch: Refusal;
};
export type Exchanged<Refusal> =
  | { readonly head: ExchangeHead; readonly body: Buffer }
  | { readonly head: ExchangeHead; readonly refusal: Refusal };

/**
 * One request and its answer, straight from the dispatcher: a stream for the body and a signal for the end of it would
 * cost as much again as the exchange. `stop` ends it wherever it is. The promise rejects with what the network threw.
 */
export function exchangeOnce<Refusal>(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  guide: ExchangeGuide<Refusal>,
): { readonly done: Promise<Exchanged<Refusal>>; readonly stop: (reason: Error) => void } {
  let connection: Dispatcher.DispatchController | null = null;
  let stopped: Error | null = null;
  let giveUp: (reason: Error) => void = () => undefined;
  const stop = (reason: Error): void => {
    stopped ??= reason;
    giveUp(stopped);
    connection?.abort(stopped);
  };
  const done = new Promise<Exchanged<Refusal>>((resolve, reject) => {
    giveUp = reject;
    const chunks: Buffer[] = [];
    let head: ExchangeHead = { status: 0, headers: {} };
    let size = 0;
    const refuse = (refusal: Refusal): void => {
      resolve({ head, refusal });
      connection?.abort(new Error('the rest is not read'));
    };
    dispatcher.dispatch(options, {
      onRequestStart: (controller) => {
        connection = controller;
        // It was called off while it still waited for a connection.
        if (stopped !== null) controller.abort(stopped);
      },
      onResponseStart: (_controller, status, headers) => {
        // Hints come before the answer.
        if (status < 200) return;
        head = { status, headers: flatten(headers) };
        const refusal = guide.onHead(head);
        if (refusal !== null) refuse(refusal);
      },
      onResponseData: (_controller, chunk) => {
        size += chunk.length;
        if (size > guide.most) refuse(guide.tooMuch);
        else chunks.push(chunk);
      },
      onResponseEnd: () => {
        const [first] = chunks;
        resolve({ head, body: chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks) });
      },
      onResponseError: (_controller, error) => reject(error),
    });
  });
  return { done, stop };
}

function flatten(headers: { readonly [name: string]: string | string[] | undefined }): { [name: string]: string } {
  const flat: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(headers)) {
    const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
    // A header may have any name.
    if (name === '__proto__') Object.defineProperty(flat, name, { value: text, enumerable: true });
    else flat[name] = text;
  }
  return flat;
}
