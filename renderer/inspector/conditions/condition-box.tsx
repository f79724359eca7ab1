import type { ReactNode } from 'react';
import { ConditionHandle } from './condition-handle.tsx';
import { useConditionTools } from './condition-tools.ts';
import { pathText, type ConditionPath } from './condition-tree.ts';

type ConditionBoxProps = {
  readonly of: 'condition' | 'condition-group';
  readonly name: string;
  readonly path: ConditionPath;
  readonly children: ReactNode;
};

/** What every condition and every group stands in: it can be taken by its handle, and shows where another would land. */
export function ConditionBox({ of, name, path, children }: ConditionBoxProps) {
  const { mark } = useConditionTools();
  const at = pathText(path);
  return (
    <div
      className={of}
      role="group"
      aria-label={name}
      data-condition-path={at}
      data-drop={mark?.path === at ? mark.where : undefined}
    >
      <ConditionHandle name={name} path={path} />
      {children}
    </div>
  );
}
