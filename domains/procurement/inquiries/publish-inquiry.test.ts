import { isRefusal, newId } from '@opengoa/kernel';
import { ids, onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import type { Kind, Method } from '../contract.ts';
import { publishInquiry } from './publish-inquiry.ts';

const context = onPaper('周敏', '2026-03-05T09:00:00+08:00');
const finance = context.organisation.unit(ids.finance)!;

/** The same unit as one of another level would be. */
const at = (level: typeof finance.level) => ({
  ...context,
  organisation: { ...context.organisation, unit: () => ({ ...finance, level }) },
});
const publish = (level: typeof finance.level, estimateYuan: number, method: Method = 'invited', kind: Kind = 'goods') =>
  publishInquiry.decide(
    { id: newId(), unit: finance, number: 'XJ-2026-0001' },
    {
      unit: ids.finance,
      title: '空调',
      kind,
      what: '',
      estimateFen: estimateYuan * 100,
      method,
      reason: method === 'open' ? '' : '供应商少',
      rule: 'lowest',
      deadline: '2026-03-09T17:00:00+08:00',
    },
    at(level),
  );
const answer = (decided: ReturnType<typeof publish>) => {
  if (isRefusal(decided)) return decided.code;
  const { facts } = decided as { facts: readonly { body: { notices: readonly { zh: string }[] } }[] };
  return facts[0]!.body.notices.length;
};

test('only the confirmed amount of the central level stops what is not open to all; recalled ones are told', () => {
  expect(answer(publish('nation', 2_000_000))).toBe('over-open-limit');
  expect(answer(publish('nation', 1_999_999))).toBe(1);
  expect(answer(publish('nation', 2_000_000, 'open'))).toBe(2);
  expect(answer(publish('city', 2_000_000))).toBe(2);
  expect(answer(publish('city', 299_999))).toBe(0);
  expect(answer(publish('county', 300_000, 'direct', 'repair'))).toBe(1);
  // Of works at the level of a city no paper was found: nothing is said.
  expect(answer(publish('city', 900_000, 'direct', 'works'))).toBe(0);
});

test('the refusal names the method, the estimate and the paper', () => {
  const refused = publish('nation', 2_500_000, 'direct');
  expect(isRefusal(refused) && refused.data).toMatchObject({
    observed: '2500000.00',
    method: { zh: '直接采购' },
  });
  expect(JSON.stringify(refused)).toContain('国办发〔2019〕55号');
});
