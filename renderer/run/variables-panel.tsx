import { Braces } from 'lucide-react';
import { useMemo, useState } from 'react';
import { exchangeWith } from '../state/run-trace.ts';
import { useEditor, useRun } from '../state/studio.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterField } from './filter-field.tsx';
import { variableList } from './variable-list.ts';
import { VariableRow } from './variable-row.tsx';
import './variables-panel.css';

/** What the talk knows: every attribute that has a value, and where it comes from. */
export function VariablesPanel() {
  const variables = useRun((state) => state.variables);
  const isRunning = useRun((state) => state.run !== null);
  const document = useEditor((state) => state.document);
  const shown = useRun((state) =>
    state.chosen === null ? state.exchanges.at(-1)?.exchange : exchangeWith(state.exchanges, state.chosen)?.exchange,
  );
  const [filter, setFilter] = useState('');
  const contexts = useMemo(() => variableList(variables, document, filter), [variables, document, filter]);
  if (variables.isEmpty())
    return (
      <EmptyState
        icon={Braces}
        sentence="What the talk learns is listed here: each attribute, its value, and whether it was said, mocked or live."
      />
    );
  return (
    <div className="variables">
      <div className="variables-bar">
        <FilterField label="Find an attribute" text={filter} onText={setFilter} />
        <span className="variables-hint">
          {isRunning ? 'Press a value to change it' : 'As they were when the talk ended'}
        </span>
      </div>
      <div className="variables-contexts">
        {contexts.length === 0 && <p className="variables-none">No attribute fits.</p>}
        {contexts.map(({ context, lines }) => (
          <section key={context} aria-label={`Context ${context}`}>
            <h3>{context}</h3>
            {lines.map((line) => (
              <VariableRow
                key={line.reference}
                line={line}
                isChanged={line.variable.exchange === shown}
                isEditable={isRunning}
              />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}
