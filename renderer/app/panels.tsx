import type { Problem } from '../../shared/problems/problem.ts';
import { Announcements } from '../announce/announcements.tsx';
import { Canvas } from '../canvas/canvas.tsx';
import { useDeskTalks } from '../desk/desk-store.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { Outline } from '../outline/outline.tsx';
import { Palette } from '../palette/palette.tsx';
import { TracePanel } from '../run/trace-panel.tsx';
import { useEditor, useStudio, useUi } from '../state/studio.ts';
import { isPanelOpen } from '../state/panel-preferences.ts';
import { OncePlaced } from '../ui/once-placed.tsx';
import { OnceShown } from '../ui/once-shown.tsx';
import { TabPanel, TabStrip } from '../ui/tab-strip.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import {
  ActionLibrary,
  ActionsPanel,
  ChatPanel,
  DeskPanel,
  LogPanel,
  ProblemsPanel,
  UnderstandingPanel,
  VariablesPanel,
  WorldsPanel,
} from './lazy-panels.ts';
import { FillingPanel, PanelEdge, PanelGroup, SidePanel } from './resizable-panel.tsx';
import { useProblems } from './use-problems.ts';
import './panels.css';

/** The canvas in the middle, and around it what finds, makes, edits, tries and explains. */
export function Panels() {
  const problems = useProblems();
  return (
    <>
      <Announcements problems={problems} />
      <PanelGroup orientation="vertical">
        <FillingPanel name="work" minSize={200}>
          <PanelGroup orientation="horizontal">
            <SidePanel name="left" firstSize={264} minSize={200} maxSize={480} collapsible>
              <LeftPanels />
            </SidePanel>
            <PanelEdge label="Width of the outline" />
            <FillingPanel name="canvas" minSize={320}>
              <ErrorBoundary of="The canvas">
                {/* Before the others: how large it is decides what is drawn on it. */}
                <OncePlaced>
                  <div className="canvas-place">
                    <Canvas problems={problems} />
                  </div>
                </OncePlaced>
              </ErrorBoundary>
            </FillingPanel>
            <PanelEdge label="Width of the inspector" />
            <SidePanel name="right" firstSize={340} minSize={260} maxSize={640} collapsible>
              <OncePlaced turn={2}>
                <RightPanels problems={problems} />
              </OncePlaced>
            </SidePanel>
          </PanelGroup>
        </FillingPanel>
        <PanelEdge label="Height of the trace" />
        <SidePanel name="bottom" firstSize={208} minSize={96} maxSize={640} collapsible>
          <OncePlaced turn={2}>
            <BottomPanels problems={problems} />
          </OncePlaced>
        </SidePanel>
      </PanelGroup>
    </>
  );
}

const LeftPanels = () => (
  <PanelGroup orientation="vertical">
    <FillingPanel name="outline" minSize={140}>
      <ErrorBoundary of="The outline">
        <OncePlaced turn={2}>
          <Outline />
        </OncePlaced>
      </ErrorBoundary>
    </FillingPanel>
    <PanelEdge label="Height of the outline" />
    <SidePanel name="palette" firstSize={300} minSize={80} maxSize={520}>
      <ErrorBoundary of="The palette">
        <OncePlaced turn={2}>
          <Palette />
        </OncePlaced>
      </ErrorBoundary>
    </SidePanel>
  </PanelGroup>
);

function RightPanels({ problems }: { problems: readonly Problem[] }) {
  const { ui } = useStudio();
  const chosen = useUi((state) => state.rightTab);
  const isOpen = useUi(({ preferences }) => isPanelOpen(preferences, 'right'));
  return (
    <section className="panel-column" data-area="right" aria-label="Inspector and talk">
      <TabStrip
        label="Inspector and talk"
        tabs={[
          { name: 'inspector', label: 'Inspector' },
          { name: 'talk', label: 'Talk' },
        ]}
        chosen={chosen}
        onChoose={ui.showRight}
      />
      <TabPanel name="inspector" chosen={chosen}>
        <ErrorBoundary of="The inspector">
          <Inspector problems={problems} />
        </ErrorBoundary>
      </TabPanel>
      <TabPanel name="talk" chosen={chosen}>
        <ErrorBoundary of="The talk">
          <OnceShown isShown={isOpen && chosen === 'talk'}>
            <ChatPanel />
          </OnceShown>
        </ErrorBoundary>
      </TabPanel>
    </section>
  );
}

function BottomPanels({ problems }: { problems: readonly Problem[] }) {
  const { ui } = useStudio();
  const chosen = useUi((state) => state.bottomTab);
  const isOpen = useUi(({ preferences }) => isPanelOpen(preferences, 'bottom'));
  const actions = useEditor((state) => state.document.tables.actions.size);
  const worlds = useEditor((state) => state.document.scenario.worlds?.length ?? 0);
  const waiting = useDeskTalks().length;
  return (
    <section className="panel-column" data-area="bottom" aria-label="Trace, problems, actions and what became of them">
      <TabStrip
        label="Trace, problems, actions and what became of them"
        tabs={[
          { name: 'trace', label: 'Trace' },
          {
            name: 'problems',
            label: 'Problems',
            count: problems.length,
            tone: problems.some((problem) => problem.severity === 'error') ? 'problem' : 'calm',
          },
          { name: 'variables', label: 'Variables' },
          { name: 'library', label: 'Actions', count: actions, hint: 'Every action of this scenario' },
          { name: 'actions', label: 'Actions log', hint: 'What the actions did in this talk' },
          { name: 'understanding', label: 'Understanding', hint: 'How well samples tell intents apart' },
          { name: 'worlds', label: 'Worlds', count: worlds, hint: 'Named sets of example answers' },
          { name: 'log', label: 'Audit log', hint: 'Everything that was ever carried out, kept on this machine' },
          {
            name: 'desk',
            label: 'Desk',
            count: waiting,
            tone: 'waiting',
            hint: 'Talks handed to a person, mail, tickets and sheets',
          },
        ]}
        chosen={chosen}
        onChoose={ui.showBottom}
      />
      <TabPanel name="trace" chosen={chosen}>
        <ErrorBoundary of="The trace">
          <OnceShown isShown={isOpen && chosen === 'trace'}>
            <TracePanel />
          </OnceShown>
        </ErrorBoundary>
      </TabPanel>
      <TabPanel name="problems" chosen={chosen}>
        <ErrorBoundary of="The problems">
          {/* Drawn only while it is looked at: it may be long, and it changes with every edit. */}
          {chosen === 'problems' && <ProblemsPanel problems={problems} />}
        </ErrorBoundary>
      </TabPanel>
      <TabPanel name="variables" chosen={chosen}>
        <ErrorBoundary of="The variables">
          <OnceShown isShown={isOpen && chosen === 'variables'}>
            <VariablesPanel />
          </OnceShown>
        </ErrorBoundary>
      </TabPanel>
      <TabPanel name="library" chosen={chosen}>
        <ErrorBoundary of="The list of actions">{chosen === 'library' && <ActionLibrary />}</ErrorBoundary>
      </TabPanel>
      <TabPanel name="actions" chosen={chosen}>
        <ErrorBoundary of="The actions log">
          <OnceShown isShown={isOpen && chosen === 'actions'}>
            <ActionsPanel />
          </OnceShown>
        </ErrorBoundary>
      </TabPanel>
      <TabPanel name="worlds" chosen={chosen}>
        <ErrorBoundary of="The worlds">{chosen === 'worlds' && <WorldsPanel problems={problems} />}</ErrorBoundary>
      </TabPanel>
      <TabPanel name="log" chosen={chosen}>
        <ErrorBoundary of="The log">{chosen === 'log' && <LogPanel />}</ErrorBoundary>
      </TabPanel>
      <TabPanel name="desk" chosen={chosen}>
        <ErrorBoundary of="The desk">{chosen === 'desk' && <DeskPanel />}</ErrorBoundary>
      </TabPanel>
      <TabPanel name="understanding" chosen={chosen}>
        <ErrorBoundary of="The understanding">
          <OnceShown isShown={chosen === 'understanding'}>
            <UnderstandingPanel isShown={chosen === 'understanding'} />
          </OnceShown>
        </ErrorBoundary>
      </TabPanel>
    </section>
  );
}
