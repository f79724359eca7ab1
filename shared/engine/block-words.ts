import { assertNever } from '../base/assert-never.ts';
import type { BlockOutput } from './output.ts';

/** What a block says, in one line: for the history, a terminal, and everybody who reads instead of looking. */
export function blockWords(block: BlockOutput): string {
  switch (block.kind) {
    case 'text':
    case 'cta':
      return block.text;
    case 'button':
      return [block.text, ...buttonWords(block.buttons)].join(' ');
    case 'image':
      return joined(block.description === '' ? block.source : block.description);
    case 'rich':
    case 'fullPageRich':
      return joined(
        block.title,
        block.subtitle,
        block.text,
        block.image?.description ?? '',
        ...buttonWords(block.buttons),
      );
    case 'form':
    case 'fullPageForm':
      return joined(block.text, ...block.elements.map(({ label, name }) => `[${label === '' ? name : label}]`));
    case 'list':
      return joined(block.title, ...block.items.map(blockWords));
    case 'audio':
      return joined(block.title === '' ? block.url : block.title);
    case 'autocomplete':
    case 'addressAutocomplete':
      return joined(block.title);
    case 'eSign':
      return joined(block.documentTitle, block.documentText);
    case 'meta':
      return joined(block.data['progressText'] ?? '');
    case 'datePicker':
    case 'location':
    case 'longText':
    case 'fileUpload':
      return joined(block.text);
    case 'handToSystem':
    case 'empty':
      return '';
    default:
      return assertNever(block);
  }
}

const buttonWords = (buttons: readonly { readonly text: string }[]): string[] => buttons.map(({ text }) => `[${text}]`);

const joined = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ');
