/** As much of a text as there is room for, at a size of letters. */
export function fitting(pen: CanvasRenderingContext2D, text: string, room: number, size: number): string {
  // Most names are short enough for it to be known without measuring.
  if (text.length * size * 0.5 < room || pen.measureText(text).width <= room) return text;
  let length = Math.max(1, Math.floor(room / (size * 0.5)));
  while (length > 1 && pen.measureText(`${text.slice(0, length)}…`).width > room) length -= 1;
  return `${text.slice(0, length)}…`;
}
