import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { Studio } from '../../state/studio.ts';
import { failureText } from '../failure-text.ts';

/** Tells what went wrong and what to do, as a notice. */
export const showFailure = ({ ui }: Pick<Studio, 'ui'>, failure: Failure): void =>
  ui.notify('bad', failureText(failure));
