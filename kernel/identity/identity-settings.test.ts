import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { findStandards, loadStandards } from '../standards/standards.ts';
import { identitySettings } from './identity-settings.ts';

const set = loadStandards(
  (await findStandards(dirname(import.meta.dirname))).map((file) => ({ ...file, path: `kernel/${file.path}` })),
);

test('SEC-ID-02 SEC-SE-03 rules and limits come from dated standards with the defaults of the checklist', () => {
  expect(identitySettings(set, '2026-03-01')).toEqual({
    profile: { name: 'national', lengthMin: 10, classesMin: 3, lifeDays: 90, historyCount: 5 },
    cost: { function: 'argon2id', memoryKiB: 19_456, passes: 2, lanes: 1 },
    signIn: {
      failuresMax: 5,
      windowMinutes: 15,
      lockMinutes: 30,
      addressFailuresMax: 60,
      totalFailuresMax: 1000,
      namesPerPasswordMax: 10,
      namesPerPasswordMinutes: 60,
    },
    sessions: {
      staff: { idleMinutes: 15, absoluteHours: 12, parallelMax: 2 },
      administrator: { idleMinutes: 10, absoluteHours: 8, parallelMax: 2 },
    },
    factorAskedOf: 'officers',
    factorFreshMinutes: 5,
    unusedDays: 90,
    resetCodeHours: 24,
    firstCodeHours: 72,
    machineKeyDaysMax: 366,
  });
});

test('SEC-ID-02 the ASVS profile is chosen by a local value', () => {
  const local = set.withRows([
    {
      standard: 'kernel.password-profile',
      scope: { level: 'city', code: '990100', name: '临江市' },
      from: '2026-01-01',
      source: { document: '临江市决定' },
      value: 'asvs',
    },
    {
      standard: 'kernel.password-storage',
      scope: { level: 'city', code: '990100' },
      from: '2026-01-01',
      source: { document: '临江市决定' },
      table: { function: 'pbkdf2-sm3', 'memory-kib': 19456, passes: 2, lanes: 1, rounds: 300000 },
    },
  ]);
  const settings = identitySettings(local, '2026-03-01', ['990100']);
  expect(settings.profile).toEqual({ name: 'asvs', lengthMin: 15, classesMin: 0, lifeDays: 0, historyCount: 0 });
  expect(settings.cost).toEqual({ function: 'pbkdf2-sm3', rounds: 300_000 });
});
