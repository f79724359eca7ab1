import { visibleText } from '../../shared/explain/visible-text.ts';
import { attributeTypes, type AttributeType } from '../../shared/model/attribute-type.ts';
import { ChoiceControl } from '../inspector/fields/choice-field.tsx';
import { useWrite } from '../inspector/edit.ts';
import { retypedMembers } from './attribute-commands.ts';
import type { RowPlace } from './attribute-row.tsx';
import { columns } from './attribute-columns.ts';
import type { MemberRow } from './attribute-rows.ts';

const types = attributeTypes.map((value) => ({ value, label: value }));

/** A member of a composite, below it. Those of places and files are as they are. */
export function MemberRowView({ row, place }: { readonly row: MemberRow; readonly place: RowPlace }) {
  const { owner, member, at, path } = row;
  const write = useWrite();
  const own = owner.record?.members;
  const retype = (type: AttributeType): void => {
    if (owner.record === null || own === undefined) return;
    const changes = { members: retypedMembers(own, at, type) };
    write({ kind: 'record.update', table: 'attributes', id: owner.record.id, changes });
  };
  return (
    <div
      className="attribute-row attribute-member"
      role="row"
      aria-rowindex={place.index + 2}
      aria-level={at.length + 1}
      style={{ transform: `translateY(${place.start}px)` }}
    >
      <div
        {...place.cell(0)}
        className="attribute-cell attribute-name"
        style={{ paddingInlineStart: 36 + at.length * 16 }}
      >
        <span className="attribute-title" title={`${owner.name}.${path}`}>
          {visibleText(member.name)}
        </span>
      </div>
      <div {...place.cell(1)} className="attribute-cell">
        {own === undefined ? (
          <span className="attribute-faint">{member.type}</span>
        ) : (
          <ChoiceControl
            control={{ 'aria-label': `Type of ${owner.name}.${path}`, tabIndex: -1 }}
            value={member.type}
            choices={types}
            onChoose={retype}
          />
        )}
      </div>
      {columns.slice(2).map(({ by }, index) => (
        <div key={by} {...place.cell(index + 2)} className="attribute-cell" />
      ))}
    </div>
  );
}
