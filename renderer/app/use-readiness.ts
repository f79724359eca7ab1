import { useEffect } from 'react';

/** Says in the page that the scenario is on the screen and can be worked with: two frames after it was drawn. */
export function useReadiness(): void {
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        document.documentElement.dataset['ready'] = 'true';
      });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
}
