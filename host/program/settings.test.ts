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
    ['OPENGOA_CHECKSUMS', 'off'],
  ])('REL-29 %s=%s stops the start and is named', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(SettingsRefused);
    expect(() => readSettings({ [name]: value })).toThrow(name);
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
    ['DATABASE_URL', 'postgres://opengoa:changeme@db/opengoa'],
    ['DATABASE_URL', 'postgres://opengoa:postgres@db/opengoa'],
    ['DATABASE_URL', 'postgres://opengoa:%3Cpassword%3E@db/opengoa'],
    ['DATABASE_URL', 'postgres://opengoa:123456@db/opengoa'],
    ['OPENGOA_OIDC', provider('your-client-secret')],
    ['OPENGOA_OIDC', provider('xxxxxxxx')],
  ])('SEC-ID-13 a production start with a placeholder in %s is refused: %s', (name, value) => {
    expect(() => readSettings({ OPENGOA_DEMO: '0', [name]: value })).toThrow(name);
    expect(readSettings({ [name]: value }).demo).toBe(true);
  });
  test('SEC-ID-13 real secrets and servers without a password are taken', () => {
    for (const url of ['postgres://opengoa:kX9-v2_Lm7qT@db/opengoa', 'postgres://opengoa@localhost/opengoa'])
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
