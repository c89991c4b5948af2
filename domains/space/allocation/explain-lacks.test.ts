import { solveProgram } from '@opengoa/kernel/solve';
import { expect, test } from 'vitest';
import { explainLacks } from './explain-lacks.ts';
import { planAllocation } from './plan-allocation.ts';
import { type AllocationQuestion, type AskingUnit, type GivenRoom, projectWeights } from './question.ts';

const unit = (name: string, needM2: number, more: Partial<AskingUnit> = {}): AskingUnit => ({
  id: name,
  name,
  needM2,
  people: 2,
  zone: 'open',
  near: [],
  ...more,
});
const room = (number: string, areaM2: number, more: Partial<GivenRoom> = {}): GivenRoom => ({
  id: number,
  number,
  areaM2,
  floor: 'F',
  zone: 'open',
  today: null,
  fixed: null,
  ...more,
});

async function lacks(units: AskingUnit[], rooms: GivenRoom[], surplusCap = 1.2) {
  const floors = [{ id: 'F', building: 'B', name: 'F' }];
  const asked: AllocationQuestion = { units, rooms, floors, surplusCap, weights: projectWeights };
  const { placing } = await planAllocation(asked, solveProgram, 5);
  return (await explainLacks(asked, placing, solveProgram)).map(({ unit: who, obstacle, words }) => [
    who,
    obstacle,
    words.zh,
  ]);
}

test('a unit that is short or above its cap is told which rule stands in the way', async () => {
  expect(await lacks([unit('甲', 20)], [room('1', 20)])).toEqual([]);
  expect(await lacks([unit('甲', 20)], [room('1', 30, { fixed: '甲' })])).toEqual([
    ['甲', 'fixed-too-large', '甲的固定用房共 30 ㎡，已超过上限 24 ㎡；取消部分固定即可'],
  ]);
  expect(await lacks([unit('甲', 20, { zone: 'secret' })], [room('1', 20), room('2', 10, { zone: 'secret' })])).toEqual(
    [['甲', 'zone', '甲需 20 ㎡，符合其分区要求的房间只有 10 ㎡；调整房间分区或该单位的要求']],
  );
  expect((await lacks([unit('甲', 20)], [room('1', 40)]))[0]!.slice(0, 2)).toEqual(['甲', 'rooms-too-large']);
  expect((await lacks([unit('甲', 20), unit('乙', 20)], [room('1', 20)]))[0]![1]).toBe('too-little');
  expect((await lacks([unit('甲', 20)], [room('1', 15), room('2', 15)]))[0]!.slice(0, 2)).toEqual(['甲', 'sizes']);
});

test('what no count tells is found by taking one rule after the other away', async () => {
  const rooms = [room('1', 22, { fixed: '乙' }), room('2', 20, { fixed: '乙' }), room('3', 20)];
  expect((await lacks([unit('甲', 25), unit('乙', 36)], rooms))[0]!.slice(0, 2)).toEqual(['甲', 'fixed-rooms']);
  const zoned = [room('1', 20, { zone: 'secret' }), room('2', 20, { zone: 'secret' }), room('3', 60)];
  const both = [unit('甲', 30, { zone: 'secret' }), unit('乙', 30, { zone: 'secret' })];
  expect((await lacks(both, zoned)).every(([, obstacle]) => obstacle === 'zone')).toBe(true);
});
