import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import { mostPictureBytes, pictureTypeOf } from '../../../shared/model/note-picture.ts';

export type ReadPicture = { readonly address: string; readonly width: number; readonly height: number };

/** A picture from the disk or the clipboard as it is kept in a scenario; what stands in its way, in a sentence. */
export async function readPicture(file: File): Promise<Result<ReadPicture, string>> {
  const name = file.name === '' ? 'The picture' : `“${file.name}”`;
  if (file.size > mostPictureBytes) {
    const size =
      file.size > 1024 * 1024 ? `${(file.size / 1024 / 1024).toFixed(1)} MB` : `${Math.ceil(file.size / 1024)} KB`;
    return fail(
      `${name} has ${size}; a picture in a scenario may have ${mostPictureBytes / 1024} KB. Make it smaller first.`,
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = pictureTypeOf(bytes);
  if (type === null) return fail(`${name} is no PNG, JPEG, WebP or GIF picture, so it was left out.`);
  try {
    // Only what can be drawn is kept.
    const drawn = await createImageBitmap(new Blob([bytes], { type }));
    const { width, height } = drawn;
    drawn.close();
    return succeed({ address: `data:${type};base64,${inBase64(bytes)}`, width, height });
  } catch {
    return fail(`${name} is damaged: it begins like a picture, but cannot be drawn.`);
  }
}

/** In pieces, because a function takes only so many arguments. */
function inBase64(bytes: Uint8Array): string {
  const piece = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
}

const longest = 480;

/** How large a picture is drawn at first: as it is, unless that is very large. */
export function firstSize({ width, height }: Pick<ReadPicture, 'width' | 'height'>) {
  const scale = Math.min(1, longest / Math.max(width, height, 1));
  const least = (side: number): number => Math.max(48, Math.round(side * scale));
  return { width: least(width), height: least(height) };
}
