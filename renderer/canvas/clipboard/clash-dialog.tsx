import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import type { ClipClash } from '../../../shared/exchange/clipboard/clip-clashes.ts';
import { useStudio } from '../../state/studio.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { useCanvas, useCanvasStore } from '../canvas-store.ts';
import { renameInClip } from './rename-in-clip.ts';
import { takeClip } from './take-clip.ts';
import './clash-dialog.css';

const keyOf = ({ kind, name }: ClipClash): string => `${kind} ${name}`;

/** What was pasted means something else by names that are here: which is meant is decided before anything changes. */
export function ClashDialog() {
  const clashing = useCanvas((state) => state.clashing);
  // Another paste is another question.
  return clashing === null ? null : <Question key={clashing.clashes.map(keyOf).join(' ')} />;
}

function Question() {
  const studio = useStudio();
  const store = useCanvasStore();
  const clashing = useCanvas((state) => state.clashing);
  const [both, setBoth] = useState<ReadonlySet<string>>(new Set());
  if (clashing === null) return null;
  const { clip, clashes, target } = clashing;
  const close = (): void => store.setState({ clashing: null });
  const choose = (clash: ClipClash, keepsBoth: boolean): void => {
    const next = new Set(both);
    if (keepsBoth) next.add(keyOf(clash));
    else next.delete(keyOf(clash));
    setBoth(next);
  };
  const renamesOf = (kind: ClipClash['kind']): ReadonlyMap<string, string> =>
    new Map(clashes.flatMap((one) => (one.kind === kind && both.has(keyOf(one)) ? [[one.name, one.freeName]] : [])));
  const paste = (): void => {
    close();
    const renames = { attributes: renamesOf('attribute'), contexts: renamesOf('context') };
    void takeClip(studio, renameInClip(clip, renames), 'Paste', target);
  };
  return (
    <DialogFrame
      title={
        clashes.length === 1 ? 'The same name means something else here' : 'The same names mean something else here'
      }
      size="lg"
      onClose={close}
      buttons={
        <>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button onClick={paste} data-autofocus>
            Paste
          </Button>
        </>
      }
    >
      {clashes.map((clash) => (
        <Clash
          key={keyOf(clash)}
          clash={clash}
          keepsBoth={both.has(keyOf(clash))}
          onChoose={(keepsBoth) => choose(clash, keepsBoth)}
        />
      ))}
    </DialogFrame>
  );
}

type ClashProps = {
  readonly clash: ClipClash;
  readonly keepsBoth: boolean;
  readonly onChoose: (keepsBoth: boolean) => void;
};

const words = { attribute: 'Attribute', context: 'Context' } as const;

const Clash = ({ clash, keepsBoth, onChoose }: ClashProps) => (
  <Radio.Group
    className="clash"
    label={
      <>
        {words[clash.kind]} <code>{clash.name}</code>
      </>
    }
    description={
      <>
        Here: {clash.here}. In what was copied: {clash.there}.
      </>
    }
    value={keepsBoth ? 'both' : 'here'}
    onChange={(value) => onChoose(value === 'both')}
  >
    <Radio value="here" label="Use the one that is here" />
    <Radio value="both" label={`Keep both: the other one comes in as ${clash.freeName}`} />
  </Radio.Group>
);
