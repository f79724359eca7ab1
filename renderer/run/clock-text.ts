const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** A time of day: 09:41:07, the same width all day long. */
export const clockText = (at: number): string => clock.format(at);
