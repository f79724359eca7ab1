import { ExpressionFault } from './expression-fault.ts';

/** What one action may cost, over all its expressions: more than any designer needs, less than anybody waits for. */
const mostSteps = 200_000;
/** Characters of a text and items of a list. */
const longestText = 200_000;
const longestList = 10_000;
/** As deep as the rest of Parley reads JSON. */
const deepest = 64;

type Place = { readonly start: number; readonly end: number };

/** Counts the work of expressions, and stops them when it gets too much. */
export class WorkBudget {
  #left = mostSteps;

  spend(steps: number, place: Place): void {
    this.#left -= steps;
    if (this.#left < 0) throw new ExpressionFault('This takes too many steps. Work on fewer items.', place, true);
  }

  text(length: number, place: Place): void {
    if (length > longestText)
      throw new ExpressionFault('This text gets too long (200,000 characters at most).', place, true);
    // Copying a long text is work too.
    this.spend(Math.ceil(length / 100), place);
  }

  list(length: number, place: Place): void {
    if (length > longestList) throw new ExpressionFault('This list gets too long (10,000 items at most).', place, true);
    this.spend(length, place);
  }

  /** For walks through whole values. */
  counter(place: Place): (depth: number) => void {
    return (depth) => {
      if (depth > deepest) throw new ExpressionFault('This value is nested too deeply.', place, true);
      this.spend(1, place);
    };
  }
}
