import { UnstyledButton } from '@mantine/core';
import { FilePlus2, MessagesSquare } from 'lucide-react';
import { templates } from '../../../shared/samples/templates.ts';
import { useStudio } from '../../state/studio.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { newScenario } from '../files/new-scenario.ts';
import './new-scenario-dialog.css';

/** What a new scenario begins with. */
export function NewScenarioDialog() {
  const studio = useStudio();
  const begin = (template: string): void => {
    studio.ui.closeDialog();
    void newScenario(studio, template);
  };
  return (
    <DialogFrame title="New scenario" size="lg" onClose={studio.ui.closeDialog}>
      <ul className="templates">
        {templates.map(({ id, name, description }, index) => {
          const Icon = id === 'empty' ? FilePlus2 : MessagesSquare;
          return (
            <li key={id}>
              <UnstyledButton
                className="template"
                data-template={id}
                data-autofocus={index === 0 || undefined}
                onClick={() => begin(id)}
              >
                <Icon size={18} strokeWidth={1.5} aria-hidden />
                <strong>{name}</strong>
                <span>{description}</span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </DialogFrame>
  );
}
