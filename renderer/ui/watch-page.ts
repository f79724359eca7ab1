/**
 * Looks at the page now and after each change of it or of its focus, until `look` is content or the patience, in
 * milliseconds, is over. A change is looked at before anything else can happen: no key comes in between.
 */
export function watchPage(look: () => boolean, patience: number, onEnd: () => void = nothing): () => void {
  let isLooking = false;
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    observer.disconnect();
    window.removeEventListener('focusin', again);
    clearTimeout(timer);
    onEnd();
  };
  const again = (): void => {
    // What it does may itself be a change.
    if (isLooking || isOver) return;
    isLooking = true;
    const isContent = look();
    isLooking = false;
    if (isContent) end();
  };
  const observer = new MutationObserver(again);
  observer.observe(document, { subtree: true, childList: true, attributes: true });
  window.addEventListener('focusin', again);
  const timer = setTimeout(end, patience);
  again();
  return end;
}

const nothing = (): void => undefined;
