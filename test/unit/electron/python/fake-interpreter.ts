import type { Interpreter } from '../../../../electron/python/interpreter/interpreter.ts';
import type { HostMessage } from '../../../../electron/python/protocol/host-message.ts';
import { createInbox } from '../../../../electron/python/run/inbox.ts';

export type FakeInterpreter = Interpreter & {
  readonly posted: readonly HostMessage[];
  /** What was done to it, in order. */
  readonly done: readonly ('interrupted' | 'killed')[];
  readonly say: (message: unknown) => void;
  readonly end: (reason: string) => void;
};

/** An interpreter that says what a test wants it to say. */
export function createFakeInterpreter(): FakeInterpreter {
  const posted: HostMessage[] = [];
  const done: ('interrupted' | 'killed')[] = [];
  const messages = createInbox<unknown>();
  const exit = createInbox<string>();
  return {
    posted,
    done,
    post: (message) => void posted.push(message),
    onMessage: messages.listen,
    onExit: exit.listen,
    interrupt: () => void done.push('interrupted'),
    kill: () => void done.push('killed'),
    say: messages.put,
    end: exit.put,
  };
}

export const returned = (result: unknown): object => ({
  kind: 'done',
  outcome: JSON.stringify({ kind: 'returned', result }),
});
