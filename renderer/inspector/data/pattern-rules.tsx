import { CornerDownRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { patternProblem } from '../../../shared/conditions/matches-pattern.ts';
import { readRules } from '../../../shared/interpret/read-rules.ts';
import type { InterpreterOf, PatternRule } from '../../../shared/model/interpreter-record.ts';
import { itemOf, listOf, textOf, type Edit } from '../edit.ts';
import { AddButton } from '../fields/add-button.tsx';
import { FieldRow, RowEnd } from '../fields/field-row.tsx';
import { moved, ReorderHandle } from '../fields/reorder-handle.tsx';
import { Section } from '../fields/section.tsx';
import { TextField } from '../fields/text-field.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import type { Trouble } from '../problems-by-ref.ts';
import { intentIdPicks } from '../picks.tsx';
import { useSettledDocument } from '../references/known-names.ts';
import { PatternCaptures } from './pattern-captures.tsx';
import { TryRules } from './try-rules.tsx';
import './pattern-rules.css';

const listId = 'rule-intents';

/** What is said means an intent when its pattern is found in it; the first rule of an intent that fits counts. */
export function PatternRules({ edit }: { readonly edit: Edit<InterpreterOf<'pattern'>> }) {
  const rules = listOf(edit, 'rules');
  const { items, write } = rules;
  const document = useSettledDocument();
  const picks = useMemo(() => intentIdPicks(document, 'USER'), [document]);
  const intentIds = useMemo(() => new Set(picks.map(({ value }) => value)), [picks]);
  const [said, setSaid] = useState('');
  const [rows, expectOne] = useFocusAdded(items.length, 'input');
  const add = (): void => {
    expectOne();
    write([...items, { pattern: '', intentId: '', captures: {} }]);
  };
  return (
    <Section
      title="Patterns"
      name="interpreters.rules"
      fields="rules"
      count={items.length}
      add={{ label: 'Add pattern', onPress: add }}
    >
      <p className="section-note">
        What is said means the intent when the pattern is found in it. <code>(?i)</code> in front takes any case;{' '}
        <code>{'(?P<name>…)'}</code> fills the attribute of that name.
      </p>
      <datalist id={listId}>
        {picks.map(({ value, detail }) => (
          <option key={value} value={value} label={detail ?? value} />
        ))}
      </datalist>
      <div className="rules" ref={rows} data-reorder-list>
        {items.map((rule, index) => (
          // They have no identity but their place.
          <RuleCard
            key={index}
            edit={itemOf(rules, index)}
            index={index}
            count={items.length}
            isFound={said !== '' && isFound(rule, said)}
            intentIds={intentIds}
            onMove={(from, to) => write(moved(items, from, to))}
            onRemove={() => write(items.toSpliced(index, 1))}
          />
        ))}
      </div>
      {items.length === 0 ? (
        <AddButton label="Add pattern" onPress={add} />
      ) : (
        <TryRules rules={items} intentIds={intentIds} text={said} onText={setSaid} />
      )}
    </Section>
  );
}

/** Whether this rule alone would take it. */
const isFound = (rule: PatternRule, said: string): boolean =>
  readRules([rule], new Set([rule.intentId]), said, new Map()).length > 0;

type RuleCardProps = {
  readonly edit: Edit<PatternRule>;
  readonly index: number;
  readonly count: number;
  /** What is being tried has the pattern in it. */
  readonly isFound: boolean;
  readonly intentIds: ReadonlySet<string>;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: () => void;
};

function RuleCard({ edit, index, count, isFound: fits, intentIds, onMove, onRemove }: RuleCardProps) {
  const { pattern, intentId, captures } = edit.value;
  const name = `pattern ${index + 1}`;
  return (
    <div
      className="rule"
      role="group"
      aria-label={`Pattern ${index + 1}${fits ? ', found' : ''}`}
      data-entry
      data-found={fits || undefined}
      data-reorder-row={index}
    >
      <ReorderHandle label={name} index={index} count={count} onMove={onMove} />
      <div className="rule-fields">
        <FieldRow end={<RowEnd label={`Remove ${name}`} onPress={onRemove} />}>
          <TextField
            label="Pattern"
            meaning="A regular expression"
            isLabelHidden
            mono
            placeholder="(?i)order (?P<order_id>[A-Z]-\d+)"
            {...textOf(edit, 'pattern')}
            troubles={patternTroubles(pattern)}
          />
        </FieldRow>
        <TextField
          label="Intent id"
          meaning="What it means"
          isLabelHidden
          icon={CornerDownRight}
          mono
          list={listId}
          placeholder="intent id"
          {...textOf(edit, 'intentId')}
          troubles={intentTroubles(intentId, intentIds)}
        />
        <PatternCaptures
          pattern={pattern}
          captures={captures}
          place={edit.place}
          write={(next, burst) => edit.set({ captures: next }, burst)}
        />
      </div>
    </div>
  );
}

function patternTroubles(pattern: string): readonly Trouble[] {
  const wrong = pattern === '' ? 'Without a pattern it is never found.' : patternProblem(pattern);
  return wrong === null ? [] : [{ severity: pattern === '' ? 'warning' : 'error', sentence: wrong }];
}

function intentTroubles(intentId: string, known: ReadonlySet<string>): readonly Trouble[] {
  if (intentId === '') return [{ severity: 'warning', sentence: 'Say which intent it means.' }];
  return known.has(intentId) ? [] : [{ severity: 'warning', sentence: `No USER intent has the id “${intentId}”.` }];
}
