import { Button } from '@mantine/core';
import { ShieldQuestion } from 'lucide-react';
import type { Consent } from './use-action-try.ts';

type TryConsentProps = { readonly consent: Consent; readonly onAnswer: (allowed: boolean) => void };

/** Before a try leaves for a place this scenario has not been allowed to call. */
export const TryConsent = ({ consent: { origin, secret }, onAnswer }: TryConsentProps) => (
  <div className="try-consent" role="group" aria-label="Permission to call">
    <ShieldQuestion size={16} aria-hidden />
    <p>
      Parley wants to call <code data-selectable>{origin}</code> for this scenario
      {secret === null ? '.' : ` and send the secret “${secret}” there.`}
    </p>
    <p className="try-consent-aside">Your answer is remembered for this scenario.</p>
    <div className="try-line">
      <Button onClick={() => onAnswer(true)}>Allow</Button>
      <Button variant="default" onClick={() => onAnswer(false)}>
        Don’t
      </Button>
    </div>
  </div>
);
