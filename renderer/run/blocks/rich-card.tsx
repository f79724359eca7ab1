import { useStudio } from '../../state/studio.ts';
import type { BlockOutputOf } from '../../../shared/engine/output.ts';
import { MessageButtons } from '../message-buttons.tsx';
import { MessageText } from '../message-text.tsx';
import { ShownPicture } from './shown-media.tsx';

type RichCardProps = { readonly block: BlockOutputOf<'rich' | 'fullPageRich'>; readonly isOpen: boolean };

/** A card: picture, heading, text and buttons. Where the whole card can be pressed, its heading is the button. */
export function RichCard({ block, isOpen }: RichCardProps) {
  const { title, subtitle, text, image, buttons, link } = block;
  return (
    <article className="rich-card" data-large={block.kind === 'fullPageRich' || undefined}>
      {image !== null && <ShownPicture image={image} />}
      <RichTitle block={block} isOpen={isOpen} />
      {subtitle !== '' && (
        <p className="rich-subtitle" dir="auto">
          {subtitle}
        </p>
      )}
      {text !== '' && <MessageText text={text} />}
      {link !== '' && (
        <p className="message-address" data-selectable aria-label={title === '' ? 'Leads to' : `${title} leads to`}>
          {link}
        </p>
      )}
      {buttons.length > 0 && <MessageButtons buttons={buttons} isOpen={isOpen} />}
    </article>
  );
}

function RichTitle({ block: { title, callback, callbackValue }, isOpen }: RichCardProps) {
  const { run } = useStudio();
  if (callback === '')
    return title === '' ? null : (
      <h4 className="rich-title" dir="auto">
        {title}
      </h4>
    );
  return (
    <button
      type="button"
      className="rich-title"
      dir="auto"
      disabled={!isOpen}
      onClick={(event) => {
        // The bubble around it would be chosen as well.
        event.stopPropagation();
        void run.say({ kind: 'callback', callback, value: callbackValue, text: title });
      }}
    >
      {title === '' ? 'Choose this' : title}
    </button>
  );
}
