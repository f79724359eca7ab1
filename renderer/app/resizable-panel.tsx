import { useEffect, useState, type ReactNode } from 'react';
import { Group, Panel, Separator, usePanelRef, type Layout, type LayoutChangedMeta } from 'react-resizable-panels';
import { isPanelOpen, panelSize, withPanelSize, type PanelName } from '../state/panel-preferences.ts';
import { useStudio, useUi } from '../state/studio.ts';
import type { UiStore } from '../state/ui-store.ts';

const rememberedPanels: readonly string[] = ['left', 'right', 'bottom', 'palette'] satisfies PanelName[];
const isRemembered = (name: string): name is PanelName => rememberedPanels.includes(name);

type PanelGroupProps = { readonly orientation: 'horizontal' | 'vertical'; readonly children: ReactNode };

/** Panels beside or above each other. What the person makes of their sizes is remembered. */
export function PanelGroup({ orientation, children }: PanelGroupProps) {
  const { ui } = useStudio();
  const onLayoutChanged = (layout: Layout, { isUserInteraction }: LayoutChangedMeta): void => {
    if (!isUserInteraction) return;
    for (const [name, size] of Object.entries(layout))
      if (isRemembered(name)) ui.setPreferences(withPanelSize(ui.getState().preferences, name, size));
  };
  return (
    <Group orientation={orientation} onLayoutChanged={onLayoutChanged}>
      {children}
    </Group>
  );
}

type FillingPanelProps = { readonly name: string; readonly minSize: number; readonly children: ReactNode };

/** The panel that takes what the others leave. */
export const FillingPanel = ({ name, minSize, children }: FillingPanelProps) => (
  <Panel id={name} minSize={minSize}>
    {children}
  </Panel>
);

type SidePanelProps = {
  readonly name: PanelName;
  /** In pixels, until somebody drags its edge. */
  readonly firstSize: number;
  readonly minSize: number;
  readonly maxSize: number;
  readonly collapsible?: boolean;
  readonly children: ReactNode;
};

/** A panel with a size of its own that keeps it when the window grows, and can be put away. */
export function SidePanel({ name, firstSize, minSize, maxSize, collapsible = false, children }: SidePanelProps) {
  const { ui } = useStudio();
  const open = useUi((state) => isPanelOpen(state.preferences, name));
  const panel = usePanelRef();
  const [sizeAtStart] = useState(() => (open ? wantedSize(ui, name, firstSize) : 0));

  // Only opening and closing moves the panel; its size is the person's.
  useEffect(() => {
    if (open !== panel.current?.isCollapsed()) return;
    if (open) panel.current.resize(wantedSize(ui, name, firstSize));
    else panel.current.collapse();
  }, [open, panel, ui, name, firstSize]);
  return (
    <Panel
      id={name}
      panelRef={panel}
      defaultSize={sizeAtStart}
      minSize={minSize}
      maxSize={maxSize}
      collapsible={collapsible}
      groupResizeBehavior="preserve-pixel-size"
    >
      {/* What is put away is out of reach of Tab and of screen readers, and keeps what was typed into it. */}
      <div className="side-panel" inert={!open}>
        {children}
      </div>
    </Panel>
  );
}

function wantedSize(ui: UiStore, name: PanelName, firstSize: number): number | string {
  const size = panelSize(ui.getState().preferences, name);
  return size === undefined ? firstSize : `${size}%`;
}

/** The edge between two panels: a hairline, easy to grab, with arrow keys when it has the focus. */
export const PanelEdge = ({ label }: { label: string }) => <Separator className="panel-edge" aria-label={label} />;
