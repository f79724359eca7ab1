import type { ActionKind } from '../../../shared/model/action-record.ts';

/** What the result of each kind holds, where that is the same every time: outputs are taken from it. */
export const resultFields: Readonly<Record<ActionKind, readonly string[]>> = {
  api: [],
  python: [],
  llm: ['llm_response', 'action_success', 'llm_action_error', 'llm_action_prompt_exclusions', 'scripted'],
  database: ['rows', 'count', 'first'],
  calculation: [],
  validation: ['valid', 'reason', 'failed'],
  workflow: ['steps'],
  setAttributes: [],
  dateTime: ['iso', 'formatted', 'date', 'time', 'weekday', 'timestamp', 'year', 'month', 'day', 'hour', 'minute'],
  email: ['message_id', 'provider', 'accepted', 'rejected', 'file'],
  ticket: ['ticket_id', 'due_by', 'status'],
  handOff: ['handover_success', 'handover_id', 'handover_text', 'handover_return_text', 'system'],
  spreadsheet: ['sheet', 'range', 'cells'],
  holiday: ['is_holiday', 'name', 'date'],
};
