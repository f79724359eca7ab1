import { ImagePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { NoteRecord } from '../../../shared/model/design-records.ts';
import { useChoosePicture } from '../notes/use-choose-picture.ts';

/** A picture with what is to be seen on it, or a button to choose one. */
export function NotePicture({ note, children }: { readonly note: NoteRecord; readonly children: ReactNode }) {
  const choose = useChoosePicture();
  return (
    <figure className="note-picture">
      {note.picture === undefined ? (
        <button type="button" className="note-choose nodrag" onClick={() => choose(note)}>
          <ImagePlus size={18} strokeWidth={1.75} aria-hidden />
          Choose a picture…
        </button>
      ) : (
        <img src={note.picture} alt={note.text} draggable={false} />
      )}
      <figcaption>{children}</figcaption>
    </figure>
  );
}
