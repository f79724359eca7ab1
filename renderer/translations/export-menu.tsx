import { Button, Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { saveTranslations } from '../app/files/translation-files.ts';
import { useStudio } from '../state/studio.ts';
import { MenuGroup } from '../ui/menu-group.tsx';
import { languageName } from './language-name.ts';

/** What translators are given: a table, or either generation of XLIFF, of which the later one holds one language. */
export function ExportMenu({ languages }: { readonly languages: readonly string[] }) {
  const studio = useStudio();
  return (
    <Menu position="bottom-end" withinPortal middlewares={{ flip: true, shift: true, size: { padding: 8 } }}>
      <Menu.Target>
        <Button variant="default" rightSection={<ChevronDown size={14} aria-hidden />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown data-menu-dropdown className="translations-export">
        <MenuGroup label="All languages in one file">
          <Menu.Item onClick={() => void saveTranslations(studio, { kind: 'csv' })}>CSV…</Menu.Item>
          <Menu.Item onClick={() => void saveTranslations(studio, { kind: 'xliff1' })}>XLIFF 1.2…</Menu.Item>
        </MenuGroup>
        <MenuGroup label="XLIFF 2.1, one language">
          {languages.map((language) => (
            <Menu.Item key={language} onClick={() => void saveTranslations(studio, { kind: 'xliff2', language })}>
              {languageName(language)}…
            </Menu.Item>
          ))}
        </MenuGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
