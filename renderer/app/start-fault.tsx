import { ErrorBoundary } from './error-boundary.tsx';

/** When the window cannot even begin: the same words and ways out as for any other fault. */
export const StartFault = ({ fault }: { fault: unknown }) => (
  <ErrorBoundary of="This window" whole>
    <Throw fault={fault} />
  </ErrorBoundary>
);

function Throw({ fault }: { fault: unknown }): never {
  throw fault instanceof Error ? fault : new Error(String(fault));
}
