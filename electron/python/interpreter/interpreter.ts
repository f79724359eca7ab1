import type { HostMessage } from '../protocol/host-message.ts';

/** A Python interpreter behind a wall, seen from outside. Runs one script in its life. */
export type Interpreter = {
  readonly post: (message: HostMessage) => void;
  /** Whatever it says, unchecked. One listener; what came before waits for it. */
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** It ended, by `kill` or by itself. The reason is for people. */
  readonly onExit: (listener: (reason: string) => void) => void;
  /** Asks the script to stop. It may not listen. */
  readonly interrupt: () => void;
  /** Ends it, whatever it does. */
  readonly kill: () => void;
};
