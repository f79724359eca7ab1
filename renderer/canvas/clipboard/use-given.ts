import { useReactFlow } from 'reactflow';
import { useEffect } from 'react';
import { useStudio } from '../../state/studio.ts';
import { useCanvasStore } from '../canvas-store.ts';
import { useAddPicture } from '../notes/use-add-picture.ts';
import { takeText } from './take-text.ts';

/** Takes what was dropped from outside: where it was let go, when that was on the canvas. */
export function useGiven(): void {
  const studio = useStudio();
  const { ui } = studio;
  const store = useCanvasStore();
  const flow = useReactFlow();
  const addPicture = useAddPicture();
  useEffect(() => {
    ui.setTaking((given) => {
      const isOnCanvas = document.elementFromPoint(given.at.x, given.at.y)?.closest('.canvas') != null;
      const place = isOnCanvas ? { at: flow.screenToFlowPosition(given.at) } : {};
      if ('picture' in given) void addPicture(given.picture, place);
      else void takeText(studio, store, given.text, { into: () => null, ...place }, given.at);
    });
  }, [addPicture, flow, store, studio, ui]);
}
