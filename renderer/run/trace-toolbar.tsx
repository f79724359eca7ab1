import { Menu } from '@mantine/core';
import { Crosshair, Eraser, Gauge, ListFilter, SkipForward } from 'lucide-react';
import { useKeysOf } from '../app/use-keys-of.ts';
import { useRun, useStudio, useUi } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { FilterField } from './filter-field.tsx';
import { eventGroups, type EventGroup } from './event-look.ts';

type TraceToolbarProps = {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly groups: ReadonlySet<EventGroup>;
  readonly onGroups: (groups: ReadonlySet<EventGroup>) => void;
};

const speeds = [
  [0, 'At once'],
  [0.5, 'Slow'],
  [1, 'Natural'],
  [2, 'Fast'],
] as const;

/** What is listed, and how a talk is played. */
export function TraceToolbar({ text, onText, groups, onGroups }: TraceToolbarProps) {
  const { run, ui } = useStudio();
  const keysOf = useKeysOf();
  const isInPast = useRun((state) => state.chosen !== null);
  const { runSpeed, followRun } = useUi((state) => state.preferences);
  const toggle = (group: EventGroup): void => {
    const next = new Set(groups);
    if (!next.delete(group)) next.add(group);
    onGroups(next);
  };
  return (
    <div className="trace-toolbar" role="toolbar" aria-label="Trace">
      {isInPast && (
        <button type="button" className="trace-now" onClick={() => run.choose(null)}>
          <SkipForward size={13} aria-hidden />
          Now
        </button>
      )}
      <FilterField label="Find in the trace" text={text} onText={onText} />
      <Menu closeOnItemClick={false} position="bottom-end">
        <Menu.Target>
          <IconButton icon={ListFilter} label="Choose what is listed" pressed={groups.size < eventGroups.length} />
        </Menu.Target>
        <Menu.Dropdown>
          {eventGroups.map(([group, label]) => (
            <Menu.CheckboxItem key={group} checked={groups.has(group)} onChange={() => toggle(group)}>
              {label}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end">
        <Menu.Target>
          <IconButton icon={Gauge} label="How fast a talk is played" />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.RadioGroup
            value={String(runSpeed)}
            onChange={(speed) => ui.setPreferences({ runSpeed: Number(speed) })}
          >
            {speeds.map(([speed, label]) => (
              <Menu.RadioItem key={speed} value={String(speed)} closeMenuOnClick>
                {label}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
      <IconButton
        icon={Crosshair}
        label="Follow the talk on the canvas"
        shortcut={keysOf('view.followRun')}
        pressed={followRun}
        onClick={() => ui.setPreferences({ followRun: !followRun })}
      />
      <IconButton icon={Eraser} label="Clear the trace" onClick={() => run.clearTrace()} />
    </div>
  );
}
