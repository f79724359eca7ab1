import { MantineProvider } from '@mantine/core';
import { mantineTheme } from '../ui/mantine-theme.ts';
import { StudioContext, type Studio } from '../state/studio.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Shell } from './shell.tsx';
import { useColourScheme } from './use-colour-scheme.ts';

/** The window: one studio, one theme, one net under everything. */
export function App({ studio }: { studio: Studio }) {
  const scheme = useColourScheme(studio.ui);
  return (
    <ErrorBoundary of="This window" whole onFault={() => void studio.journal.flush()}>
      <MantineProvider
        theme={mantineTheme}
        forceColorScheme={scheme}
        // The stylesheet has them; a <style> written while running would need an exception in the security policy.
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <StudioContext value={studio}>
          <Shell />
        </StudioContext>
      </MantineProvider>
    </ErrorBoundary>
  );
}
