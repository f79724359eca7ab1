import { formOf, type NoteColour } from '../../../shared/model/design-records.ts';
import { isArea } from '../layout/is-area.ts';
import type { Spot } from '../layout/spot.ts';

type Ink = { readonly colourOf: (colour: string) => string; readonly font: string };

const colours: Readonly<Record<NoteColour, string>> = {
  neutral: 'var(--text-faint)',
  accent: 'var(--accent)',
  user: 'var(--user)',
  app: 'var(--app)',
  action: 'var(--action)',
  data: 'var(--data)',
  ok: 'var(--ok)',
  problem: 'var(--problem)',
};
/** The paper of a note without a colour. */
const paper = 'oklch(0.8 0.12 95)';
export const noteHue = (colour: NoteColour | undefined): string => (colour === undefined ? paper : colours[colour]);

/** Coloured areas, behind everything, the larger ones first. */
export function paintAreas(pen: CanvasRenderingContext2D, { colourOf }: Ink, spots: readonly Spot[]): void {
  const areas = spots.filter(({ box }) => isArea(box));
  areas.sort((one, other) => other.rect.width * other.rect.height - one.rect.width * one.rect.height);
  for (const { box, rect } of areas) {
    if (box.kind !== 'note') continue;
    pen.fillStyle = colourOf(noteHue(box.record.colour));
    pen.globalAlpha = 0.16;
    pen.beginPath();
    pen.roundRect(rect.x, rect.y, rect.width, rect.height, 18);
    pen.fill();
  }
  pen.globalAlpha = 1;
}

/** The names of areas and the words of labels, as large as their box or as can be read. */
export function paintNoteWords(
  pen: CanvasRenderingContext2D,
  { colourOf, font }: Ink,
  spots: readonly Spot[],
  zoom: number,
): void {
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  for (const { box, rect } of spots) {
    if (box.kind !== 'note') continue;
    const form = formOf(box.record);
    if (form !== 'area' && form !== 'label') continue;
    const size = form === 'label' ? rect.height * 0.6 : Math.max(30, Math.min(12 / zoom, rect.height / 6));
    pen.font = `640 ${size}px ${font}`;
    pen.fillStyle = colourOf('var(--text-soft)');
    const [line = ''] = box.record.text.split('\n');
    const middle = form === 'label' ? rect.height / 2 : size * 0.9;
    pen.fillText(line, rect.x + 14, rect.y + middle, Math.max(1, rect.width - 28));
  }
}
