/** The ring as a programmer would lay it out in a table: for each turn what is heard, what is said, and what both are called. */
export type RingRow = {
  readonly user: string;
  readonly app: string;
  readonly message: string;
  /** What is heard, and the sentence that says why. */
  readonly samples: ReadonlyMap<string, string>;
  readonly heardIn: readonly string[];
  readonly answeredIn: readonly string[];
  readonly here: object;
  readonly next: object;
};

export const ringTable = (turns: number): readonly RingRow[] =>
  Array.from({ length: turns }, (_, index): RingRow => {
    const turn = `turn-${index}`;
    const user = index === 0 ? 'next' : `next-${index + 1}`;
    const app = `turn_${index}`;
    const place = { conversation: 'round', scene: 'walk' };
    return {
      user,
      app,
      message: `${app}-message`,
      samples: new Map(['go on', `go on to ${index + 1}`].map((sample) => [sample, `the same as “${sample}”`])),
      heardIn: [turn, user],
      answeredIn: [turn, app],
      here: { ...place, turn, intent: user, midTurn: true },
      next: { ...place, turn: `turn-${(index + 1) % turns}`, intent: null, midTurn: false },
    };
  });
