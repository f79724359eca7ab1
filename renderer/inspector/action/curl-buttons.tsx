import { ClipboardPaste, Copy } from 'lucide-react';
import { printActionCurl } from '../../../shared/exchange/curl/print-curl.ts';
import type { ApiActionRecord } from '../../../shared/model/action-record.ts';
import { useStudio } from '../../state/studio.ts';
import { IconButton } from '../../ui/icon-button.tsx';

type CurlButtonsProps = { readonly action: ApiActionRecord; readonly onPaste: () => void };

/** The request as a command line, out and in. */
export function CurlButtons({ action, onPaste }: CurlButtonsProps) {
  const { editor, ui } = useStudio();
  const copy = async (): Promise<void> => {
    const { integrations } = editor.getState().document.tables;
    const service = integrations.get(action.request.integration ?? '') ?? null;
    await navigator.clipboard.writeText(printActionCurl(action, service));
    ui.notify('good', 'The request is on the clipboard as a command for curl, with secrets only named.');
  };
  return (
    <>
      <IconButton icon={ClipboardPaste} label="Paste cURL" onClick={onPaste} />
      <IconButton icon={Copy} label="Copy as cURL" onClick={() => void copy()} />
    </>
  );
}
