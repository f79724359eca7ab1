import { MantineProvider } from '@mantine/core';
import { cleanup, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { StudioContext, type Studio } from '../../../../renderer/state/studio.ts';
import { mantineTheme } from '../../../../renderer/ui/mantine-theme.ts';

// What the page has and a simulated document lacks. Not stubs: those are taken back before every test.
Object.assign(globalThis, {
  matchMedia: (query: string) => ({
    matches: query.includes('reduce'),
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
  ResizeObserver: class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
  requestIdleCallback: (run: () => void) => setTimeout(run),
  cancelIdleCallback: clearTimeout,
});
Element.prototype.scrollIntoView = () => undefined;
// Nothing is anywhere in a document without a layout.
Range.prototype.getClientRects = () => document.createElement('p').getClientRects();

afterEach(() => {
  cleanup();
  // What one test has this machine remember is nothing the next one knows.
  localStorage.clear();
});

/** Shows a part of the window as it stands in it. Transitions are over at once. */
export function mount(studio: Studio, part: ReactNode): RenderResult {
  return render(
    <MantineProvider theme={mantineTheme} env="test" withCssVariables={false} withGlobalClasses={false}>
      <StudioContext value={studio}>{part}</StudioContext>
    </MantineProvider>,
  );
}
