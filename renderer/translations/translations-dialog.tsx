import { Button, SegmentedControl } from '@mantine/core';
import { Languages as LanguagesIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import { translationsPut } from '../../shared/commands/translations-put.ts';
import { forgetLeft, languagesOf } from '../../shared/exchange/translations/translation-change.ts';
import { leftTranslations } from '../../shared/exchange/translations/translation-rows.ts';
import { chooseTranslations } from '../app/files/translation-files.ts';
import { FilterField } from '../run/filter-field.tsx';
import { useEditor, useStudio } from '../state/studio.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { ExportMenu } from './export-menu.tsx';
import { LanguageBar } from './language-bar.tsx';
import { countByLanguage, countShown, filterRows, tableRows, type RowFilter } from './table-rows.ts';
import { TranslationTable } from './translation-table.tsx';
import './translations-dialog.css';

const choices = [
  { value: 'all', label: 'All texts' },
  { value: 'missing', label: 'Missing' },
  { value: 'warned', label: 'To check' },
  { value: 'links', label: 'Links and numbers' },
] as const;

/** Every text people read, side by side in every language of the scenario. */
export function TranslationsDialog() {
  const studio = useStudio();
  const document = useEditor((state) => state.document);
  const [filter, setFilter] = useState<RowFilter>({ wanted: '', only: 'all' });
  const rows = useMemo(() => tableRows(document), [document]);
  const left = useMemo(() => leftTranslations(document), [document]);
  const found = useMemo(() => filterRows(rows, filter), [rows, filter]);
  const noun = filter.only === 'links' ? 'links and numbers' : 'texts';
  const whole = useMemo(() => countShown(rows, filter.only), [rows, filter.only]);
  const { base, others } = languagesOf(document);
  const counts = useMemo(() => countByLanguage(rows, others), [rows, others]);
  // One that still shows beside a new wording is not lost out of sight.
  const unseen = left.filter(
    ({ message, text, language }) =>
      !rows.some((row) =>
        row.cells.some(
          (cell) =>
            row.message === message && cell.language === language && cell.state === 'outdated' && cell.of === text,
        ),
      ),
  );
  const forget = (): void => {
    const change = forgetLeft(document, unseen);
    studio.editor.execute(translationsPut('Remove old translations', change), null, true);
  };
  return (
    <DialogFrame title="Translations" size={1480} onClose={studio.ui.closeDialog}>
      <div className="translations">
        <LanguageBar base={base} counts={counts} />
        {others.length > 0 && (
          <div className="translations-bar">
            <FilterField
              label="Find a text"
              text={filter.wanted}
              onText={(wanted) => setFilter({ ...filter, wanted })}
            />
            <SegmentedControl
              aria-label="Texts shown"
              value={filter.only}
              onChange={(only) => setFilter({ ...filter, only })}
              data={[...choices]}
            />
            <span className="translations-count" role="status">
              {found.length === whole ? `${whole} ${noun}` : `${found.length} of ${whole}`}
            </span>
            <span className="translations-files">
              <Button variant="default" onClick={() => void chooseTranslations(studio)}>
                Import…
              </Button>
              <ExportMenu languages={others} />
            </span>
          </div>
        )}
        {others.length === 0 ? (
          <div className="translations-none">
            <LanguagesIcon size={20} strokeWidth={1.5} aria-hidden />
            <p>
              This scenario speaks one language. Name another one above, such as de or pt-BR, and every text can be said
              in it; what is not translated yet is said as it is written.
            </p>
            <Button variant="default" onClick={() => void chooseTranslations(studio)}>
              Import translations…
            </Button>
          </div>
        ) : found.length === 0 ? (
          <p className="translations-none">{noneFound(whole, filter.only)}</p>
        ) : (
          <TranslationTable rows={found} base={base} languages={others} />
        )}
        {unseen.length > 0 && (
          <p className="translations-left" role="status">
            {unseen.length === 1 ? 'One translation is' : `${unseen.length} translations are`} of something that is no
            longer said.
            <Button variant="subtle" onClick={() => forget()}>
              Remove
            </Button>
          </p>
        )}
      </div>
    </DialogFrame>
  );
}

function noneFound(whole: number, only: RowFilter['only']): string {
  if (whole > 0) return 'No text fits.';
  return only === 'links'
    ? 'No message leads anywhere: links, pictures and phone numbers that differ by language would stand here.'
    : 'Nothing is said yet, so there is nothing to translate.';
}
