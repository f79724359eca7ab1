import { Braces, Box, CornerDownRight, Filter } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { valueWords } from '../../../shared/explain/value-words.ts';
import type { Offer } from './offers.ts';
import './offer-list.css';

const icons = { attribute: Braces, context: Box, filter: Filter, whole: CornerDownRight };

type OfferListProps = {
  readonly id: string;
  readonly items: readonly Offer[];
  readonly active: number;
  readonly onTake: (offer: Offer) => void;
};

export const offerId = (list: string, index: number): string => `${list}-${index}`;

/** What could stand at the caret, each with its type and what the talk has there now. */
export function OfferList({ id, items, active, onTake }: OfferListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active]);
  return (
    <ul ref={list} className="offer-list" role="listbox" id={id} aria-label="Offered references">
      {items.map((offer, index) => {
        const Icon = icons[offer.kind];
        return (
          <li
            key={`${offer.kind} ${offer.label}`}
            id={offerId(id, index)}
            role="option"
            aria-selected={index === active}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(offer)}
          >
            <Icon size={12} strokeWidth={2} aria-hidden />
            <span className="offer-label">{offer.label}</span>{' '}
            {offer.now !== undefined && <span className="offer-now">{valueWords(offer.now)}</span>}{' '}
            <span className="offer-detail">{offer.detail}</span>
          </li>
        );
      })}
    </ul>
  );
}
