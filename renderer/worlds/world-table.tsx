import { Menu, Tooltip } from '@mantine/core';
import { ChevronDown, CopyPlus, PenLine, Trash2, TriangleAlert } from 'lucide-react';
import { staysHere } from '../../shared/actions/stays-here.ts';
import type { ActionRecord } from '../../shared/model/action-record.ts';
import type { World } from '../../shared/model/design-records.ts';
import type { Problem } from '../../shared/problems/problem.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { RecordIcon } from '../app/record-icon.tsx';
import { goTo } from '../inspector/go-to.ts';
import { useEditor, useRun, useStudio } from '../state/studio.ts';
import { cellWords } from './cell-words.ts';
import { shownWorld } from './shown-world.ts';
import { mockedActions, mocksIn } from './world-presets.ts';
import { WorldName } from './world-name.tsx';

type WorldTableProps = {
  readonly problems: readonly Problem[];
  readonly renaming: string | null;
  readonly onRename: (id: string | null) => void;
  readonly onDuplicate: (id: string) => void;
  readonly onDelete: (id: string) => void;
};

const noWorlds: readonly World[] = [];

/** Actions down, worlds across; a cell says how that action is answered there, and opens its examples. */
export function WorldTable(props: WorldTableProps) {
  const document = useEditor((state) => state.document);
  const chosen = useRun((state) => state.world);
  const worlds = document.scenario.worlds ?? noWorlds;
  const actions = mockedActions(document);
  const isChosen = (id: string | null): boolean => id === (worlds.some((world) => world.id === chosen) ? chosen : null);
  return (
    <div className="worlds-scroll">
      <table className="worlds-table">
        <caption className="unseen">How each action is answered in each world</caption>
        <thead>
          <tr>
            <th scope="col">Action</th>
            <WorldHead
              id={null}
              name="Every world"
              description="Where the chosen one is silent"
              isChosen={isChosen(null)}
            />
            {worlds.map((world) => (
              <WorldHead key={world.id} {...world} isChosen={isChosen(world.id)} menu={props} />
            ))}
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <WorldRow key={action.id} {...{ action, worlds, isChosen }} problems={props.problems} />
          ))}
          {actions.length === 0 && (
            <tr>
              <td colSpan={worlds.length + 2} className="worlds-hint">
                No action asks anybody outside yet, so there is nothing to answer.
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

type WorldHeadProps = {
  readonly id: string | null;
  readonly name: string;
  readonly description: string;
  readonly isChosen: boolean;
  readonly menu?: WorldTableProps;
};

function WorldHead({ id, name, description, isChosen, menu }: WorldHeadProps) {
  const { run } = useStudio();
  if (id !== null && menu?.renaming === id)
    return (
      <th scope="col">
        <WorldName id={id} name={name} onClose={() => menu.onRename(null)} />
      </th>
    );
  return (
    <th scope="col" data-chosen={isChosen || undefined}>
      <div className="worlds-head">
        <label title={description}>
          <input type="radio" name="world" checked={isChosen} onChange={() => void run.setWorld(id)} />
          <span>{visibleText(name)}</span>
        </label>
        {id !== null && menu !== undefined && (
          <Menu position="top-end" withinPortal>
            <Menu.Target>
              <button type="button" className="worlds-more" aria-label={`What to do with ${name}`}>
                <ChevronDown size={13} strokeWidth={2} aria-hidden />
              </button>
            </Menu.Target>
            <Menu.Dropdown data-menu-dropdown>
              <Menu.Item leftSection={<PenLine size={13} aria-hidden />} onClick={() => menu.onRename(id)}>
                Rename
              </Menu.Item>
              <Menu.Item leftSection={<CopyPlus size={13} aria-hidden />} onClick={() => menu.onDuplicate(id)}>
                Duplicate
              </Menu.Item>
              <Menu.Item leftSection={<Trash2 size={13} aria-hidden />} onClick={() => menu.onDelete(id)}>
                Delete
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </th>
  );
}

type WorldRowProps = {
  readonly action: ActionRecord;
  readonly worlds: readonly World[];
  readonly isChosen: (id: string | null) => boolean;
  readonly problems: readonly Problem[];
};

function WorldRow({ action, worlds, isChosen, problems }: WorldRowProps) {
  const studio = useStudio();
  const name = visibleText(action.name);
  return (
    <tr>
      <th scope="row">
        <button type="button" className="worlds-action" onClick={() => goTo(studio, action.id)}>
          <RecordIcon of={{ kind: 'action', actionKind: action.kind }} />
          <span>{name}</span>
        </button>
      </th>
      {[{ id: null, name: 'every world' }, ...worlds].map((world) => (
        <WorldCell key={world.id} {...{ action, world, problems }} isChosen={isChosen(world.id)} />
      ))}
    </tr>
  );
}

type WorldCellProps = {
  readonly action: ActionRecord;
  readonly world: { readonly id: string | null; readonly name: string };
  readonly isChosen: boolean;
  readonly problems: readonly Problem[];
};

function WorldCell({ action, world, isChosen, problems }: WorldCellProps) {
  const studio = useStudio();
  const document = useEditor((state) => state.document);
  const mocks = mocksIn(document, action.id, world.id);
  const { tone, lead, rest } = cellWords(mocks);
  const stale = problems.find(({ ref }) => mocks.some(({ id }) => id === ref));
  const open = (): void => {
    const { panels } = studio.ui.getState().preferences;
    studio.ui.setPreferences({ panels: { ...panels, 'inspector.actions.mocks': 1 } });
    shownWorld(studio.editor).setState({ world: world.id, isAsked: true });
    goTo(studio, action.id);
  };
  const words =
    tone === 'none'
      ? world.id !== null
        ? 'as every world'
        : staysHere(action)
          ? 'done on this machine'
          : 'nothing'
      : [lead, rest].join(' ');
  return (
    <td data-chosen={isChosen || undefined}>
      <button
        type="button"
        className="worlds-cell"
        data-tone={tone}
        aria-label={`${action.name} in ${world.name}: ${words}`}
        onClick={open}
      >
        {tone === 'none' ? (
          <span className="worlds-hint">{words}</span>
        ) : (
          <>
            <b>{lead}</b> <span className="worlds-rest">{rest}</span>
          </>
        )}
        {stale !== undefined && (
          <Tooltip label={stale.sentence} multiline w={280}>
            <TriangleAlert className="worlds-stale" size={13} strokeWidth={2} aria-label="Has a problem" />
          </Tooltip>
        )}
      </button>
    </td>
  );
}
