import { X } from 'lucide-react';
import {
  attributeTypes,
  builtInMembers,
  type AttributeMember,
  type AttributeType,
} from '../../../shared/model/attribute-type.ts';
import type { AttributeRecord } from '../../../shared/model/design-records.ts';
import { freeNumbered } from '../../../shared/model/ids.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Edit, Refusal } from '../edit.ts';
import { AddButton } from '../fields/add-button.tsx';
import { ChoiceField } from '../fields/choice-field.tsx';
import { moved, ReorderHandle } from '../fields/reorder-handle.tsx';
import { Section } from '../fields/section.tsx';
import { TextField } from '../fields/text-field.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import './members-section.css';

type Members = readonly AttributeMember[];

export const isComposite = (type: AttributeType): boolean => type === 'composite' || type === 'composite[]';

/** What a composite consists of. Of a place and of a file everybody knows that already. */
export function MembersSection({ edit }: { readonly edit: Edit<AttributeRecord> }) {
  const { type, members = [] } = edit.value;
  if (!isComposite(type)) return <KnownMembers type={type} />;
  return (
    <Section title="Members" name="attributes.members" count={members.length}>
      {members.length === 0 && (
        <p className="section-note">
          {`What ${type === 'composite' ? 'it consists' : 'each of them consists'} of, so that their types are known.`}
        </p>
      )}
      <MemberList
        members={members}
        place={edit.place('members')}
        write={(next, burst) =>
          edit.set({ members: next.length === 0 ? undefined : [...next] }, burst === null ? null : `members.${burst}`)
        }
      />
    </Section>
  );
}

function KnownMembers({ type }: { readonly type: AttributeType }) {
  if (type !== 'location' && type !== 'file' && type !== 'file[]') return null;
  const known = builtInMembers[type === 'location' ? 'location' : 'file'];
  return (
    <Section title="Members" name="attributes.members" count={known.length} startsOpen={false}>
      <dl className="known-members">
        {known.map(({ name, type: kind }) => (
          <div key={name}>
            <dt data-selectable>{name}</dt>
            <dd>{kind}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

const types = attributeTypes.map((value) => ({ value, label: value }));

type MemberListProps = {
  readonly members: Members;
  readonly place: string;
  readonly write: (members: Members, burst: string | null) => Refusal;
  /** The members they are within, for those who hear the form. */
  readonly within?: string;
};

function MemberList({ members, place, write, within = '' }: MemberListProps) {
  const [rows, expectOne] = useFocusAdded(members.length);
  const add = (): void => {
    expectOne();
    write([...members, { name: freeNumbered('member', '_', (name) => isNamed(members, name)), type: 'string' }], null);
  };
  return (
    <div className="members" ref={rows} data-reorder-list>
      {members.map((member, index) => (
        // Keyed by place, as the name itself is being written.
        <MemberRow
          key={index}
          member={member}
          label={`${within}${member.name}`}
          index={index}
          count={members.length}
          place={`${place}.${index}`}
          check={(typed) => nameFault(members, index, typed)}
          onMember={(next, burst) => write(members.with(index, next), burst === null ? null : `${index}.${burst}`)}
          onMove={(from, to) => write(moved(members, from, to), null)}
          onRemove={() => write(members.toSpliced(index, 1), null)}
        />
      ))}
      <AddButton label={within === '' ? 'Add member' : `Add member to ${within.slice(0, -1)}`} onPress={add} />
    </div>
  );
}

const isNamed = (members: Members, name: string): boolean => members.some((member) => member.name === name);

function nameFault(members: Members, index: number, typed: string): Refusal {
  if (typed === '') return 'Give it a name.';
  return members.some(({ name }, at) => at !== index && name === typed) ? `There is already “${typed}”.` : null;
}

type MemberRowProps = {
  readonly member: AttributeMember;
  readonly label: string;
  readonly index: number;
  readonly count: number;
  readonly place: string;
  readonly check: (typed: string) => Refusal;
  readonly onMember: (member: AttributeMember, burst: string | null) => Refusal;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: () => void;
};

function MemberRow({ member, label, index, count, place, check, onMember, onMove, onRemove }: MemberRowProps) {
  const { name, type, members = [] } = member;
  return (
    <div className="member" role="group" aria-label={`Member ${label}`} data-entry data-reorder-row={index}>
      <div className="member-line">
        <ReorderHandle label={`member ${label}`} index={index} count={count} onMove={onMove} />
        <TextField
          label="Name"
          meaning="What it is called"
          isLabelHidden
          mono
          text={name}
          place={`${place}.name`}
          troubles={[]}
          check={check}
          write={(typed) => onMember({ ...member, name: typed }, null)}
        />
        <ChoiceField
          label="Type"
          meaning="What it holds"
          isLabelHidden
          value={type}
          choices={types}
          onChoose={(chosen) =>
            onMember(isComposite(chosen) ? { name, type: chosen, members } : { name, type: chosen }, null)
          }
        />
        <IconButton icon={X} label={`Remove member ${label}`} onClick={onRemove} />
      </div>
      {isComposite(type) && (
        <MemberList
          members={members}
          place={`${place}.members`}
          within={`${label}.`}
          write={(next, burst) => onMember({ name, type, members: next }, burst === null ? null : `members.${burst}`)}
        />
      )}
    </div>
  );
}
