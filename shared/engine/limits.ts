/** What one exchange may use at most. A step is a search, a condition, an action or a message. */
export const budgets = { virtualIntents: 16, actions: 64, steps: 10_000 } as const;
export type Budget = keyof typeof budgets;

/** How many workflows may be inside each other. */
export const workflowDepth = 8;

/** How many utterances may wait while an action runs; later ones are not heard. */
export const queueLimit = 16;

/** Lines of the talk that a session remembers, and characters of each. */
export const historyLimit = 24;
export const historyTextLimit = 500;
