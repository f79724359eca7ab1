/** What an option is for us. `note` is told when it is met; the rest of them change nothing that a request is. */
export type CurlOption =
  | { readonly does: Doing; readonly takes: boolean }
  | { readonly does: 'nothing'; readonly takes: boolean }
  | { readonly does: 'note'; readonly takes: boolean; readonly note: string };

/** What is read from it. */
type Doing =
  | 'method'
  | 'header'
  | 'data'
  | 'dataRaw'
  | 'dataUrlencode'
  | 'json'
  | 'form'
  | 'formString'
  | 'asQuery'
  | 'user'
  | 'bearer'
  | 'agent'
  | 'referer'
  | 'cookie'
  | 'url'
  | 'urlQuery'
  | 'head'
  | 'follow'
  | 'time'
  | 'upload';

const reads = (does: Doing, takes = true): CurlOption => ({ does, takes });
const nothing: CurlOption = { does: 'nothing', takes: false };
const nothingTaken: CurlOption = { does: 'nothing', takes: true };
const note = (sentence: string, takes = true): CurlOption => ({ does: 'note', takes, note: sentence });

const certificates = 'Certificates are always checked here.';
const clientCertificate = 'Certificates of one’s own cannot be sent yet.';
const proxy = 'Proxies are a matter of this machine, not of an action.';

/** Options that change how curl speaks to its user or to the network, not what is asked. */
const indifferent = [
  'silent show-error verbose include compressed fail fail-with-body globoff http1.0 http1.1 http2 http3 ipv4 ipv6',
  'http2-prior-knowledge no-buffer progress-bar no-progress-meter remote-name remote-header-name path-as-is raw',
  'post301 post302 post303 tcp-nodelay tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 sslv3 ssl styled-output disable next',
].join(' ');

const longOptions: Readonly<Record<string, CurlOption>> = {
  request: reads('method'),
  header: reads('header'),
  data: reads('data'),
  'data-ascii': reads('data'),
  'data-binary': reads('data'),
  'data-raw': reads('dataRaw'),
  'data-urlencode': reads('dataUrlencode'),
  json: reads('json'),
  form: reads('form'),
  'form-string': reads('formString'),
  get: reads('asQuery', false),
  user: reads('user'),
  'oauth2-bearer': reads('bearer'),
  'user-agent': reads('agent'),
  referer: reads('referer'),
  cookie: reads('cookie'),
  url: reads('url'),
  'url-query': reads('urlQuery'),
  head: reads('head', false),
  location: reads('follow', false),
  'location-trusted': reads('follow', false),
  'max-time': reads('time'),
  'upload-file': reads('upload'),
  insecure: note(certificates, false),
  'proxy-insecure': note(certificates, false),
  cacert: note(certificates),
  capath: note(certificates),
  pinnedpubkey: note(certificates),
  cert: note(clientCertificate),
  key: note(clientCertificate),
  'cert-type': nothingTaken,
  'key-type': nothingTaken,
  pass: note('A password of a certificate was left out.'),
  proxy: note(proxy),
  'proxy-user': note(proxy),
  noproxy: nothingTaken,
  socks5: note(proxy),
  'socks5-hostname': note(proxy),
  digest: note('Digest authentication is not known here; user and password go along as basic.', false),
  ntlm: note('NTLM is not known here.', false),
  negotiate: note('Negotiate is not known here.', false),
  anyauth: nothing,
  basic: nothing,
  'aws-sigv4': note('Signing requests for AWS is not known here.'),
  retry: note('How often it is tried again is set under Limits.'),
  'retry-delay': nothingTaken,
  'retry-max-time': nothingTaken,
  'retry-all-errors': nothing,
  'retry-connrefused': nothing,
  'connect-timeout': nothingTaken,
  'max-redirs': nothingTaken,
  resolve: note('Names of hosts are looked up as this machine does.'),
  'connect-to': note('Names of hosts are looked up as this machine does.'),
  interface: nothingTaken,
  'unix-socket': note('Sockets of this machine cannot be called.'),
  config: note('Settings in a file are not read.'),
  'cookie-jar': nothingTaken,
  output: nothingTaken,
  'output-dir': nothingTaken,
  'write-out': nothingTaken,
  'dump-header': nothingTaken,
  stderr: nothingTaken,
  trace: nothingTaken,
  'trace-ascii': nothingTaken,
  'limit-rate': nothingTaken,
  ciphers: nothingTaken,
  range: note('Only whole answers are asked for.'),
  'time-cond': nothingTaken,
  'keepalive-time': nothingTaken,
  ...Object.fromEntries(indifferent.split(' ').map((name) => [name, nothing])),
};

const shortNames: Readonly<Record<string, string>> = {
  X: 'request',
  H: 'header',
  d: 'data',
  F: 'form',
  G: 'get',
  u: 'user',
  A: 'user-agent',
  e: 'referer',
  b: 'cookie',
  I: 'head',
  L: 'location',
  m: 'max-time',
  T: 'upload-file',
  k: 'insecure',
  E: 'cert',
  x: 'proxy',
  U: 'proxy-user',
  s: 'silent',
  S: 'show-error',
  v: 'verbose',
  i: 'include',
  f: 'fail',
  g: 'globoff',
  o: 'output',
  O: 'remote-name',
  J: 'remote-header-name',
  w: 'write-out',
  D: 'dump-header',
  c: 'cookie-jar',
  K: 'config',
  q: 'disable',
  N: 'no-buffer',
  '#': 'progress-bar',
  0: 'http1.0',
  1: 'tlsv1',
  4: 'ipv4',
  6: 'ipv6',
  r: 'range',
  z: 'time-cond',
};

/** The option of a long name, `--no-…` included; undefined for one we never heard of. */
export function longOption(name: string): CurlOption | undefined {
  if (Object.hasOwn(longOptions, name)) return longOptions[name];
  const plain = name.replace(/^no-/, '');
  // Switched off, it is as if it had not been there.
  return plain !== name && Object.hasOwn(longOptions, plain) ? nothing : undefined;
}

export const shortOption = (letter: string): CurlOption | undefined =>
  Object.hasOwn(shortNames, letter) ? longOption(shortNames[letter] ?? '') : undefined;
