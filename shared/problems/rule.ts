import type { Document } from '../model/document.ts';
import type { Problem } from './problem.ts';

/** One kind of finding: looks at the document and says what it found. Pure, and linear in the document. */
export type Rule = (document: Document) => readonly Problem[];
