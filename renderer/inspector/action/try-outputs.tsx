import type { ReactNode } from 'react';
import { mapResponse } from '../../../shared/actions/map-response.ts';
import type { Json } from '../../../shared/base/json.ts';
import type { EffectResult } from '../../../shared/engine/effect.ts';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import type { ActionRecord } from '../../../shared/model/action-record.ts';
import { useLastTry } from '../../actions/use-last-try.ts';
import { OriginBadge } from '../../run/origin-badge.tsx';
import { ValueText } from '../../run/value-text.tsx';

type TryOutputsProps = {
  readonly action: ActionRecord;
  readonly result: EffectResult;
  /** What outputs are read from; null when it is not at hand. */
  readonly answer: Json;
};

/** What the action gives, by the outputs it has now: one that was mapped after the run is there at once. */
export function TryOutputs({ action, result, answer }: TryOutputsProps) {
  const tried = useLastTry(action.id)?.action ?? action;
  const outputs = currentOutputs(action, tried, result, answer);
  if (outputs.length === 0) return null;
  return (
    <dl className="try-outputs" aria-label="Outputs">
      {outputs.map(([name, value]) => (
        <Output key={name} name={name}>
          <ValueText value={value} />
          <OriginBadge origin={result.origin} />
        </Output>
      ))}
    </dl>
  );
}

const Output = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt>{visibleText(name)}</dt>
    <dd>{children}</dd>
  </>
);

function currentOutputs(
  action: ActionRecord,
  tried: ActionRecord,
  result: EffectResult,
  answer: Json,
): readonly (readonly [string, Json])[] {
  if (action.outputs === tried.outputs || answer === null || result.outcome === 'failed')
    return Object.entries(result.outputs);
  const { outputs } = action;
  const mapped = mapResponse({ outputs }, { status: 200, body: answer, text: '' }).outputs;
  return outputs.map((output): [string, Json] => [
    output.name,
    // What came back is covered where it is sensitive; what was mapped as before stays as it came.
    (tried.outputs.includes(output) ? result.outputs[output.name] : mapped[output.name]) ?? null,
  ]);
}
