// Nothing here runs. If a package's typings ever leak the browser or Node into shared/, an expected error
// disappears and the build stops.

// @ts-expect-error shared/ must not see the browser
export type NoWindow = typeof window;

// @ts-expect-error shared/ must not see Node
export type NoProcess = typeof process;

// @ts-expect-error shared/ must not see timers
export type NoTimers = typeof setTimeout;
