import type { FrameJob } from './frame-job.ts';
import { createFrameLayout } from './lay-out-frames.ts';

// One for as long as the worker lives: what did not change since the last time is not laid out again.
const layOut = createFrameLayout();

addEventListener('message', ({ data }: MessageEvent<readonly FrameJob[]>) => {
  postMessage(data.map((job) => layOut(job)));
});
