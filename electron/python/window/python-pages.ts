import { pythonOrigin } from '../protocol/frame-message.ts';

export type ServedPage = { readonly text: string; readonly policy: string };

export const frameAddress = `${pythonOrigin}/frame.html`;

/** The window's page: it holds the frame, and lets it share memory with its workers. */
export const windowPage: ServedPage = {
  text: `<!doctype html><title>Python</title><iframe sandbox="allow-scripts" allow="cross-origin-isolated *" src="${frameAddress}"></iframe>`,
  policy: `default-src 'none'; frame-src ${frameAddress}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
};

/**
 * The frame: of no origin, so that no storage and no neighbour is its own; under a policy that lets code, data and
 * workers come from the runtime's folder, and nothing go anywhere.
 */
export const framePage: ServedPage = {
  text: `<!doctype html><title>Python</title><script type="module" src="${pythonOrigin}/frame.js"></script>`,
  policy: [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src ${pythonOrigin}/ 'wasm-unsafe-eval'`,
    `worker-src data: ${pythonOrigin}/worker.js`,
    `connect-src ${pythonOrigin}/`,
    `frame-ancestors ${pythonOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
};

/** Without these two, no memory could be shared and no script could wait for an answer. */
export const isolation: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  // The frame is a stranger to its own files: it has no origin.
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};
