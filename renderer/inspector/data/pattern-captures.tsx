import { ArrowRight } from 'lucide-react';
import { compilePattern } from '../../../shared/conditions/matches-pattern.ts';
import type { Edit, Refusal } from '../edit.ts';
import { TextField } from '../fields/text-field.tsx';

type Captures = { readonly [group: string]: string };
type PatternCapturesProps = {
  readonly pattern: string;
  readonly captures: Captures;
  readonly place: Edit<unknown>['place'];
  readonly write: (captures: Captures, burst: string) => Refusal;
};

/** The groups of a pattern, each with the attribute it fills. A named one fills the attribute of its name. */
export function PatternCaptures({ pattern, captures, place, write }: PatternCapturesProps) {
  const groups = groupsOf(pattern);
  return groups.map(({ number, name }) => {
    const title = name === null ? `Group ${number}` : `Group ${number}, “${name}”`;
    const held = captures[String(number)] ?? (name === null ? undefined : captures[name]) ?? '';
    return (
      <div key={number} className="capture">
        <span aria-hidden>{name ?? number}</span>
        <ArrowRight size={12} strokeWidth={2} aria-hidden />
        <TextField
          label={title}
          meaning="The attribute it fills"
          isLabelHidden
          mono
          placeholder={name ?? 'attribute'}
          text={held}
          place={place(`captures.${number}`)}
          troubles={[]}
          write={(typed) => write(withCapture(captures, number, name, typed), `captures.${number}`)}
        />
      </div>
    );
  });
}

type Group = { readonly number: number; readonly name: string | null };

/** The groups a pattern has; none while it cannot be used. */
function groupsOf(pattern: string): readonly Group[] {
  const compiled = compilePattern(pattern);
  if (!compiled.ok) return [];
  const names = Object.entries(compiled.value.namedGroups());
  return Array.from({ length: compiled.value.matcher('').groupCount() }, (_, index) => ({
    number: index + 1,
    name: names.find(([, number]) => number === index + 1)?.[0] ?? null,
  }));
}

/** One entry a group, by name where it has one, else by number; an emptied one goes. */
function withCapture(captures: Captures, number: number, name: string | null, attribute: string): Captures {
  const others = Object.entries(captures).filter(([group]) => group !== String(number) && group !== name);
  return Object.fromEntries(attribute === '' ? others : [...others, [name ?? String(number), attribute]]);
}
