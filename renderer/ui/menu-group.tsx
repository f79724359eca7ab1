import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';

type MenuGroupProps = { readonly label: string; readonly children: ReactNode };

/** Items of a menu under a title: eyes see the title, a screen reader calls the group by it. */
export const MenuGroup = ({ label, children }: MenuGroupProps) => (
  <div role="group" aria-label={label}>
    <Menu.Label aria-hidden>{label}</Menu.Label>
    {children}
  </div>
);
