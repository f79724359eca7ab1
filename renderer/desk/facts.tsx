import { visibleText } from '../../shared/explain/visible-text.ts';

type FactsProps = { readonly facts: readonly (readonly [name: string, value: string])[] };

/** What is known of a letter or a ticket; what is not is left out. */
export const Facts = ({ facts }: FactsProps) => (
  <dl data-selectable>
    {facts.map(
      ([name, value]) =>
        value !== '' && (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{visibleText(value)}</dd>
          </div>
        ),
    )}
  </dl>
);
