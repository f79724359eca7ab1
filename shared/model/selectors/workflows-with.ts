import type { ActionOf } from '../action-record.ts';
import { actionSteps } from '../action-texts.ts';
import type { Document } from '../document.ts';

/** The workflows that run an action as one of their steps. */
export const workflowsWith = (document: Document, action: string): readonly ActionOf<'workflow'>[] =>
  [...document.tables.actions.values()].flatMap((workflow) =>
    workflow.kind === 'workflow' && actionSteps(workflow.steps).some((step) => step.action === action)
      ? [workflow]
      : [],
  );
