import { afterAll, describe, expect, test } from 'vitest';
import { createPythonExecutor } from '../../../../../../electron/host/actions/python/python-executor.ts';
import { createHandOffDesk } from '../../../../../../electron/host/desk/hand-off-desk.ts';
import { createChildPython } from '../../../../../../electron/python/child-host/create-child-python.ts';
import { aFolder, anAction, aPorts, aTask, never } from '../executor-setting.ts';

const python = createChildPython({ snapshotFolder: await aFolder(), heap: 256 * 1024 * 1024 });
afterAll(() => python.close());

const talk = { session: 's-1', utterance: 'Hi', lines: [{ speaker: 'USER', text: 'Hi' }], language: 'en' } as const;

describe('a script in Python', () => {
  test('uses every helper of the host', async () => {
    const code = `import requests

def execute_action(context):
    print("for", context["args"]["name"])
    set_conversation_metadata(context, "plan", "gold")
    set_conversation_metadata(context, "old", 1)
    delete_conversation_metadata(context, "old")
    add_conversation_tag(context, "vip")
    add_conversation_event(context, {"kind": "asked"})
    hand_off_conversation(context, reason="wants a person")
    add_google_sheets_row("log", {"name": context["args"]["name"]})
    try:
        requests.get("https://api.example.com/orders")
        reached = "yes"
    except requests.exceptions.ConnectionError as error:
        reached = str(error)
    return {
        "id": context["conversation"]["id"],
        "first": context["conversation"]["messages"][0]["text"],
        "plan": get_conversation_metadata(context, "plan"),
        "missing": get_conversation_metadata(context, "old"),
        "angry": llm_classify_binary("Angry?", "Hm", fallback="unknown"),
        "topic": llm_classify_category("Topic?", "a refund please", ["refund", "delivery"], fallback="other"),
        "variant": get_ab_test_variant(context, "button", ["red", "blue"]) in ("red", "blue"),
        "holiday": is_holiday("GR", check_date="2027-05-03"),
        "reached": reached,
    }
`;
    const folder = await aFolder();
    const desk = createHandOffDesk();
    const outcome = await createPythonExecutor()(
      aTask(anAction('python', { code }), { talk, args: { name: 'Ada' }, timeout: 60_000 }),
      aPorts({ runPython: python.runPython, desk, scenarioFolder: () => Promise.resolve(folder) }),
      never(),
    );
    expect(outcome).toEqual({
      ok: true,
      console: 'for Ada\n',
      body: {
        id: 's-1',
        first: 'Hi',
        plan: 'gold',
        missing: null,
        angry: 'unknown',
        topic: 'refund',
        variant: true,
        holiday: true,
        reached: 'Nothing is called for this scenario.',
        conversation: { metadata: { plan: 'gold' }, tags: ['vip'], events: [{ kind: 'asked' }], handed_off: true },
      },
    });
    expect(desk.talks()).toMatchObject([{ session: 's-1', note: 'wants a person' }]);
  }, 90_000);

  test('that goes wrong says in which line', async () => {
    const code = 'def execute_action(context):\n    print("here")\n    return context["args"]["gone"]\n';
    const outcome = await createPythonExecutor()(
      aTask(anAction('python', { code }), { timeout: 60_000 }),
      aPorts({ runPython: python.runPython }),
      never(),
    );
    expect(outcome).toMatchObject({ ok: false, failure: 'codeFailed' });
    expect(outcome.detail).toContain('tryIt, line 3: KeyError');
    expect(outcome.console).toMatch(/^here\nTraceback[^]*tryIt\.py[^]*line 3/);
  }, 90_000);
});
