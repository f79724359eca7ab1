import { assertNever } from '../base/assert-never.ts';
import { percentEncode } from '../values/percent-encode.ts';
import { fillFields, type QueryField } from './fill-url.ts';
import type { JsonPlan } from './json-plan.ts';
import type { RequestFiller } from './request-filler.ts';
import type { TextParts } from './url-plan.ts';

export type BodyPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly plan: JsonPlan | null }
  | { readonly kind: 'form'; readonly fields: readonly QueryField[] }
  | { readonly kind: 'text'; readonly parts: TextParts };

export const contentTypes = {
  none: null,
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  text: 'text/plain; charset=utf-8',
} as const satisfies Record<BodyPlan['kind'], string | null>;

export function fillBody(body: BodyPlan, filler: RequestFiller): string | null {
  switch (body.kind) {
    case 'none':
      return null;
    case 'json':
      return body.plan === null ? null : fillJson(body.plan, filler);
    case 'form':
      return fillFields(body.fields, filler, formEncode).join('&');
    case 'text':
      return filler.fill(body.parts, same, same);
    default:
      return assertNever(body);
  }
}

const same = (text: string): string => text;
const formEncode = (text: string): string => percentEncode(text).replaceAll('%20', '+');

function fillJson(plan: JsonPlan, filler: RequestFiller): string {
  switch (plan.kind) {
    case 'constant':
      return plan.text;
    case 'text':
      return JSON.stringify(filler.fill(plan.text.parts, same, same));
    case 'value':
      return JSON.stringify(filler.value(plan.variable));
    case 'list':
      return `[${plan.items.map((item) => fillJson(item, filler)).join(',')}]`;
    case 'object':
      return `{${plan.members.flatMap(([key, member]) => fillMember(key, member, filler)).join(',')}}`;
    default:
      return assertNever(plan);
  }
}

/** An input nobody has to give, and nobody gave, is not sent; an attribute without a value is sent as null. */
function fillMember(key: string, member: JsonPlan, filler: RequestFiller): readonly string[] {
  const isLeftOut =
    member.kind === 'value' && member.variable.kind === 'argument' && filler.value(member.variable) === null;
  return isLeftOut ? [] : [`${key}:${fillJson(member, filler)}`];
}
