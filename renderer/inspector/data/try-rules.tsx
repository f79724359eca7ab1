import { valueWords } from '../../../shared/explain/value-words.ts';
import { readRules } from '../../../shared/interpret/read-rules.ts';
import type { PatternRule } from '../../../shared/model/interpreter-record.ts';
import { FieldFrame } from '../fields/field-frame.tsx';

type TryRulesProps = {
  readonly rules: readonly PatternRule[];
  readonly intentIds: ReadonlySet<string>;
  readonly text: string;
  readonly onText: (text: string) => void;
};

/** Something a person might say, and what the rules would make of it among all intents of the scenario. */
export function TryRules({ rules, intentIds, text, onText }: TryRulesProps) {
  const found = text.trim() === '' ? [] : readRules(rules, intentIds, text, new Map());
  return (
    <FieldFrame label="Try it" meaning="What would be made of this">
      {(control) => (
        <>
          <input
            {...control}
            className="control"
            type="text"
            placeholder="Say something as a person would"
            value={text}
            onChange={(event) => onText(event.currentTarget.value)}
          />
          <div role="status">
            <ul className="rules-found">
              {text.trim() !== '' && found.length === 0 && <li>No pattern is found in it.</li>}
              {found.map(({ intentId, attributes }) => (
                <li key={intentId}>
                  <code>{intentId}</code>
                  {Object.entries(attributes).map(([name, value]) => (
                    <span key={name}>
                      {' '}
                      {name} {valueWords(value)}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </div>
        </>
      )}
    </FieldFrame>
  );
}
