/**
 * What the page may load and do. Code only from our own files, styles too, apart from those carrying the nonce of this
 * load; no connections at all, since the page talks to the host over the bridge; HTML sinks only through trusted types.
 */
export function contentPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "connect-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // The sanitiser alone may make markup, and one worker alone be started: the one that lays out the canvas.
    'trusted-types dompurify layout-worker',
  ].join('; ');
}
