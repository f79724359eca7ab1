import { formOf } from '../../../shared/model/design-records.ts';
import type { Box, NoteBox } from './spot.ts';

/** A coloured area lies behind everything, and takes along what lies in it. */
export const isArea = (box: Box): box is NoteBox => box.kind === 'note' && formOf(box.record) === 'area';
