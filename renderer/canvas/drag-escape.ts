/** Escape puts everything back at once; what the mouse still does until it is let go means nothing any more. */
export function createDragEscape(putBack: () => void) {
  let listening: AbortController | null = null;
  let isGivenUp = false;
  return {
    isGivenUp: (): boolean => isGivenUp,
    listen(): void {
      if (listening !== null) return;
      listening = new AbortController();
      const onKey = (event: KeyboardEvent): void => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        isGivenUp = true;
        putBack();
      };
      window.addEventListener('keydown', onKey, { capture: true, signal: listening.signal });
    },
    /** Ends the drag; whether it was given up before. */
    stop(): boolean {
      listening?.abort();
      listening = null;
      const wasGivenUp = isGivenUp;
      isGivenUp = false;
      return wasGivenUp;
    },
  };
}
