/** jsdom lays nothing out and cannot tell what is seen: of what stands in its page, all that is not put away is. */
function isSeen(this: Element): boolean {
  return this.closest('[hidden]') === null && getComputedStyle(this).display !== 'none';
}

if (typeof Element !== 'undefined' && !('checkVisibility' in Element.prototype))
  Object.defineProperty(Element.prototype, 'checkVisibility', { value: isSeen });
