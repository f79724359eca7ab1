import { useEffect, useState } from 'react';

let hasBeenIdle = false;

/** True once the window has had nothing to do for a moment: what only adorns it can wait for that. */
export function useIdleOnce(): boolean {
  const [isIdle, setIdle] = useState(hasBeenIdle);
  useEffect(() => {
    if (isIdle) return undefined;
    const waiting = requestIdleCallback(() => {
      hasBeenIdle = true;
      setIdle(true);
    });
    return () => cancelIdleCallback(waiting);
  }, [isIdle]);
  return isIdle;
}
