import { fail, succeed, type Result } from '../../../shared/base/result.ts';

/** The address of a request, or the sentence that says why it is none that may be called. */
export function readOutgoingUrl(text: string): Result<URL, string> {
  // The parser forgives "http:host" and "http:\\host"; a person reading the request would see another address in it.
  const url = /^https?:\/\/[^/\\]/i.test(text) ? URL.parse(text) : null;
  if (url === null)
    return fail(`"${text.slice(0, 200)}" is not an address of the web: it must begin with http:// or https://.`);
  if (url.username !== '' || url.password !== '')
    return fail('The address holds a user name or a password. Put them into the authentication of the integration.');
  if (url.port !== '' && portsOfOthers.has(Number(url.port)))
    return fail(`Port ${url.port} belongs to another kind of service than the web; it is not called.`);
  return succeed(url);
}

/** Ports no browser calls either: what listens there may take an HTTP request for orders of its own. */
const portsOfOthers = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);
