import type { FrameResult } from '../../../../../../renderer/canvas/layout/auto/frame-job.ts';
import { gatherCanvas } from '../../../../../../renderer/canvas/layout/auto/gather-canvas.ts';
import { gatherConversation, gatherLeads } from '../../../../../../renderer/canvas/layout/auto/gather-frames.ts';
import { createFrameLayout } from '../../../../../../renderer/canvas/layout/auto/lay-out-frames.ts';
import { planCanvas, planFrames } from '../../../../../../renderer/canvas/layout/auto/plan-auto-layout.ts';
import { createMemory } from '../../../../../../renderer/canvas/layout/memory.ts';
import { attributeTypes } from '../../../../../../renderer/canvas/layout/slot.ts';
import type { Command } from '../../../../../../shared/commands/command.ts';
import { applyDiff } from '../../../../../../shared/commands/diff.ts';
import { planCommand } from '../../../../../../shared/commands/plan-command.ts';
import { childIds, type Document } from '../../../../../../shared/model/document.ts';
import { need } from '../../../../../builders/need.ts';
import { pictureOf } from '../../picture-of.ts';

const jobsOf = (document: Document) => {
  const types = attributeTypes(document);
  const pairs: string[] = [];
  const jobs = childIds(document, document.scenario.id).map((id) => {
    const leads = gatherLeads(document, id);
    pairs.push(...(leads.get(document.scenario.id) ?? []));
    return need(gatherConversation(document, { types, memory: createMemory(), leads }, id));
  });
  return { pairs, jobs };
};

/** What laying out everything comes to. */
export function planAll(document: Document): Command | null {
  const { pairs, jobs } = jobsOf(document);
  const { spots } = pictureOf(document);
  const canvas = gatherCanvas(spots, jobs, pairs, document.scenario.id);
  return planCanvas(document, spots, canvas, createFrameLayout()(canvas.job));
}

/** What laying out one conversation, or one scene of it, comes to. */
export function planOne(document: Document, id: string): Command | null {
  const inside = (results: readonly FrameResult[]) => {
    const scenes = new Set([id, ...childIds(document, id)]);
    return results.filter((result) => scenes.has(result.id));
  };
  const results = jobsOf(document).jobs.flatMap((job) => createFrameLayout()(job));
  return planFrames(document, inside(results), 'Lay out');
}

/** The document after a command; the same when there is none. */
export function after(document: Document, command: Command | null): Document {
  if (command === null) return document;
  const plan = planCommand(document, command);
  if (!plan.ok) throw new Error(plan.failure.sentence);
  return applyDiff(document, plan.value.diff);
}
