import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLocalhostName, isMetadataName, judgeAddress } from '../../../../../electron/host/effects/address-policy.ts';

describe('judgeAddress', () => {
  test.each([
    ['93.184.216.34', 'public'],
    ['2606:2800:220:1:248:1893:25c8:1946', 'public'],
    ['64:ff9b::5db8:d822', 'public'],
    ['::ffff:93.184.216.34', 'public'],
    ['127.0.0.1', 'local'],
    ['::1', 'local'],
    ['10.1.2.3', 'local'],
    ['172.31.255.255', 'local'],
    ['192.168.1.20', 'local'],
    ['100.64.0.1', 'local'],
    ['fd12:3456::1', 'local'],
    ['::ffff:127.0.0.1', 'local'],
    ['169.254.169.254', 'never'],
    ['169.254.0.1', 'never'],
    ['::ffff:169.254.169.254', 'never'],
    ['fd00:ec2::254', 'never'],
    ['fd00:0ec2:0:0:0:0:0:254', 'never'],
    ['168.63.129.16', 'never'],
    ['::ffff:168.63.129.16', 'never'],
    ['100.100.100.200', 'never'],
    ['192.0.0.192', 'never'],
    ['0.0.0.0', 'never'],
    ['0.1.2.3', 'never'],
    ['::', 'never'],
    ['224.0.0.1', 'never'],
    ['239.255.255.250', 'never'],
    ['255.255.255.255', 'never'],
    ['240.0.0.1', 'never'],
    ['fe80::1%eth0', 'never'],
    ['ff02::1', 'never'],
    ['fec0::1', 'never'],
    ['64:ff9b::7f00:1', 'never'],
    ['64:ff9b::a9fe:a9fe', 'never'],
    ['64:ff9b:1::7f00:1', 'never'],
    ['2002:7f00:1::', 'never'],
    ['2001:0:7f00:1::', 'never'],
    ['::127.0.0.1', 'never'],
    ['2001:db8::1', 'never'],
    ['3fff::1', 'never'],
    ['5f00::1', 'never'],
    ['100::1', 'never'],
    ['4000::1', 'never'],
    ['192.0.2.1', 'never'],
    ['198.18.0.1', 'never'],
  ])('%s is %s', (address, kind) => {
    expect(judgeAddress(address).kind).toBe(kind);
  });

  test('what is not an address is never called', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^[0-9a-f:.%]+$/i.test(text));
        return judgeAddress(text).kind === 'never';
      }),
    );
  });

  test('an IPv4 address is judged alike when it is mapped into IPv6', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(judgeAddress(`::ffff:${address}`)).toEqual(judgeAddress(address));
      }),
    );
  });
});

test.each([
  'metadata',
  'METADATA.',
  'metadata.google.internal',
  'Metadata.Google.Internal..',
  'x.metadata.goog',
  'instance-data',
])('%s names the metadata of a machine', (name) => expect(isMetadataName(name)).toBe(true));

test.each(['metadata.example.com', 'mymetadata', 'example.com'])('%s is a name like any other', (name) =>
  expect(isMetadataName(name)).toBe(false),
);

test('localhost and the names below it are this machine, in any spelling', () => {
  const names = [
    'localhost',
    'LOCALHOST',
    'localhost.',
    'orders.parley.localhost',
    'localhost.example.com',
    'notlocalhost',
  ];
  expect(names.map(isLocalhostName)).toEqual([true, true, true, true, false, false]);
});
