import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseLikeness, proposeRemedy, type ClosedCase } from './propose-remedy.ts';

const settings = { watchedDays: 90, notAFix: 0.3 };
const one = (id: string, done: string, more: Partial<ClosedCase> = {}): ClosedCase => ({
  id,
  done,
  likeness: 1,
  watchedDays: 120,
  cameBack: false,
  ...more,
});
const found = (cases: readonly ClosedCase[]) => {
  const answer = proposeRemedy(cases, settings);
  if (answer.status !== 'ok') throw new Error(answer.status);
  return answer.ways;
};

test('nothing was closed, or everything came back: nothing is proposed, and it is said', () => {
  expect(proposeRemedy([], settings)).toMatchObject({ status: 'insufficient_data' });
  expect(proposeRemedy([one('a', '口头提醒驾驶员', { cameBack: true })], settings)).toMatchObject({
    status: 'insufficient_data',
  });
});

test('the way that held oftener is proposed first, in the words of a case that held', () => {
  const [first, second] = found([
    one('a', '修复公共照明定时开关', { cameBack: true }),
    one('b', '更换公共照明定时开关'),
    one('c', '夜间合并到一台运行'),
    one('d', '夜间已合并到一台运行'),
  ]);
  expect(first).toMatchObject({ cases: ['c', 'd'], held: 2, cameBack: 0 });
  expect(first!.holds).toBeCloseTo(3 / 4, 5);
  expect(second).toMatchObject({ cases: ['a', 'b'], done: '更换公共照明定时开关', held: 1, cameBack: 1 });
});

test('a case closed yesterday has proven little; one half as like counts half', () => {
  expect(found([one('a', '补交说明', { watchedDays: 9 })])[0]!.holds).toBeCloseTo(1.1 / 2.1, 5);
  expect(found([one('a', '补交说明', { likeness: 0.5 })])[0]!.holds).toBeCloseTo(1.5 / 2.5, 5);
});

test('what surely comes back is no fix and stands last, however like it is', () => {
  const back = Array.from({ length: 8 }, (_, i) => one(`b${i}`, '口头提醒驾驶员', { cameBack: true }));
  const ways = found([
    ...back,
    one('h', '口头提醒驾驶员'),
    one('z', '安装油箱防护装置', { likeness: 0.5, watchedDays: 1 }),
  ]);
  expect(ways.map(({ done, noFix }) => [done, noFix])).toEqual([
    ['安装油箱防护装置', false],
    ['口头提醒驾驶员', true],
  ]);
});

test('each case rests in one way, whatever the order given', () => {
  const texts = fc.constantFrom('补交行程说明', '补交行程变更说明', '更换定时开关', '合并夜间运行');
  const cases = fc.array(fc.record({ done: texts, cameBack: fc.boolean(), watchedDays: fc.nat(400) }), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(cases, (rows) => {
      const all = rows.map((row, i) => one(`c${String(i).padStart(2, '0')}`, row.done, row));
      const answer = proposeRemedy(all, settings);
      expect(proposeRemedy(all.toReversed(), settings)).toEqual(answer);
      if (answer.status === 'ok')
        expect(answer.ways.flatMap((way) => way.cases).toSorted()).toEqual(all.map(({ id }) => id));
    }),
  );
});

test('likeness of two cases of one risk is between a half and one', () => {
  const a = { kit: 'k', rule: 'r', subjectKind: 'vehicle', subject: '1', unitKind: 'division' };
  expect(caseLikeness(a, a)).toBeCloseTo(1, 5);
  expect(caseLikeness(a, { kit: 'x', rule: 'r', subjectKind: 'trip', subject: '1', unitKind: 'region' })).toBe(0.5);
});
