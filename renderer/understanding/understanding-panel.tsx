import { ScoreView } from './score-view.tsx';
import { TryUtterance } from './try-utterance.tsx';
import { useDesignVersion } from './use-design-version.ts';
import { useScore } from './use-score.ts';
import './understanding-panel.css';

/** How people will be understood: left, a text to try; right, how well the samples teach. */
export function UnderstandingPanel({ isShown }: { readonly isShown: boolean }) {
  const version = useDesignVersion();
  const view = useScore(isShown, version);
  return (
    <div className="understanding">
      <TryUtterance isShown={isShown} version={version} />
      <ScoreView view={view} />
    </div>
  );
}
