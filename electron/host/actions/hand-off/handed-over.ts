import type { JsonObject } from '../../../../shared/base/json.ts';
import type { ActionOf } from '../../../../shared/model/action-record.ts';

/** What every provider answers; the message of a hand-over takes its parts from here. */
export const handedOver = (action: ActionOf<'handOff'>, id: string): JsonObject => ({
  handover_success: true,
  handover_id: id,
  handover_text: action.text,
  handover_return_text: action.returnText,
  system: action.provider,
});
