import { expect, test } from 'vitest';
import { joinRefusals } from './room.ts';

const words = (zh: string) => ({ zh, en: zh });

test('a code of a room is one sentence: told twice alike it stands, with two texts the room is refused and every such code is named', () => {
  const one = { 'no-way': words('不可以。'), 'say-why': words('请写明原因。'), late: words('已过期。') };
  expect(
    joinRefusals('assets', [{ refusals: one }, { refusals: one }, { refusals: { 'no-way': words('不可以。') } }, {}]),
  ).toEqual(one);
  expect(() =>
    joinRefusals('assets', [
      { refusals: one },
      { refusals: { 'say-why': words('不予入仓须说明原因。'), late: { zh: '已过期。', en: 'late' } } },
    ]),
  ).toThrow('room assets: refusal say-why, late has two different texts');
});
