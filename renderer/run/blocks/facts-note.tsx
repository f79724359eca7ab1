import type { BlockOutputOf } from '../../../shared/engine/output.ts';

/** What is told to the page or to another system rather than to the person. Progress is shown as progress. */
export function FactsNote({ block }: { readonly block: BlockOutputOf<'meta' | 'handToSystem'> }) {
  if (block.kind === 'handToSystem')
    return (
      <div className="block-note">
        <p>Handed to {block.system === '' ? 'another system' : `“${block.system}”`}</p>
        <Facts data={block.data} />
      </div>
    );
  const { progressPercent, progressPercentage, progressText = '', ...rest } = block.data;
  const percent = Number.parseFloat(progressPercent ?? progressPercentage ?? '');
  return (
    <div className="block-note">
      {!Number.isNaN(percent) && (
        <progress max={100} value={percent} aria-label={progressText === '' ? 'Progress' : progressText} />
      )}
      {progressText !== '' && <p dir="auto">{progressText}</p>}
      <Facts data={rest} />
    </div>
  );
}

function Facts({ data }: { readonly data: Readonly<Record<string, string>> }) {
  const entries = Object.entries(data);
  if (entries.length === 0) return null;
  return (
    <dl className="block-facts">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd data-selectable>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
