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
  ])('REL-29 %s=%s stops the start and is named', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(SettingsRefused);
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });
  test('demo accounts are opened to others only on purpose', () => {
    expect(readSettings({ OPENGOA_HOST: '0.0.0.0', OPENGOA_DEMO: '0' })).toMatchObject({ demo: false });
    expect(readSettings({ OPENGOA_HOST: '0.0.0.0', OPENGOA_DEMO: '1' })).toMatchObject({ demo: true });
  });
});
