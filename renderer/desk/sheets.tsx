import { Sheet } from 'lucide-react';
import type { BridgeDeskSheet } from '../../shared/bridge/contract/desk-contract.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import type { Document } from '../../shared/model/document.ts';
import { useEditor } from '../state/studio.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useScenarioFiles } from './use-scenario-files.ts';

/** Rows that were added to sheets on this machine. */
export function Sheets() {
  const document = useEditor((state) => state.document);
  const found = useScenarioFiles('desk.sheets', (file) => ({ file, names: sheetNames(document) }));
  if (found === null) return null;
  if (found.sheets.length === 0)
    return (
      <EmptyState
        icon={Sheet}
        sentence="No row was added yet. A spreadsheet action keeps its rows in a CSV file here."
      />
    );
  return (
    <div className="desk-sheets">
      {found.sheets.map((sheet) => (
        <SheetTable key={sheet.name} sheet={sheet} />
      ))}
    </div>
  );
}

function SheetTable({ sheet: { name, columns, rows, total } }: { readonly sheet: BridgeDeskSheet }) {
  return (
    <section aria-label={name}>
      <h3>
        {visibleText(name)}{' '}
        <small>
          {rows.length < total ? `newest ${rows.length} of ${total} rows` : total === 1 ? '1 row' : `${total} rows`}
        </small>
      </h3>
      <div className="desk-table">
        <table>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={index} scope="col">
                  {visibleText(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {columns.map((_, index) => (
                  <td key={index} data-selectable>
                    {visibleText(cells[index] ?? '')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Sheets are known by the actions that write to them; a name made while talking is known to nobody. */
const sheetNames = (document: Document): string[] =>
  [...document.tables.actions.values()]
    .flatMap((action) => (action.kind === 'spreadsheet' && action.provider === 'csv' ? [action.sheet] : []))
    .filter((name) => name !== '' && !/[{$]/.test(name))
    .slice(0, 50);
