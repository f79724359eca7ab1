import { assertNever } from '../base/assert-never.ts';
import { succeed, type Result } from '../base/result.ts';
import type { Diff, Document } from '../model/document.ts';
import { planActionAdd } from './action-add.ts';
import { planActionAttach } from './action-attach.ts';
import { planActionDuplicate } from './action-duplicate.ts';
import { planActionUseMove } from './action-use-move.ts';
import { planAttributeAdd } from './attribute-add.ts';
import { planAttributeRename } from './attribute-rename.ts';
import { planAttributesMerge } from './attributes-merge.ts';
import { planAttributesMove } from './attributes-move.ts';
import { planCanvasPlace } from './canvas-place.ts';
import { planCanvasTidy } from './canvas-tidy.ts';
import type { Command } from './command.ts';
import { planContextAdd } from './context-add.ts';
import { planContextShow } from './context-show.ts';
import { applyDiff, mergeDiffs } from './diff.ts';
import { planInputMap } from './input-map.ts';
import { planIntentAdd } from './intent-add.ts';
import { planIntentExpect } from './intent-expect.ts';
import { planConversationAdd, planSceneAdd, planTurnAdd } from './level-add.ts';
import { planLevelMove } from './level-move.ts';
import { planOutputMap } from './output-map.ts';
import type { CommandFailure, Plan } from './plan.ts';
import { planIntegrationAdd, planInterpreterAdd, planMockAdd, planNoteAdd, planTestAdd } from './record-add.ts';
import { planRecordUpdate } from './record-update.ts';
import { planRecordsPut } from './records-put.ts';
import { planRecordsRemove } from './records-remove.ts';
import { planScenarioUpdate } from './scenario-update.ts';
import { planTransitionSet } from './transition-set.ts';

/**
 * Decides what a command comes to, without doing it. Pure: equal commands on equal documents give equal plans. A plan
 * always leads to a document the reader would accept; a command that changes nothing has an empty diff.
 */
export function planCommand(document: Document, command: Command): Result<Plan, CommandFailure> {
  switch (command.kind) {
    case 'scenario.update':
      return planScenarioUpdate(document, command);
    case 'conversation.add':
      return planConversationAdd(document, command);
    case 'scene.add':
      return planSceneAdd(document, command);
    case 'turn.add':
      return planTurnAdd(document, command);
    case 'intent.add':
      return planIntentAdd(document, command);
    case 'action.add':
      return planActionAdd(document, command);
    case 'action.attach':
      return planActionAttach(document, command);
    case 'attribute.add':
      return planAttributeAdd(document, command);
    case 'attribute.rename':
      return planAttributeRename(document, command);
    case 'context.add':
      return planContextAdd(document, command);
    case 'context.show':
      return planContextShow(document, command);
    case 'integration.add':
      return planIntegrationAdd(document, command);
    case 'interpreter.add':
      return planInterpreterAdd(document, command);
    case 'mock.add':
      return planMockAdd(document, command);
    case 'test.add':
      return planTestAdd(document, command);
    case 'note.add':
      return planNoteAdd(document, command);
    default:
      return planChange(document, command);
  }
}

type Adding = `${string}.add` | 'scenario.update' | 'action.attach' | 'attribute.rename' | 'context.show';
type Change = Exclude<Command, { kind: Adding }>;

function planChange(document: Document, command: Change): Result<Plan, CommandFailure> {
  switch (command.kind) {
    case 'record.update':
      return planRecordUpdate(document, command);
    case 'records.remove':
      return planRecordsRemove(document, command);
    case 'records.put':
      return planRecordsPut(document, command);
    case 'attributes.merge':
      return planAttributesMerge(document, command);
    case 'attributes.move':
      return planAttributesMove(document, command);
    case 'level.move':
      return planLevelMove(document, command);
    case 'action.duplicate':
      return planActionDuplicate(document, command);
    case 'actionUse.move':
      return planActionUseMove(document, command);
    case 'transition.set':
      return planTransitionSet(document, command);
    case 'input.map':
      return planInputMap(document, command);
    case 'output.map':
      return planOutputMap(document, command);
    case 'intent.expect':
      return planIntentExpect(document, command);
    case 'canvas.place':
      return planCanvasPlace(document, command);
    case 'canvas.tidy':
      return planCanvasTidy(document, command);
    case 'several':
      return planSeveral(document, command);
    default:
      return assertNever(command);
  }
}

/** Stands here because it plans commands in turn. Each sees what the ones before it made. */
function planSeveral(document: Document, command: Extract<Command, { kind: 'several' }>): Result<Plan, CommandFailure> {
  let current = document;
  const diffs: Diff[] = [];
  const selected = new Set<string>();
  for (const part of command.commands) {
    const plan = planCommand(current, part);
    if (!plan.ok) return plan;
    current = applyDiff(current, plan.value.diff);
    diffs.push(plan.value.diff);
    for (const id of plan.value.select) selected.add(id);
  }
  const select = [...selected].filter((id) => current.homes.has(id));
  return succeed({ label: command.label, diff: mergeDiffs(...diffs), select });
}
