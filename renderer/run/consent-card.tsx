import { Button } from '@mantine/core';
import { ShieldQuestion } from 'lucide-react';
import { useRun, useStudio } from '../state/studio.ts';

/** Before a call leaves for a place this scenario has not been allowed to call. */
export function ConsentCard() {
  const { run } = useStudio();
  const asked = useRun((state) => state.consentFor);
  if (asked === null) return null;
  return (
    <div className="consent-card" role="group" aria-label="Permission to call">
      <ShieldQuestion size={16} aria-hidden />
      <div>
        <p>
          Parley wants to call <code data-selectable>{asked.origin}</code> for this scenario
          {asked.secret === null ? '.' : ` and send the secret “${asked.secret}” there.`}
        </p>
        <p className="consent-aside">Your answer is remembered for this scenario.</p>
        <div className="message-buttons">
          <Button onClick={() => void run.answerConsent(true)}>Allow</Button>
          <Button variant="default" onClick={() => void run.answerConsent(false)}>
            Don’t
          </Button>
        </div>
      </div>
    </div>
  );
}
