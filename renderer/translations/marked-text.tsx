import { textPieces } from '../../shared/exchange/translations/check-translation.ts';

/** A text with the references in it standing out. */
export const MarkedText = ({ text }: { readonly text: string }) => (
  <span className="translation-text" dir="auto">
    {textPieces(text).map((piece, at) =>
      piece.kind === 'reference' ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
    )}
  </span>
);
