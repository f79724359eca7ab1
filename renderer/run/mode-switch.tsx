import { FlaskConical, Radio } from 'lucide-react';
import type { RunMode } from '../../shared/bridge/contract/run-contract.ts';
import { isRestricted } from '../state/editor-store.ts';
import { useEditor, useRun, useStudio } from '../state/studio.ts';
import { Hint } from '../ui/hint.tsx';
import './mode-switch.css';

const modes = [
  { mode: 'mock', word: 'Mock', icon: FlaskConical, meaning: 'Actions answer from their examples; nobody is called' },
  { mode: 'live', word: 'Live', icon: Radio, meaning: 'Actions call the real services' },
] as const satisfies readonly { mode: RunMode; word: string; icon: typeof Radio; meaning: string }[];

const restrictedReason =
  'This scenario was made elsewhere, so it may not call anybody. Trust it in the File menu to allow live actions.';

/** Who answers for the outside world. The two differ in word, picture, edge and colour. */
export function ModeSwitch() {
  const { run } = useStudio();
  const chosen = useRun((state) => state.mode);
  const restricted = useEditor(isRestricted);
  return (
    <div className="mode-switch" role="radiogroup" aria-label="Who answers for actions" data-mode={chosen}>
      {modes.map(({ mode, word, icon: Icon, meaning }) => {
        const isRefused = mode === 'live' && restricted;
        return (
          <Hint key={mode} label={isRefused ? restrictedReason : meaning} multiline w={240}>
            <label className="mode-choice" data-choice={mode}>
              <input
                type="radio"
                name="run-mode"
                className="unseen"
                checked={chosen === mode}
                aria-disabled={isRefused}
                aria-description={isRefused ? restrictedReason : meaning}
                onChange={() => {
                  if (!isRefused) void run.setMode(mode);
                }}
              />
              <Icon size={13} strokeWidth={2} aria-hidden />
              {word}
            </label>
          </Hint>
        );
      })}
    </div>
  );
}
