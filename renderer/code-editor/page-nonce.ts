/** What lets a library put styles into this page: the security policy knows it, and every load has its own. */
export const pageNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="parley-nonce"]')?.content ?? '';
