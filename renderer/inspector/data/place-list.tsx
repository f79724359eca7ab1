import { RecordRow, RecordRows } from '../record-row.tsx';
import type { UsePlace } from './use-words.ts';

type PlaceListProps = { readonly label: string; readonly places: readonly UsePlace[]; readonly most?: number };

/** Places that speak of something, each a press away. */
export const PlaceList = ({ label, places, most = 40 }: PlaceListProps) => (
  <>
    {places.length > 0 && (
      <RecordRows label={label}>
        {places.slice(0, most).map(({ ref, title, detail }) => (
          <RecordRow key={`${ref} ${detail}`} id={ref} title={title} detail={detail} />
        ))}
      </RecordRows>
    )}
    {places.length > most && <p className="section-note">{`and ${places.length - most} more`}</p>}
  </>
);
