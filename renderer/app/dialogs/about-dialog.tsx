import { useStudio } from '../../state/studio.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { ParleyMark } from '../parley-mark.tsx';
import './about-dialog.css';

export function AboutDialog() {
  const studio = useStudio();
  return (
    <DialogFrame title="About Parley" size="sm" onClose={studio.ui.closeDialog}>
      <div className="about">
        <ParleyMark size={40} />
        <strong>Parley {studio.version}</strong>
        <p>The offline studio for conversation design. No account, no server, no network needed.</p>
        <p>Apache License 2.0</p>
      </div>
    </DialogFrame>
  );
}
