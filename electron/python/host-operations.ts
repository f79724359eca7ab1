import { z } from 'zod';
import { isJsonObject, type Json } from '../../shared/base/json.ts';

const text = z.string().max(100_000);
const name = z.string().min(1).max(1000);
const nothing = z.null();
/** Its size and depth are bounded where it is read. */
const json = z.custom<Json>((value) => value !== undefined, 'Expected a value.');

const httpRequest = z.strictObject({
  method: z.string().regex(/^[A-Z]{1,20}$/),
  url: z.string().min(1).max(16_384),
  headers: z.array(z.tuple([z.string().max(1000), z.string().max(16_384)])).max(200),
  /** Base64; null when there is none. */
  body: z.base64().nullable(),
  /** What the script asked for; the host may be stricter. */
  timeoutSeconds: z.number().positive().nullable(),
  followRedirects: z.boolean(),
});

const httpResponse = z.strictObject({
  status: z.int().min(100).max(599),
  reason: z.string(),
  /** Where the answer came from, after redirects. */
  url: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  /** Base64. */
  body: z.base64(),
  milliseconds: z.number().nonnegative(),
});

/**
 * All a script can ask of the host, with what each takes and gives. Closed: another word is refused before anything
 * else looks at it.
 */
export const hostOperations = {
  'http.request': { input: httpRequest, output: httpResponse },
  'metadata.get': { input: z.strictObject({ key: name }), output: json },
  'metadata.set': { input: z.strictObject({ key: name, value: json }), output: nothing },
  'metadata.delete': { input: z.strictObject({ key: name }), output: nothing },
  'tag.add': { input: z.strictObject({ tag: name }), output: nothing },
  'event.add': { input: z.strictObject({ event: json }), output: nothing },
  'conversation.handOff': { input: z.strictObject({ reason: text.nullable() }), output: nothing },
  /** Null: nobody can tell; the script then takes its fallback. */
  'llm.classifyBinary': {
    input: z.strictObject({ prompt: text, input: text, fallback: json }),
    output: z.boolean().nullable(),
  },
  'llm.classifyCategory': {
    input: z.strictObject({ prompt: text, input: text, options: z.array(name).min(1).max(1000), fallback: json }),
    output: z.string().nullable(),
  },
  /** The same variant whenever the same conversation asks. */
  'abTest.variant': {
    input: z.strictObject({ testName: name, variants: z.array(json).min(1).max(100) }),
    output: json,
  },
  'sheet.addRow': {
    input: z.strictObject({
      sheetId: name,
      data: json.refine((data) => Array.isArray(data) || isJsonObject(data), 'Expected a dict or a list.'),
    }),
    output: nothing,
  },
  'holiday.check': {
    input: z.strictObject({
      country: name,
      state: name.nullable(),
      region: name.nullable(),
      /** As in 2027-01-31; null is today. */
      date: z.iso.date().nullable(),
    }),
    output: z.boolean(),
  },
} as const;

export type HostOperation = keyof typeof hostOperations;
export type HostInput<Op extends HostOperation> = z.output<(typeof hostOperations)[Op]['input']>;
export type HostOutput<Op extends HostOperation> = z.output<(typeof hostOperations)[Op]['output']>;

/** One thing asked, checked. */
export type HostCall = {
  [Op in HostOperation]: { readonly operation: Op; readonly input: HostInput<Op> };
}[HostOperation];

/** What the script hears. A failure becomes an exception in it; a failed `http.request` one of those of `requests`. */
export type HostAnswer =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly kind: HostFailureKind; readonly message: string };

/**
 * `refused`: a rule or a person said no. `unavailable`: there is nobody to ask, such as no model or no conversation.
 * `badRequest`: the script asked wrongly.
 */
export type HostFailureKind =
  | 'timeout'
  | 'connection'
  | 'certificate'
  | 'invalidUrl'
  | 'redirects'
  | 'body'
  | 'refused'
  | 'unavailable'
  | 'badRequest'
  | 'failed';

export const isHostOperation = (word: string): word is HostOperation => Object.hasOwn(hostOperations, word);
