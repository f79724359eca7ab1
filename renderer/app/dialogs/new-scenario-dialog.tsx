import { UnstyledButton } from '@mantine/core';
import { FilePlus2 } from 'lucide-react';
import { useMemo } from 'react';
import { templates, type Template } from '../../../shared/samples/templates.ts';
import { FlowPicture } from '../../gallery/flow-picture.tsx';
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
    <DialogFrame title="New scenario" size={720} onClose={studio.ui.closeDialog}>
      <ul className="templates">
        {templates.map((template, index) => (
          <li key={template.id}>
            <UnstyledButton
              className="template"
              data-template={template.id}
              data-autofocus={index === 0 || undefined}
              onClick={() => begin(template.id)}
            >
              <TemplatePicture template={template} />
              <strong>{template.name}</strong>
              <span>{template.description}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}

/** What somebody begins with, as the canvas will show it. */
function TemplatePicture({ template }: { readonly template: Template }) {
  const document = useMemo(() => template.create(), [template]);
  const isEmpty = document.tables.conversations.size === 0;
  return (
    <span className="template-picture">
      {isEmpty ? (
        <FilePlus2 size={22} strokeWidth={1.5} aria-hidden />
      ) : (
        <FlowPicture document={document} width={310} height={120} largest={0.3} />
      )}
    </span>
  );
}
