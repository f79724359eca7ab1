import { useEffect, useMemo } from 'react';
import type { Command } from '../../shared/commands/command.ts';
import { childIds, type Document } from '../../shared/model/document.ts';
import { nameOf } from '../../shared/model/selectors/name-of.ts';
import { pathOf } from '../../shared/model/selectors/path-of.ts';
import { useStudio, type Studio } from '../state/studio.ts';
import { useCanvasStore, type CanvasStore } from './canvas-store.ts';
import { isFrameJob, type FrameJob } from './layout/auto/frame-job.ts';
import { gatherCanvas } from './layout/auto/gather-canvas.ts';
import { gatherConversation, gatherLeads, meantFrames } from './layout/auto/gather-frames.ts';
import { createLayoutThread } from './layout/auto/layout-thread.ts';
import { planCanvas, planFrames } from './layout/auto/plan-auto-layout.ts';
import { settledLayout } from './layout/auto/settled-layout.ts';
import { createMemory, type Memory } from './layout/memory.ts';
import { attributeTypes } from './layout/slot.ts';
import type { Spot } from './layout/spot.ts';

export type AutoLayout = {
  /** Lays out the scene or conversation around what is chosen, or everything. */
  readonly layOut: (what: 'frame' | 'all') => Promise<void>;
  readonly cancel: () => void;
  /** The canvas goes away. */
  readonly end: () => void;
};

/** After this long it is worth saying that something is under way. */
const noticeable = 250;

/** One for each canvas; its worker lives from the first layout on. */
export function useAutoLayout(): AutoLayout {
  const studio = useStudio();
  const store = useCanvasStore();
  const auto = useMemo(() => createAutoLayout(studio, store), [store, studio]);
  useEffect(() => auto.end, [auto]);
  return auto;
}

/**
 * Automatic layout: sizes are gathered here a few milliseconds at a time, places are worked out in a worker, and what
 * comes of it is one step of the history. Whoever edits meanwhile has it begun again with what there is then.
 */
function createAutoLayout({ editor, ui }: Studio, store: CanvasStore): AutoLayout {
  const thread = createLayoutThread();
  const memories = new Map<string, Memory>();
  let running: { over: boolean } | null = null;

  const spotsOf = (document: Document): ReadonlyMap<string, Spot> => {
    const { picture, project, expanded, part } = store.getState();
    return project === null ? picture.spots : project(document, expanded, { ...part, focused: null }).spots;
  };
  /** One pass over everything as it would be; null when nothing would move, or it was given up. */
  const layOutCanvas = async (document: Document, isOver: () => boolean): Promise<Command | null> => {
    const { scenario } = document;
    const { jobs, pairs } = await gather(document, childIds(document, scenario.id), memories, isOver);
    if (isOver()) return null;
    const spots = spotsOf(document);
    const canvas = gatherCanvas(spots, jobs, pairs, scenario.id);
    const results = await thread.layOut([canvas.job]);
    if (results === null || isOver()) return null;
    await pause();
    return planCanvas(document, spots, canvas, results.flat());
  };
  const layOutFrames = async (document: Document, isOver: () => boolean): Promise<Command | null> => {
    const frames = meantFrames(document, editor.getState().selection);
    const { jobs } = await gather(document, frames, memories, isOver);
    const results = isOver() ? null : await thread.layOut(jobs);
    if (results === null || isOver()) return null;
    const [only] = frames;
    const label = frames.length === 1 ? `Lay out “${nameOf(document, only ?? '')}”` : 'Lay out frames';
    return planFrames(document, results.flat(), label);
  };
  const work = async (what: 'frame' | 'all', isOver: () => boolean): Promise<Command | null> => {
    const { document } = editor.getState();
    const command =
      what === 'all'
        ? await settledLayout(document, (now) => layOutCanvas(now, isOver))
        : await layOutFrames(document, isOver);
    return isOver() || editor.getState().document === document ? command : work(what, isOver);
  };
  const cancel = (): void => {
    // A worker at rest remembers what it laid out last: it is stopped only at work.
    if (running === null) return;
    running.over = true;
    running = null;
    thread.stop();
    store.setState({ laying: false });
  };
  const layOut = async (what: 'frame' | 'all'): Promise<void> => {
    cancel();
    const own = { over: false };
    running = own;
    const slow = window.setTimeout(() => store.setState({ laying: true }), noticeable);
    const command = await work(what, () => own.over).finally(() => clearTimeout(slow));
    if (own.over) return;
    running = null;
    store.setState({ laying: false });
    if (command === null) return ui.notify('info', 'Everything is where the layout would put it.');
    const done = editor.execute(command, null, true);
    if (!done.ok) return ui.notify('bad', done.failure.sentence);
    const { document, selection } = editor.getState();
    if (what === 'all') requestAnimationFrame(() => ui.askCanvas('fit'));
    else ui.reveal(meantFrames(document, selection));
  };
  return { layOut, cancel, end: thread.stop };
}

/** How long, in milliseconds, sizes are gathered before the window has its turn. */
const slice = 6;

type Gathered = {
  readonly jobs: readonly FrameJob[];
  /** Which conversation leads to which. */
  readonly pairs: readonly string[];
};

async function gather(
  document: Document,
  frames: readonly string[],
  memories: Map<string, Memory>,
  isOver: () => boolean,
): Promise<Gathered> {
  const types = attributeTypes(document);
  const jobs: FrameJob[] = [];
  const pairs: string[] = [];
  let began = performance.now();
  for (const frame of frames) {
    if (performance.now() - began > slice) {
      await pause();
      began = performance.now();
    }
    if (isOver()) return { jobs, pairs };
    const conversation = pathOf(document, frame).find((id) => document.tables.conversations.has(id)) ?? '';
    const memory = memories.get(conversation) ?? createMemory();
    memories.set(conversation, memory);
    const leads = gatherLeads(document, conversation);
    pairs.push(...(leads.get(document.scenario.id) ?? []));
    const whole = gatherConversation(document, { types, memory, leads }, conversation);
    const job = whole?.id === frame ? whole : whole?.items.find(({ id }) => id === frame);
    if (job !== undefined && isFrameJob(job)) jobs.push(job);
  }
  return { jobs, pairs };
}

const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume));
