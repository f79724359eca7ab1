import { AudioLines, Image, type LucideIcon } from 'lucide-react';
import type { BlockOutputOf } from '../../../shared/engine/output.ts';

type MediaProps = {
  readonly icon: LucideIcon;
  readonly kind: string;
  readonly words: string;
  readonly addresses: readonly string[];
};

/** A picture or sound from elsewhere: what it is and where it lies. Parley's page fetches nothing. */
const Media = ({ icon: Icon, kind, words, addresses }: MediaProps) => (
  <figure className="block-media" aria-label={words === '' ? kind : `${kind}: ${words}`}>
    <Icon size={16} aria-hidden />
    <figcaption>
      {words !== '' && <span dir="auto">{words}</span>}
      {addresses.map((address) => (
        <span key={address} className="message-address" data-selectable>
          {address}
        </span>
      ))}
    </figcaption>
  </figure>
);

type Picture = Pick<BlockOutputOf<'image'>, 'source' | 'description' | 'link'>;

export const ShownPicture = ({ image: { source, description, link } }: { image: Picture }) => (
  <Media icon={Image} kind="Picture" words={description} addresses={shown(source, link)} />
);

export const ShownSound = ({ sound: { title, url } }: { sound: BlockOutputOf<'audio'> }) => (
  <Media icon={AudioLines} kind="Sound" words={title} addresses={shown(url)} />
);

const shown = (...addresses: readonly string[]): readonly string[] =>
  [...new Set(addresses)].filter((address) => address !== '');
