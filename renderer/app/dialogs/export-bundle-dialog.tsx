import { Button } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useEditor, useStudio } from '../../state/studio.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { JsonText } from '../../ui/json-text.tsx';
import { bundleText, saveBundle } from '../files/bundle-files.ts';
import './export-bundle-dialog.css';

/** Shows the bundle as it will be written, before it is. */
export function ExportBundleDialog() {
  const studio = useStudio();
  const document = useEditor((state) => state.document);
  const [copied, setCopied] = useState(false);
  const text = useMemo(() => bundleText(document), [document]);
  const actions = document.tables.actions.size;

  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  const save = async (): Promise<void> => {
    if (await saveBundle(studio, text)) studio.ui.closeDialog();
  };
  return (
    <DialogFrame
      title="Export action bundle"
      size="xl"
      onClose={studio.ui.closeDialog}
      buttons={
        <>
          <Button
            variant="default"
            leftSection={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
            onClick={() => void copy()}
          >
            {copied ? 'Copied' : 'Copy'}
          </Button>
          <Button onClick={() => void save()} data-autofocus>
            Save…
          </Button>
        </>
      }
    >
      <p>
        {actions === 0
          ? 'This scenario has no actions yet, so there is nothing in the bundle to build from.'
          : `What an engineer needs to build ${actions === 1 ? 'the action' : `the ${actions} actions`}: inputs, outputs, requests, example answers, and where each is used. Secrets are named in it, never held.`}
      </p>
      <div className="export-bundle-text">
        <JsonText text={text} label="The bundle as JSON" />
      </div>
    </DialogFrame>
  );
}
