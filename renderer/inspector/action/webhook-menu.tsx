import { Menu } from '@mantine/core';
import { Webhook } from 'lucide-react';
import type { ApiActionRecord } from '../../../shared/model/action-record.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Edit } from '../edit.ts';
import { webhookChanges, type WebhookShape } from './webhook-shapes.ts';

const shapes: readonly { readonly shape: WebhookShape; readonly label: string; readonly meaning: string }[] = [
  { shape: 'first', label: 'Webhook, first shape', meaning: 'input_data out, output_data back' },
  { shape: 'second', label: 'Webhook, second shape', meaning: 'any JSON, by class of status' },
];

/** Shapes that services built for other designers expect: exactly that JSON is sent and understood. */
export const WebhookMenu = ({ edit }: { readonly edit: Edit<ApiActionRecord> }) => (
  <Menu position="bottom-end" withinPortal>
    <Menu.Target>
      <IconButton icon={Webhook} label="Speak to a webhook" />
    </Menu.Target>
    <Menu.Dropdown data-menu-dropdown>
      {shapes.map(({ shape, label, meaning }) => (
        <Menu.Item
          key={shape}
          aria-label={label}
          rightSection={<span className="section-note">{meaning}</span>}
          onClick={() => edit.set(webhookChanges(edit.value, shape))}
        >
          {label}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
);
