import { assertNever } from '../../../shared/base/assert-never.ts';
import type { BlockOutput } from '../../../shared/engine/output.ts';
import { MessageButtons } from '../message-buttons.tsx';
import { MessageText } from '../message-text.tsx';
import { AskBlock } from './ask-block.tsx';
import { FactsNote } from './facts-note.tsx';
import { RichCard } from './rich-card.tsx';
import { ShownPicture, ShownSound } from './shown-media.tsx';
import './blocks.css';

export type BlockViewProps<Block = BlockOutput> = {
  readonly block: Block;
  /** What it asks can still be answered. */
  readonly isOpen: boolean;
  /** Its first button is what is expected to be pressed. */
  readonly leads?: boolean;
};

/** One piece of a message, as people see it; nothing of it leaves the app or loads anything. */
export function BlockView({ block, isOpen, leads = false }: BlockViewProps) {
  switch (block.kind) {
    case 'text':
      return <Said text={block.text} />;
    case 'button':
      return (
        <>
          <Said text={block.text} />
          {(isOpen || block.clearAfterInteraction !== true) && (
            <MessageButtons buttons={block.buttons} isOpen={isOpen} leads={leads} />
          )}
        </>
      );
    case 'image':
      return <ShownPicture image={block} />;
    case 'audio':
      return <ShownSound sound={block} />;
    case 'rich':
      return <RichCard block={block} isOpen={isOpen} />;
    case 'fullPageRich':
      return (
        <>
          {fillsThePage}
          <RichCard block={block} isOpen={isOpen} />
        </>
      );
    case 'list':
      return (
        <section className="block-list" data-view={block.view} aria-label={block.title === '' ? 'List' : block.title}>
          {block.title !== '' && <h4 dir="auto">{block.title}</h4>}
          <ul tabIndex={block.view === 'horizontal' ? 0 : undefined}>
            {block.items.map((item, index) => (
              // Blocks of a message that was sent neither move nor change.
              <li key={index}>
                <BlockView block={item} isOpen={isOpen} />
              </li>
            ))}
          </ul>
        </section>
      );
    case 'fullPageForm':
      return (
        <>
          {fillsThePage}
          <AskBlock block={block} isOpen={isOpen} />
        </>
      );
    case 'form':
    case 'datePicker':
    case 'autocomplete':
    case 'addressAutocomplete':
    case 'location':
    case 'longText':
    case 'fileUpload':
    case 'eSign':
      return <AskBlock block={block} isOpen={isOpen} />;
    case 'meta':
    case 'handToSystem':
      return <FactsNote block={block} />;
    case 'cta':
      return <p className="block-note">While the chat is closed: “{block.text}”</p>;
    case 'empty':
      return null;
    default:
      return assertNever(block);
  }
}

/** In the chat of a site it takes all the room there is. */
const fillsThePage = <p className="block-note block-page">Fills the page</p>;

const Said = ({ text }: { text: string }) => (text === '' ? null : <MessageText text={text} />);
