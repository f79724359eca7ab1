import { useEffect, useState, type ComponentType } from 'react';
import './lazy-part.css';

export type LazyPart<Props> = ComponentType<Props> & {
  /** Fetches it without showing it. */
  readonly load: () => Promise<void>;
};

/** A part is beside the app on the disk and comes within a frame or two: only one that takes longer is waited for aloud. */
const patience = 200;

/**
 * A part of the window whose code comes when it is first shown. Once it is there it is drawn at once, so nothing
 * flickers; if it cannot be read, its place says so and offers to begin anew.
 */
export function lazyPart<Props extends object>(
  name: string,
  fetchPart: () => Promise<ComponentType<Props>>,
): LazyPart<Props> {
  let part: ComponentType<Props> | null = null;
  const load = async (): Promise<void> => {
    part ??= await fetchPart();
  };

  function Lazy(props: Props) {
    const [state, setState] = useState<'coming' | 'there' | 'missing'>(part === null ? 'coming' : 'there');
    useEffect(() => {
      if (state !== 'coming') return undefined;
      let isGone = false;
      load().then(
        () => isGone || setState('there'),
        () => isGone || setState('missing'),
      );
      return () => {
        isGone = true;
      };
    }, [state]);
    if (part !== null) {
      const Part = part;
      return <Part {...props} />;
    }
    return state === 'missing' ? <PartMissing name={name} /> : <PartComing name={name} />;
  }
  return Object.assign(Lazy, { load });
}

function PartComing({ name }: { readonly name: string }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="lazy-part" aria-busy="true">
      {isLate && <p role="status">{name} is being fetched…</p>}
    </div>
  );
}

/** The page remembers that a file failed and would not look again: a page that begins anew does. */
const PartMissing = ({ name }: { readonly name: string }) => (
  <div className="lazy-part" role="alert">
    <p>
      {name} could not be read from the disk. Your work is safe: every edit is remembered. If this stays, install Parley
      anew.
    </p>
    <button type="button" onClick={() => window.location.reload()}>
      Reload window
    </button>
  </div>
);
