import { expect, test } from 'vitest';
import { integrationIn } from '../../../../shared/actions/integration-in.ts';
import { anIntegration } from '../../../builders/an-action.ts';

const shop = anIntegration({
  authentication: { kind: 'bearer', secret: 'shop key' },
  headers: [{ name: 'x-team', value: 'a' }],
  environments: {
    staging: { baseUrl: 'https://staging.example.com', secret: 'staging key' },
    local: { baseUrl: 'http://localhost:3000' },
    other: { secret: 'other key' },
  },
});

test('[A31] an environment changes base URL and secret together, and nothing it does not name', () => {
  expect(integrationIn(shop, 'staging')).toEqual({
    ...shop,
    baseUrl: 'https://staging.example.com',
    authentication: { kind: 'bearer', secret: 'staging key' },
  });
  expect(integrationIn(shop, 'local')).toEqual({ ...shop, baseUrl: 'http://localhost:3000' });
  expect(integrationIn(shop, 'other')).toMatchObject({
    baseUrl: shop.baseUrl,
    authentication: { secret: 'other key' },
  });
});

test('[A31] without an environment, or in one the integration does not know, it stays as it is', () => {
  for (const environment of [null, 'production', 'toString', '__proto__'])
    expect(integrationIn(shop, environment)).toBe(shop);
  expect(integrationIn(null, 'staging')).toBeNull();
});

test('[A31] the same integration in the same environment is the same record', () => {
  expect(integrationIn(shop, 'staging')).toBe(integrationIn(shop, 'staging'));
});
