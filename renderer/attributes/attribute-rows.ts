import { fitOutput } from '../../shared/actions/fit-output.ts';
import { compareText } from '../../shared/base/order.ts';
import { builtInMembers, type AttributeMember, type AttributeType } from '../../shared/model/attribute-type.ts';
import { builtInAttributes } from '../../shared/model/built-in-contexts.ts';
import type { AttributeRecord } from '../../shared/model/design-records.ts';
import type { Document } from '../../shared/model/document.ts';
import { attributeFindings, type AttributeFinding } from '../../shared/problems/attribute-findings.ts';
import { usesByAttribute, usesOfAttribute, type UsesOfAttribute } from '../../shared/problems/attribute-uses.ts';

export type RowFinding = AttributeFinding | 'unregistered' | 'misfit';

/** An attribute of the scenario; `record` is null for one that is spoken of and not registered. */
export type AttributeRow = {
  readonly kind: 'attribute';
  readonly key: string;
  readonly name: string;
  readonly record: AttributeRecord | null;
  readonly type: AttributeType;
  readonly uses: UsesOfAttribute;
  readonly findings: readonly RowFinding[];
  readonly members: readonly AttributeMember[];
};
/** A member of a composite, at any depth. `at`: its place in each list on the way. */
export type MemberRow = {
  readonly kind: 'member';
  readonly key: string;
  readonly owner: AttributeRow;
  readonly member: AttributeMember;
  readonly at: readonly number[];
  readonly path: string;
};
export type TableRow = AttributeRow | MemberRow;

export type RowColumn = 'name' | 'type' | 'contexts' | 'example' | 'sensitive' | 'setBy' | 'readBy' | 'findings';
export type RowOrder = { readonly by: RowColumn; readonly isDown: boolean };
export type RowFilter = {
  readonly wanted: string;
  readonly type: AttributeType | '';
  readonly context: string;
  readonly only: RowFinding | 'all' | 'sensitive';
};
export const showsAll: RowFilter = { wanted: '', type: '', context: '', only: 'all' };

const known = new WeakMap<Document, readonly AttributeRow[]>();

/** Every attribute, registered or only spoken of, in order of names. */
export function attributeRows(document: Document): readonly AttributeRow[] {
  const before = known.get(document);
  if (before !== undefined) return before;
  const findings = attributeFindings(document);
  const rows = [...document.tables.attributes.values()].map((record): AttributeRow => {
    const found: readonly RowFinding[] = findings.get(record.name) ?? [];
    return {
      kind: 'attribute',
      key: record.id,
      name: record.name,
      record,
      type: record.type,
      uses: usesOfAttribute(document, record.name),
      findings: fitOutput(record.example, record.type) === undefined ? [...found, 'misfit'] : found,
      members: membersOf(record),
    };
  });
  const made = [...rows, ...unregisteredRows(document)].toSorted((left, right) =>
    byName.compare(left.name, right.name),
  );
  known.set(document, made);
  return made;
}

function membersOf({ type, members = [] }: AttributeRecord): readonly AttributeMember[] {
  if (type === 'composite' || type === 'composite[]') return members;
  return type === 'location' || type === 'file' ? builtInMembers[type] : [];
}

/** Of what actions leave behind by themselves, only what somebody asks for. */
function unregisteredRows(document: Document): readonly AttributeRow[] {
  const registered = new Set([...document.tables.attributes.values()].map(({ name }) => name));
  return [...usesByAttribute(document)].flatMap(([name, uses]): AttributeRow[] => {
    if (registered.has(name) || builtInAttributes.has(name) || uses.contexts.length === 0) return [];
    if (uses.readBy.length === 0 && uses.setBy.every(({ field }) => field === 'outcome')) return [];
    const findings: RowFinding[] = ['unregistered', ...(uses.setBy.length === 0 ? ['neverSet' as const] : [])];
    return [{ kind: 'attribute', key: `? ${name}`, name, record: null, type: 'string', uses, findings, members: [] }];
  });
}

/** As people count: `line_2` before `line_10`. */
export const byName = {
  compare: (left: string, right: string): number => compareText(counted(left), counted(right)),
};
const counted = (name: string): string => name.replace(/\d+/g, (digits) => digits.padStart(9, '0'));

/** The rows that fit, in the order asked for, with the members of those that are open. */
export function shownRows(
  rows: readonly AttributeRow[],
  filter: RowFilter,
  { by, isDown }: RowOrder,
  expanded: ReadonlySet<string>,
): readonly TableRow[] {
  const wanted = filter.wanted.trim().toLowerCase();
  const found = rows.filter((row) => fits(row, filter, wanted));
  const sorted = by === 'name' && !isDown ? found : found.toSorted((left, right) => compare(left, right, by, isDown));
  return sorted.flatMap((row) => (expanded.has(row.key) ? [row, ...memberRows(row, row.members, [], '')] : [row]));
}

function fits({ name, record, type, uses, findings }: AttributeRow, filter: RowFilter, wanted: string): boolean {
  if (filter.type !== '' && type !== filter.type) return false;
  if (filter.context !== '' && !uses.contexts.includes(filter.context)) return false;
  if (
    filter.only === 'sensitive' ? record?.sensitive !== true : filter.only !== 'all' && !findings.includes(filter.only)
  )
    return false;
  return (
    wanted === '' ||
    name.toLowerCase().includes(wanted) ||
    (record?.description.toLowerCase().includes(wanted) ?? false)
  );
}

function compare(left: AttributeRow, right: AttributeRow, by: RowColumn, isDown: boolean): number {
  const [one, other] = [sortKey(left, by), sortKey(right, by)];
  const order =
    typeof one === 'number' && typeof other === 'number' ? one - other : byName.compare(String(one), String(other));
  return order === 0 ? byName.compare(left.name, right.name) : isDown ? -order : order;
}

function sortKey(row: AttributeRow, by: RowColumn): string | number {
  switch (by) {
    case 'type':
      return row.type;
    case 'contexts':
      return row.uses.contexts.join();
    case 'example':
      return row.record?.example == null ? '\uffff' : JSON.stringify(row.record.example);
    case 'sensitive':
      return row.record?.sensitive === true ? 0 : 1;
    case 'setBy':
      return row.uses.setBy.length;
    case 'readBy':
      return row.uses.readBy.length;
    case 'findings':
      return -row.findings.length;
    default:
      return row.name;
  }
}

const memberRows = (
  owner: AttributeRow,
  members: readonly AttributeMember[],
  at: readonly number[],
  path: string,
): readonly MemberRow[] =>
  members.flatMap((member, index) => {
    const here = [...at, index];
    const name = path === '' ? member.name : `${path}.${member.name}`;
    const row: MemberRow = {
      kind: 'member',
      key: `${owner.key} ${here.join('.')}`,
      owner,
      member,
      at: here,
      path: name,
    };
    return [row, ...memberRows(owner, member.members ?? [], here, name)];
  });

export const findingWords: Readonly<Record<RowFinding, string>> = {
  unused: 'Unused',
  neverSet: 'Never set',
  neverRead: 'Never read',
  duplicate: 'Duplicate',
  unregistered: 'Not registered',
  misfit: 'Example of another type',
};
