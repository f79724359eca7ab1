import { assertNever } from '../base/assert-never.ts';
import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import type { ActionOutput } from '../model/action-parts.ts';
import type { ActionRecord } from '../model/action-record.ts';
import { builtInMembers, type AttributeMember, type AttributeType } from '../model/attribute-type.ts';
import type { Document } from '../model/document.ts';
import { attributeNamed } from '../model/selectors/attribute-named.ts';

/** A plain path: names with dots between them. What asks more of an answer is left for people to write. */
const plainPath = /^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*$/;

/** The answer an example begins with: every output where the action looks for it. Null for one that gives nothing. */
export function exampleAnswer(document: Document, { outputs }: Pick<ActionRecord, 'outputs'>): Json {
  const whole = outputs.find(({ from }) => from.trim() === '@');
  if (whole !== undefined) return exampleOf(document, whole);
  let answer: JsonObject | null = null;
  for (const output of outputs) {
    const path = output.from.trim() === '' ? [output.name] : pathOf(output.from.trim());
    if (path !== null) answer = withValue(answer ?? {}, path, exampleOf(document, output));
  }
  return answer;
}

const pathOf = (from: string): readonly string[] | null => (plainPath.test(from) ? from.split('.') : null);

function withValue(inside: JsonObject, [name = '', ...rest]: readonly string[], value: Json): JsonObject {
  const before = Object.hasOwn(inside, name) ? inside[name] : undefined;
  if (rest.length > 0) return { ...inside, [name]: withValue(isJsonObject(before) ? before : {}, rest, value) };
  return before === undefined ? { ...inside, [name]: value } : inside;
}

/** The example an attribute of that name and type is registered with, else one of the type. */
function exampleOf(document: Document, { name, type }: ActionOutput): Json {
  const attribute = attributeNamed(document, name);
  const members = attribute?.type === type ? attribute.members : [];
  return (attribute?.type === type ? attribute.example : null) ?? valueOf(type, members);
}

function valueOf(type: AttributeType, members: readonly AttributeMember[] = []): Json {
  switch (type) {
    case 'string':
    case 'utterance':
      return 'text';
    case 'boolean':
      return true;
    case 'int':
      return 1;
    case 'float':
      return 1.5;
    case 'timestamp':
      return '2026-01-01T12:00:00Z';
    case 'string[]':
      return ['text'];
    case 'boolean[]':
      return [true];
    case 'int[]':
      return [1];
    case 'float[]':
      return [1.5];
    case 'timestamp[]':
      return ['2026-01-01T12:00:00Z'];
    case 'list':
      return [];
    case 'composite[]':
      return [membersOf(members)];
    case 'file[]':
      return [membersOf(builtInMembers.file)];
    case 'file':
    case 'location':
      return membersOf(builtInMembers[type]);
    case 'composite':
    case 'formData':
    case 'json':
      return membersOf(members);
    default:
      return assertNever(type);
  }
}

const membersOf = (members: readonly AttributeMember[]): JsonObject =>
  Object.fromEntries(members.map((member) => [member.name, valueOf(member.type, member.members)]));
