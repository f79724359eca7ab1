/** jsdom lays nothing out and cannot tell what is seen: of what stands in its page, all that is not put away is. */
if (typeof Element !== 'undefined')
  Element.prototype.checkVisibility ??= function isSeen(this: Element): boolean {
    return this.closest('[hidden]') === null && getComputedStyle(this).display !== 'none';
  };
