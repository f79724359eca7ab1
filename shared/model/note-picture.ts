/** What a picture on the canvas may be. No SVG: it is a program as much as a picture. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** Bytes of the picture itself. It lies in the scenario's file, which has to stay one to open, compare and send. */
export const mostPictureBytes = 512 * 1024;

/** Characters of the address that holds the most such bytes. */
const mostPictureText = 32 + 4 * Math.ceil(mostPictureBytes / 3);

/** How many bytes at the beginning tell what a file is. */
export const tellingBytes = 12;

/** What a file is by how it begins, whatever it is called; null when it is none of the pictures we take. */
export function pictureTypeOf(bytes: ArrayLike<number>): PictureType | null {
  const begins = (at: number, ...wanted: readonly number[]): boolean =>
    wanted.every((byte, index) => bytes[at + index] === byte);
  if (begins(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (begins(0, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (begins(0, 0x47, 0x49, 0x46, 0x38) && (begins(4, 0x37, 0x61) || begins(4, 0x39, 0x61))) return 'image/gif';
  if (begins(0, 0x52, 0x49, 0x46, 0x46) && begins(8, 0x57, 0x45, 0x42, 0x50)) return 'image/webp';
  return null;
}

/** What is wrong with the address of a picture kept in a scenario, or null. Nothing but a picture of ours passes. */
export function pictureFault(address: string): string | null {
  if (address.length > mostPictureText) return `A picture may have ${mostPictureBytes / 1024} KB at the most.`;
  const [, type, data] = /^data:(image\/[a-z]+);base64,([A-Za-z0-9+/]+={0,2})$/.exec(address) ?? [];
  if (type === undefined || data === undefined || data.length % 4 !== 0)
    return 'A picture is kept as a data address in base64.';
  if (pictureTypeOf(firstBytes(data)) !== type) return 'A picture is a PNG, JPEG, WebP or GIF, and says which.';
  return null;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function firstBytes(base64: string): readonly number[] {
  const bytes: number[] = [];
  const digitAt = (at: number): number => Math.max(0, digits.indexOf(base64[at] ?? '='));
  for (let at = 0; at + 3 < base64.length && bytes.length < tellingBytes; at += 4) {
    const [one, two, three, four] = [digitAt(at), digitAt(at + 1), digitAt(at + 2), digitAt(at + 3)];
    bytes.push((one << 2) | (two >> 4), ((two & 15) << 4) | (three >> 2), ((three & 3) << 6) | four);
  }
  return bytes;
}
