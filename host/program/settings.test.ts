import { describe, expect, test } from 'vitest';
import { readSettings, SettingsRefused } from './settings.ts';

describe('REL-29 settings', () => {
  test('REL-29 nothing said is a working demo on loopback', () => {
    expect(readSettings({})).toMatchObject({
      port: 8600,
      host: '127.0.0.1',
      demo: true,
      databaseUrl: null,
      profile: 'international',
    });
  });
  test.each([
    ['OPENGOA_PORT', 'eighty'],
    ['OPENGOA_PORT', '70000'],
    ['OPENGOA_DEMO', 'yes'],
    ['OPENGOA_CRYPTO', 'rot13'],
    ['DATABASE_URL', 'mysql://x'],
    ['OPENGOA_HOST', '0.0.0.0'],
    ['OPENGOA_OFFICERS', '10.0.0.1,somewhere'],
    ['OPENGOA_OFFICERS', '10.0.0.0/64'],
    ['OPENGOA_OIDC', '{"issuer":'],
    ['OPENGOA_OIDC', '[{"id":"x"}]'],
    ['OPENGOA_WORK_APPS', '[{"id":"x"}]'],
    [
      'OPENGOA_WORK_APPS',
      '[{"id":"wecom","platform":"wecom","corp":"ww1","app":"1","secret":"k","redirectUri":"https://other.example/elsewhere"}]',
    ],
    ['OPENGOA_CHECKSUMS', 'off'],
    ['OPENGOA_CLAMD', 'clamd'],
    ['OPENGOA_JT808_PORT', 'yes'],
  ])('REL-29 %s=%s stops the start and is named', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(SettingsRefused);
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });
  test('terminals come in a demo on loopback, elsewhere only where a port is named', () => {
    const { deviceDoors: demo } = readSettings({});
    expect(demo).toEqual({ jt808: { host: '127.0.0.1', port: 7611, guessed: true } });
    expect(readSettings({ OPENGOA_DEMO: '0' }).deviceDoors).toEqual({});
    expect(readSettings({ OPENGOA_JT808_PORT: 'off' }).deviceDoors).toEqual({});
    const named = { OPENGOA_DEMO: '0', OPENGOA_JT808_PORT: '9000', OPENGOA_JT808_HOST: '10.0.0.5' };
    expect(readSettings(named).deviceDoors).toEqual({ jt808: { host: '10.0.0.5', port: 9000, guessed: false } });
  });
  test('the demo is the town, unless the city is asked for by name', () => {
    expect(readSettings({})).toMatchObject({ demo: true, demoSize: 'town' });
    expect(readSettings({ OPENGOA_DEMO: 'town' })).toMatchObject({ demo: true, demoSize: 'town' });
    expect(readSettings({ OPENGOA_DEMO: 'city' })).toMatchObject({ demo: true, demoSize: 'city' });
    expect(() => readSettings({ OPENGOA_DEMO: 'village' })).toThrow('OPENGOA_DEMO=village');
  });

  test('demo accounts are opened to others only on purpose', () => {
    expect(readSettings({ OPENGOA_HOST: '0.0.0.0', OPENGOA_DEMO: '0' })).toMatchObject({ demo: false });
    expect(readSettings({ OPENGOA_HOST: '0.0.0.0', OPENGOA_DEMO: '1' })).toMatchObject({ demo: true });
  });

  const provider = (clientSecret: string) =>
    JSON.stringify([
      {
        id: 'city',
        title: { zh: '市', en: 'City' },
        issuer: 'https://id.example.org',
        clientId: 'opengoa',
        clientSecret,
        redirectUri: 'https://opengoa.example.org/sign-in/city',
      },
    ]);
  test.each([
    ['DATABASE_URL', 'postgres://opengoa:changeme@localhost/opengoa'],
    ['DATABASE_URL', 'postgres://opengoa:postgres@localhost/opengoa'],
    ['DATABASE_URL', 'postgres://opengoa:%3Cpassword%3E@localhost/opengoa'],
    ['DATABASE_URL', 'postgres://opengoa:123456@localhost/opengoa'],
    ['OPENGOA_OIDC', provider('your-client-secret')],
    ['OPENGOA_OIDC', provider('xxxxxxxx')],
  ])('SEC-ID-13 a production start with a placeholder in %s is refused: %s', (name, value) => {
    expect(() => readSettings({ OPENGOA_DEMO: '0', [name]: value })).toThrow(name);
    expect(readSettings({ [name]: value }).demo).toBe(true);
  });
  test('SEC-ID-13 real secrets and servers without a password are taken', () => {
    for (const url of [
      'postgres://opengoa:kX9-v2_Lm7qT@db/opengoa?sslmode=verify-full',
      'postgres://opengoa@localhost/opengoa',
    ])
      expect(readSettings({ OPENGOA_DEMO: '0', DATABASE_URL: url }).databaseUrl).toBe(url);
    expect(readSettings({ OPENGOA_DEMO: '0', OPENGOA_OIDC: provider('r4nd-0m-e9') }).oidc).toHaveLength(1);
  });
  test('SEC-TA-07 the addresses of the three officers are read, and none said means anywhere', () => {
    expect(readSettings({}).officers).toBeNull();
    expect(readSettings({ OPENGOA_OFFICERS: '10.1.0.0/16, 192.0.2.7,2001:db8::/32' }).officers).toEqual([
      '10.1.0.0/16',
      '192.0.2.7',
      '2001:db8::/32',
    ]);
  });
});

describe('SEC-CR-08 the line to a database elsewhere', () => {
  test.each([
    'postgres://u:p@db.example.org/goa',
    'postgres://u:p@10.1.2.3:5432/goa?sslmode=require',
    'postgres://u:p@db.example.org/goa?sslmode=disable',
  ])('SEC-CR-08 %s is refused: encrypted with a checked certificate, or not at all', (DATABASE_URL) => {
    expect(() => readSettings({ DATABASE_URL, OPENGOA_DEMO: '1' })).toThrow(/sslmode=verify-full/);
  });
  test.each([
    'postgres://u:p@127.0.0.1:5432/goa',
    'postgres://u:p@localhost/goa',
    'postgres://u:p@/goa?host=/run/postgresql',
    'postgres://u:p@db.example.org/goa?sslmode=verify-full',
  ])('SEC-CR-08 %s is taken', (DATABASE_URL) => {
    expect(readSettings({ DATABASE_URL, OPENGOA_DEMO: '1' })).toMatchObject({ databaseUrl: DATABASE_URL });
  });
  test('SEC-CR-08 nothing older than TLS 1.2 is spoken', async () => {
    const tls = await import('node:tls');
    expect(['TLSv1.2', 'TLSv1.3']).toContain(tls.DEFAULT_MIN_VERSION);
  });
});
