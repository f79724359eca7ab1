import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../../shared/base/json.ts';
import { exportOpenDialog, printOpenDialog } from '../../../../shared/exchange/opendialog/export-open-dialog.ts';
import { need } from '../../../builders/need.ts';
import { anOpenDialogFile } from '../../../builders/open-dialog-file.ts';
import { play } from '../../../builders/play.ts';
import { app, back, backIntent, configured, imported, intentNamed, place, told, user } from './imported-scenario.ts';

describe('configurations', () => {
  const row = (name: string, component_id: string, configuration: Json, more: JsonObject = {}): JsonObject => ({
    name,
    scenario_id: '$path:shop',
    component_id,
    configuration,
    active: true,
    ...more,
  });

  test('[O12] none in the file: the two every scenario begins with', () => {
    const scenario = imported(anOpenDialogFile({}));
    expect(back(scenario)['configurations']).toMatchObject([
      { name: 'OpenDialog', scenario_id: '$path:shop', component_id: 'interpreter.core.opendialog', active: true },
      { name: 'Webchat', scenario_id: '$path:shop', component_id: 'platform.core.webchat' },
    ]);
    expect(scenario.document.tables.interpreters.get('OpenDialog')).toMatchObject({
      callbacks: { WELCOME: 'intent.core.welcome' },
    });
  });

  test('[O12] rows are written in the order they had, and as they were', () => {
    const rows = [
      row('Webchat', 'platform.core.webchat', { colours: { text: '#fff' } }),
      row('Look up', 'action.core.webhook', {
        webhook_url: 'https://api.example.com/x',
        headers: [{ name: 'X-One', value: '1' }],
        timeout: 5,
      }),
      row('OpenDialog', 'interpreter.core.opendialog', {
        callbacks: { GO: 'ask' },
        enable_similarity_evaluation: true,
      }),
      row(
        'Luis',
        'interpreter.core.luis',
        { app_url: 'https://luis.example.com', app_id: '1', subscription_key: '' },
        { active: false },
      ),
    ];
    expect(back(imported(anOpenDialogFile({}, configured(...rows))))['configurations']).toEqual(rows);
  });

  test('[O13] interpreters by name, by component, or those above', () => {
    const rows = [row('Reader', 'interpreter.core.callbackInterpreter', { callbacks: { GO: 'ask' } })];
    const requests = ['Reader', 'interpreter.core.callbackInterpreter', 'interpreter.core.luis', ''].map(
      (interpreter) => user({ interpreter }),
    );
    const scenario = imported(anOpenDialogFile({ requests }, configured(...rows)));
    expect(['ask', 'ask-2', 'ask-3', 'ask-4'].map((id) => intentNamed(scenario, id).interpreter)).toEqual([
      'Reader',
      'Reader',
      null,
      null,
    ]);
    expect(requests.map((_, index) => backIntent(scenario, 'request_intents', index)['interpreter'])).toEqual(
      requests.map(({ interpreter }) => interpreter),
    );
    expect(told(scenario)).toEqual([
      `kept ${place}/request_intents/2/interpreter There is no interpreter "interpreter.core.luis" here; that of the level above reads.`,
    ]);
  });

  test('[O14] a webhook is asked and answered in its one form', () => {
    const rows = [row('Look up', 'action.core.webhook', { webhook_url: 'https://api.example.com/find?v=1' })];
    const actions = [{ id: 'Look up', inputs: ['user.first_name'], outputs: ['session.full_name'] }];
    const scenario = imported(
      anOpenDialogFile({ requests: [user({ actions })], responses: [app()] }, configured(...rows)),
    );
    expect(need(scenario.document.tables.actions.get('look-up'))).toMatchObject({
      kind: 'api',
      enabled: true,
      inputs: [{ name: 'first_name', type: 'json', required: false }],
      outputs: [{ name: 'full_name', from: 'output_data.attributes.full_name' }],
      request: { baseUrl: 'https://api.example.com', path: '/find?v=1', method: 'POST' },
      succeedsWhen: 'successful',
    });
    const talk = play(scenario.document, { attributes: { 'user.first_name': 'Ada' } }).press('ask');
    expect(talk.effect).toMatchObject({ arguments: { first_name: 'Ada' } });
    talk.settle({ outputs: { full_name: 'Ada L.' } });
    expect(talk.state.contexts['session']).toMatchObject({ full_name: 'Ada L.' });
    expect(talk.user).toMatchObject({ action_success: true });
  });

  test('[O14] attributes that are set, and actions of other kinds', () => {
    const rows = [
      row('Remember', 'action.core.attribute_setter', {
        attribute_value_map: { tier: 'gold', copy: '{user.name}' },
        context_attribute_map: { tier: 'session' },
      }),
      row('Mail', 'action.core.mail', { to: 'x@example.com' }),
    ];
    const scenario = imported(
      anOpenDialogFile({ requests: [user({ actions: ['Remember', 'Mail', 'Unheard of'] })] }, configured(...rows)),
    );
    const { actions } = scenario.document.tables;
    expect(actions.get('Remember')).toMatchObject({
      kind: 'setAttributes',
      assignments: [
        { reference: 'session.tier', value: { kind: 'value', value: 'gold' } },
        { reference: 'copy', value: { kind: 'reference', reference: 'user.name' } },
      ],
    });
    expect([actions.get('Mail')?.enabled, actions.get('unheard-of')?.enabled]).toEqual([false, false]);
    expect(back(scenario)['configurations']).toEqual(rows);
    const talk = play(scenario.document, { attributes: { 'user.name': 'Ada' } }).press('ask');
    expect([talk.state.contexts['session'], talk.user['copy']]).toEqual([{ tier: 'gold' }, 'Ada']);
  });

  test.each<[string, Json, object]>([
    ['a name', 'Look up', {}],
    [
      'lists of references',
      { id: 'Look up', inputs: ['user.code'], outputs: ['name'] },
      { inputs: { code: 'user.code' }, outputs: { name: 'name' } },
    ],
    ['lists of ids', { name: 'Look up', attribute_input: [{ id: 'user.code' }] }, { inputs: { code: 'user.code' } }],
    [
      'pairs',
      { action_id: 'Look up', attribute_inputs: [{ attribute: 'id', reference: 'user.code' }] },
      { inputs: { id: 'user.code' } },
    ],
    ['contexts by attribute', { id: 'Look up', inputs: { code: 'session' } }, { inputs: { code: 'session.code' } }],
  ])('[O15] %s', (_, raw, { inputs = {}, outputs = {} }: { inputs?: object; outputs?: object }) => {
    const rows = [row('Look up', 'action.core.webhook', { webhook_url: 'https://api.example.com' })];
    const scenario = imported(anOpenDialogFile({ requests: [user({ actions: [raw] })] }, configured(...rows)));
    const [use] = intentNamed(scenario, 'ask').actions;
    expect(
      Object.fromEntries(
        Object.entries(use?.inputs ?? {}).map(([name, operand]) => [
          name,
          operand.kind === 'reference' && operand.reference,
        ]),
      ),
    ).toEqual(inputs);
    expect(use?.outputs).toEqual(outputs);
    expect(backIntent(scenario, 'request_intents')['actions']).toEqual([raw]);
  });

  test('[O16] secrets stay outside', () => {
    const rows = [
      row('Luis', 'interpreter.core.luis', {
        app_url: 'https://luis.example.com',
        app_id: '1',
        subscription_key: 's3cr3t',
      }),
      row('Flow', 'interpreter.core.dialogflow', { project_id: 'p', json_key: { private_key: 's3cr3t' } }),
    ];
    const scenario = imported(
      anOpenDialogFile({}, { ...configured(...rows), status: 'LIVE', id: '0x1', created_at: 'now' }),
    );
    expect(printOpenDialog(exportOpenDialog(scenario.document))).not.toContain('s3cr3t');
    expect(back(scenario)['configurations']).toMatchObject([
      { configuration: { subscription_key: '{secret.subscription_key}' } },
      { configuration: { json_key: '{secret.json_key}' } },
    ]);
    expect(Object.keys(back(scenario)).filter((key) => ['status', 'id', 'created_at', 'active'].includes(key))).toEqual(
      [],
    );
    expect(told(scenario).filter((line) => line.startsWith('lost')).length).toBe(5);
  });

  test.each([
    ['a component nobody knows', row('X', 'unknown', {}), '/component_id', 'no component "unknown"'],
    [
      'a setting that is missing',
      row('X', 'interpreter.core.luis', { app_url: 'https://x.example', app_id: '1' }),
      '/configuration',
      '"subscription_key" is missing',
    ],
    [
      'an address that is none',
      row('X', 'action.core.webhook', { webhook_url: 'localhost' }),
      '/configuration/webhook_url',
      'no public http',
    ],
    [
      'another scheme',
      row('X', 'interpreter.core.rasa', { app_url: 'file://x/' }),
      '/configuration/app_url',
      'no public http',
    ],
    ['no name', row('', 'platform.core.webchat', {}), '/name', 'no name'],
  ])('[O17] %s is told', (_, one, pointer, sentence) => {
    expect(told(imported(anOpenDialogFile({}, configured(one))))).toContainEqual(
      expect.stringMatching(new RegExp(`^doubtful /configurations/0${pointer} .*${sentence}`)),
    );
  });
});
