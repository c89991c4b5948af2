import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonPasswords } from './common-passwords.ts';
import { spellingsOf } from './easy-to-guess.ts';
import { classesIn, faultsOf, isExpired, type PasswordProfile } from './password-profile.ts';

const national: PasswordProfile = { name: 'national', lengthMin: 10, classesMin: 3, lifeDays: 90, historyCount: 5 };
const asvs: PasswordProfile = { name: 'asvs', lengthMin: 15, classesMin: 0, lifeDays: 0, historyCount: 0 };
const zhouMin = {
  unitNames: ['临江市机关事务管理局', '市机关事务局', '临江市'],
  personName: '周敏',
  accountName: 'zm2019',
  numbers: ['20190042', '13800138000'],
};

describe('SEC-ID-02 rules of the profile', () => {
  test('SEC-ID-02 national: ten characters and three of four classes', () => {
    expect(faultsOf('Teal-otter', national, zhouMin)).toEqual([]);
    expect(faultsOf('Teal-otte', national, zhouMin)).toEqual(['password-too-short']);
    expect(faultsOf('tealotters', national, zhouMin)).toEqual(['password-too-simple']);
    expect(faultsOf('otter', national, zhouMin)).toEqual(['password-too-short', 'password-too-simple']);
  });

  test('SEC-ID-02 ASVS: fifteen characters, no classes', () => {
    expect(faultsOf('quietly wandering otters', asvs, zhouMin)).toEqual([]);
    expect(faultsOf('quietly wander', asvs, zhouMin)).toEqual(['password-too-short']);
  });

  test('SEC-ID-02 only the national profile asks for a new one after its days', () => {
    const changedAt = new Date('2026-01-01T00:00:00Z');
    expect(isExpired(changedAt, new Date('2026-03-31T00:00:00Z'), national)).toBe(false);
    expect(isExpired(changedAt, new Date('2026-04-02T00:00:00Z'), national)).toBe(true);
    expect(isExpired(changedAt, new Date('2036-04-02T00:00:00Z'), asvs)).toBe(false);
  });

  test('classes of characters', () => {
    expect(classesIn('aA1-')).toBe(4);
    expect(classesIn('密码密码')).toBe(1);
    expect(classesIn('')).toBe(0);
  });
});

describe('SEC-ID-03 the blocklist', () => {
  test('SEC-ID-03 holds at least 3,000 entries', () => {
    expect(commonPasswords().size).toBeGreaterThanOrEqual(3000);
  });

  test.each([
    'password',
    'Password123',
    'P@ssw0rd',
    'P@$$w0rd2026',
    'Admin@123456',
    'admin123',
    'Qwer1234!',
    'qwertyuiop',
    '1qaz@WSX',
    '1qaz2wsx',
    '123456789',
    '1234567890',
    '11111111',
    '19900101',
    'woaini1314',
    'Woaini5201314',
    'Zhongguo2024!',
    'abcabcabcabc',
    'abcdefghij',
    'Huawei@2025',
    'passwordpassword',
    '87654321',
    '!@#$%^&*()',
  ])('SEC-ID-03 %s is common', (password) => {
    expect(faultsOf(password, national, zhouMin)).toContain('password-too-common');
  });

  test.each([
    'Linjiang@2026',
    'linjiangshi2026A',
    'LJS-20260',
    'ljsjgswglj#1A',
    '临江市Aa12345678'.slice(0, 8),
    'L1njiang!2026',
  ])('SEC-ID-03 %s names the unit', (password) => {
    expect(faultsOf(password, national, zhouMin)).toContain('password-names-unit');
  });

  test.each([
    'Zhoumin#2026',
    'minzhou!2026',
    'ZM-2026-0001',
    'zm2019@ABCDE',
    '周敏Ab12345',
    'Xx#20190042',
    'Xx-13800138000',
  ])('SEC-ID-03 %s names its owner', (password) => {
    expect(faultsOf(password, national, zhouMin)).toContain('password-names-self');
  });

  test.each([
    'Teal-otter-47',
    'linjiang river walks at seven',
    '一只海獭缓缓游过 River',
    'vK8#pQ2!mZ',
    'Correct-Horse-9',
  ])('SEC-ID-03 %s is nobody’s first guess', (password) => {
    expect(faultsOf(password, national, zhouMin).filter((fault) => fault !== 'password-too-simple')).toEqual([]);
  });

  test('spellings of names', () => {
    expect(spellingsOf('周敏', true)).toEqual({ full: ['周敏', 'zhoumin', 'minzhou'], short: ['zm', 'mz'] });
    expect(spellingsOf('单雄信', true).full).toContain('shanxiongxin');
    expect(spellingsOf('石桥县', false)).toEqual({ full: ['石桥县', 'shiqiaoxian', 'shiqiao'], short: ['sqx'] });
  });
});

describe('SEC-ID-04 any text may be a password', () => {
  test('SEC-ID-04 64 characters and more, of any script, with spaces at the ends', () => {
    expect(faultsOf(`  ${'四字 Mixed 9 '.repeat(7)}  `, national, zhouMin)).toEqual([]);
    expect(faultsOf('Ab1 '.repeat(65), national, zhouMin)).toEqual(['password-too-long']);
    expect(faultsOf('Ab1-\ud800-otters', national, zhouMin)).toEqual(['password-not-text']);
  });

  test('SEC-ID-04 judging never fails and never takes long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 256 }), (password) => {
        faultsOf(password, national, zhouMin);
      }),
      { numRuns: 500 },
    );
    const start = performance.now();
    for (const nasty of ['a'.repeat(256), 'ab'.repeat(128), '!'.repeat(256), `${'a!'.repeat(127)}é`, '1'.repeat(256)])
      faultsOf(nasty, national, zhouMin);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
