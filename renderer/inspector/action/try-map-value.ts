import { queryJson } from '../../../shared/actions/query-json.ts';
import { isJsonObject, type Json } from '../../../shared/base/json.ts';
import type { Command } from '../../../shared/commands/command.ts';
import type { ActionOutput } from '../../../shared/model/action-parts.ts';
import type { ActionRecord } from '../../../shared/model/action-record.ts';
import type { AttributeType } from '../../../shared/model/attribute-type.ts';
import type { Document } from '../../../shared/model/document.ts';
import { freeNumbered } from '../../../shared/model/ids.ts';

/** Where an output is read from: what it says, or the field of its own name. */
export const pathOfOutput = ({ from, name }: ActionOutput): string => (from.trim() === '' ? name : from.trim());

/**
 * Makes an output of a value somebody pointed at. One of its name that finds nothing in this answer is pointed there;
 * otherwise there is one more.
 */
export function mapValue(document: Document, action: ActionRecord, path: string, answer: Json): Command {
  const found = queryJson(answer, path);
  const type = typeOfValue(found.ok ? found.value : null);
  const wanted = nameOfPath(path);
  const from = path === wanted ? '' : path;
  const lost = action.outputs.findIndex((output) => output.name === wanted && isLost(output, answer));
  const name = freeNumbered(wanted, '_', (taken) => action.outputs.some((output) => output.name === taken));
  const outputs =
    lost >= 0
      ? action.outputs.map((output, index) => (index === lost ? { ...output, from, type } : output))
      : [
          ...action.outputs,
          { name, type, description: '', from: path === name ? '' : path, sensitive: isSensitive(document, name) },
        ];
  return changed(action, outputs, `Map ${path}`);
}

export const unmapValue = (action: ActionRecord, name: string): Command =>
  changed(
    action,
    action.outputs.filter((output) => output.name !== name),
    `Remove output ${name}`,
  );

const changed = (action: ActionRecord, outputs: readonly ActionOutput[], label: string): Command => ({
  kind: 'several',
  label,
  commands: [{ kind: 'record.update', table: 'actions', id: action.id, changes: { outputs: [...outputs] } }],
});

function isLost(output: ActionOutput, answer: Json): boolean {
  const found = queryJson(answer, pathOfOutput(output));
  return !found.ok || found.value === null;
}

const isSensitive = (document: Document, name: string): boolean =>
  document.tables.attributes.valueSeq().some((attribute) => attribute.name === name && attribute.sensitive);

/** The field it ends with, as an attribute may be called; items of a list are numbered as people count. */
export function nameOfPath(path: string): string {
  const fields = [...path.matchAll(/"((?:[^"\\]|\\.)*)"|([A-Za-z_]\w*)|\[(\d+)\]/g)];
  const last = fields.findLast(([, quoted, plain]) => quoted !== undefined || plain !== undefined);
  const [, , , position] = fields.at(-1) ?? [];
  const name = (last?.[1] ?? last?.[2] ?? 'result').replaceAll(/[^A-Za-z0-9_]+/g, '_').replace(/^[^A-Za-z]+/, '');
  return `${name === '' ? 'result' : name}${position === undefined ? '' : `_${Number(position) + 1}`}`;
}

/** The type that holds a value without changing it. */
export function typeOfValue(value: Json): AttributeType {
  if (Array.isArray(value)) return typeOfList(value as readonly Json[]);
  if (isJsonObject(value)) return 'composite';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return typeof value === 'string' && isMoment(value) ? 'timestamp' : 'string';
}

function typeOfList(items: readonly Json[]): AttributeType {
  const [first, ...others] = [...new Set(items.map(typeOfValue))];
  if (first === undefined) return 'list';
  const isNumeric = [first, ...others].every((type) => type === 'int' || type === 'float');
  if (others.length > 0) return isNumeric ? 'float[]' : 'list';
  switch (first) {
    case 'string':
    case 'boolean':
    case 'int':
    case 'float':
    case 'timestamp':
    case 'composite':
      return `${first}[]`;
    default:
      return 'list';
  }
}

const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/.test(text);
