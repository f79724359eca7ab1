import { useEffect, useState } from 'react';
import type { BridgeInput, BridgeMethod, BridgeOutput } from '../../shared/bridge/contract/bridge-contract.ts';
import { showFailure } from '../app/files/show-failure.ts';
import { useEditor, useStudio } from '../state/studio.ts';

/** What actions of the open scenario put down on this machine; read again whenever one was carried out. */
export function useScenarioFiles<Method extends Extract<BridgeMethod, `desk.${string}`>>(
  method: Method,
  input: (file: string | null) => BridgeInput<Method>,
): BridgeOutput<Method> | null {
  const studio = useStudio();
  const file = useEditor((state) => (state.openFile ?? state.repairedFrom)?.file ?? null);
  const [found, setFound] = useState<BridgeOutput<Method> | null>(null);
  // By what is asked, not by who asks.
  const wanted = JSON.stringify(input(file));
  useEffect(() => {
    let isGone = false;
    const read = async (): Promise<void> => {
      const reply = await studio.host.call(method, JSON.parse(wanted) as BridgeInput<Method>);
      if (isGone) return;
      if (reply.ok) setFound(reply.value);
      else showFailure(studio, reply.failure);
    };
    void read();
    const stop = studio.host.onEvent(({ name }) => {
      if (name === 'audit.added') void read();
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [studio, method, wanted]);
  return found;
}
