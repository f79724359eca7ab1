type MeterProps = {
  /** 0 to 1. */
  readonly share: number;
  /** Where it begins to count. */
  readonly mark?: number;
  readonly tone: 'good' | 'fair' | 'poor' | 'calm';
};

/** A share as a bar. The number stands beside it, for those who do not see bars. */
export function Meter({ share, mark, tone }: MeterProps) {
  const style: Record<`--${string}`, string> = { '--share': `${share * 100}%` };
  if (mark !== undefined) style['--mark'] = `${mark * 100}%`;
  return (
    <span className="meter" data-tone={tone} data-marked={mark !== undefined || undefined} style={style} aria-hidden />
  );
}
