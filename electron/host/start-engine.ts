/** The engine in a process (or thread) of its own. Messages are plain data. */
export type EngineProcess = {
  readonly post: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** It ended, by `stop` or by itself. */
  readonly onExit: (listener: () => void) => void;
  readonly stop: () => void;
};
export type StartEngine = () => EngineProcess;
