/** What can be done about a file that another program wrote: called the same wherever it is offered. */
export const diskChoices = {
  merge: 'See and merge…',
  theirs: 'Load theirs, drop mine',
  mine: 'Keep mine, save as…',
} as const;
