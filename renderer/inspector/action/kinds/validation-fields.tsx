import { CalendarClock, Hash, ListChecks, Regex, ShieldCheck, Sigma, X } from 'lucide-react';
import { useState } from 'react';
import { actionArguments } from '../../../../shared/actions/action-arguments.ts';
import type { ActionOf } from '../../../../shared/model/action-record.ts';
import type { ValidationRule } from '../../../../shared/model/action-kinds.ts';
import { visibleText } from '../../../../shared/explain/visible-text.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { itemOf, listOf, type Edit } from '../../edit.ts';
import { Disclosure, Disclosures } from '../../fields/disclosure.tsx';
import { moved } from '../../fields/reorder-handle.tsx';
import { Section } from '../../fields/section.tsx';
import { AddMenu, type MenuEntry } from '../../message/add-menu.tsx';
import { EntryTroubles } from '../entry-troubles.tsx';
import { RuleFields } from './rule-fields.tsx';
import { ruleWords } from './rule-words.ts';

/** Rules that are looked at one after the other; the first that does not hold decides. */
export function ValidationFields({ edit }: { readonly edit: Edit<ActionOf<'validation'>> }) {
  const rules = listOf(edit, 'rules');
  const { items, write } = rules;
  const [fresh, setFresh] = useState<number | null>(null);
  const [input] = actionArguments(edit.value);
  return (
    <Section title="Rules" name="actions.validation" fields="rules" count={items.length}>
      <p className="section-note">Looked at in this order; the first that does not hold says why.</p>
      {items.length > 0 && (
        <Disclosures label="Rules">
          {items.map((rule, index) => {
            const { title, summary } = ruleWords(rule);
            return (
              // They have no identity but their place.
              <Disclosure
                key={index}
                name={`Rule ${index + 1}`}
                title={<span className="disclosure-name">{visibleText(title)}</span>}
                summary={visibleText(summary)}
                startsOpen={fresh === index}
                below={<EntryTroubles action={edit.value.id} place={rules.place(index)} />}
                order={{ index, count: items.length, onMove: (from, to) => write(moved(items, from, to)) }}
                end={
                  <IconButton
                    icon={X}
                    label={`Remove rule ${index + 1}`}
                    onClick={() => write(items.toSpliced(index, 1))}
                  />
                }
              >
                <RuleFields edit={itemOf(rules, index)} action={edit.value} />
              </Disclosure>
            );
          })}
        </Disclosures>
      )}
      <AddMenu
        label="Add rule"
        entries={newRules(input?.name ?? '')}
        onAdd={(blank) => {
          setFresh(items.length);
          write([...items, blank as ValidationRule]);
        }}
      />
    </Section>
  );
}

const newRules = (input: string): readonly MenuEntry[] => {
  const entry = (label: string, meaning: string, icon: MenuEntry['icon'], rule: ValidationRule): MenuEntry => ({
    label,
    meaning,
    icon,
    blank: () => rule,
  });
  return [
    entry('Format', 'an e-mail address, an IBAN', ShieldCheck, { kind: 'format', input, format: 'email', reason: '' }),
    entry('Range', 'between two numbers', Hash, { kind: 'range', input, reason: '' }),
    entry('One of', 'a list of values', ListChecks, { kind: 'oneOf', input, values: [], reason: '' }),
    entry('Pattern', 'a regular expression', Regex, { kind: 'pattern', input, pattern: '', reason: '' }),
    entry('Availability', 'inside opening hours', CalendarClock, {
      kind: 'available',
      input,
      weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      from: '09:00',
      to: '17:00',
      reason: '',
    }),
    entry('Eligibility', 'any condition on the inputs', Sigma, { kind: 'eligible', expression: '', reason: '' }),
  ];
};
