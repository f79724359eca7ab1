import { CaseSensitive, Replace, ReplaceAll, WholeWord } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { useStore } from 'zustand';
import { shortcutText } from '../app/actions/shortcut.ts';
import { useStudio } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { searchStore } from './search-store.ts';

type ReplaceLineProps = {
  readonly field: Ref<HTMLInputElement>;
  /** How many texts say it; nothing can be replaced in none. */
  readonly count: number;
  readonly onOne: () => void;
  readonly onAll: () => void;
};

/** What is found is replaced by this: in the text that is looked at, or in all. */
export function ReplaceLine({ field, count, onOne, onAll }: ReplaceLineProps) {
  const { platform } = useStudio();
  const { by, matchesCase, wholeWords } = useStore(searchStore);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || (event.ctrlKey !== event.altKey && !event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.altKey) onAll();
    else if (!event.ctrlKey && !event.metaKey) onOne();
  };
  return (
    <div className="search-line replace-line">
      <Replace size={14} aria-hidden />
      <input
        ref={field}
        className="search-field"
        aria-label="Replace with"
        placeholder="Replace with"
        spellCheck={false}
        value={by}
        onChange={({ currentTarget }) => searchStore.setState({ by: currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <IconButton
        icon={CaseSensitive}
        label="Only with the same capitals"
        pressed={matchesCase}
        onClick={() => searchStore.setState({ matchesCase: !matchesCase })}
      />
      <IconButton
        icon={WholeWord}
        label="Only whole words"
        pressed={wholeWords}
        onClick={() => searchStore.setState({ wholeWords: !wholeWords })}
      />
      <IconButton icon={Replace} label="Replace in this text" shortcut="Enter" disabled={count === 0} onClick={onOne} />
      <IconButton
        icon={ReplaceAll}
        label={`Replace in all ${count.toLocaleString('en')} texts`}
        shortcut={shortcutText('mod+alt+enter', platform)}
        disabled={count === 0}
        onClick={onAll}
      />
    </div>
  );
}
