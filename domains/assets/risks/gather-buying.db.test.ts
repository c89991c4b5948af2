import { join } from 'node:path';
import { jobActor, newId, type RiskSource } from '@opengoa/kernel';
import { contextFor, reading } from '@opengoa/kernel/host';
import { loadKit } from '@opengoa/kernel/risk-kit';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { classOfItem } from '../equipment/item-classes.ts';
import { aCard, behind } from '../testing/cards-by-sql.ts';
import { duplicateCard, splitPurchase } from './gather-cards.ts';
import { earlyDisposal, scrapThenRebuy } from './gather-disposals.ts';
import { boughtWhileIdle, overStandardEquipment } from './gather-equipment.ts';

let at: House;
const period = ['2026-02-01', '2026-03-01'] as const;

beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  const clerk = at.with([{ role: 'assets-clerk', unit: at.ids.city, below: true }], { unit: at.ids.city });
  await clerk.does('assets.set-headcount', {
    unit: at.ids.finance,
    fromDay: '2026-01-01',
    establishment: 10,
    actual: 10,
    offices: 5,
  });
});
afterAll(() => at?.close());

async function judged(source: RiskSource, only?: readonly string[]): Promise<string[]> {
  const kit = await loadKit(join(assets.folder, 'risks', source.kit));
  const actor = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
  const context = contextFor(at.kernel, actor, newId());
  const cases = await reading(at.kernel, { actor, who: ['job'], room: 'assets' }, (tx) =>
    source.gather(tx, period, context, only),
  );
  return cases.map(({ subject, inputs, unit }) => {
    const standards = Object.fromEntries(
      Object.entries(kit.standards).map(([name, { id, selector }]) => [
        name,
        context.standards.valueOn(id, period[1], context.organisation.place(unit), selector),
      ]),
    ) as never;
    const { status, rule, value } = kit.judge(subject, inputs, { standards });
    return `${status} ${rule} ${value}`;
  });
}

test('a price over two cards, a second card of one serial number, and more than people need', async () => {
  const pc = {
    unit: at.ids.finance,
    class: classOfItem.desktop,
    acquired: '2026-02-10',
    supplier: '临江商贸',
    voucher: 'F1',
  };
  const one = await aCard(at, { ...pc, name: '主机', valueFen: 380_000, serial: 'AB-1001' });
  await aCard(at, { ...pc, name: '显示器', class: 'A02021104', valueFen: 190_000 });
  expect(await judged(overStandardEquipment, [at.ids.finance])).toEqual(['flag price-over-two-cards 70000']);
  expect(await judged(duplicateCard)).toEqual([]);
  await aCard(at, { ...pc, name: '主机二', valueFen: 380_000, serial: 'ab-1001', voucher: 'F2', supplier: '' });
  expect(await judged(duplicateCard)).toEqual(['flag same-serial 2']);
  expect(await judged(duplicateCard, [one])).toEqual(['flag same-serial 2']);
  expect(await judged(duplicateCard, [newId()])).toEqual([]);
  await aCard(at, {
    unit: at.ids.finance,
    item: 'notebook',
    name: '旧笔记本',
    quantity: 9,
    valueFen: 900,
    acquired: '2020-01-01',
  });
  await behind(at, `update assets.card set value_fen = 100000 where name = '显示器'`);
  expect(await judged(overStandardEquipment, [at.ids.finance])).toEqual(['flag quantity-over-standard 4']);
});

test('what was bought years ago and is booked once more in the period is looked at', async () => {
  const old = { unit: at.ids.bureau, name: '服务器', class: 'A02010104', acquired: '2023-05-04', serial: 'CD-2002' };
  await aCard(at, old);
  const again = await aCard(at, { ...old, voucher: '补' });
  expect(await judged(duplicateCard, [again])).toEqual([]);
  await behind(at, `update assets.card set booked_on = '2026-02-17' where id = $1`, [again]);
  expect(await judged(duplicateCard, [again])).toEqual(['flag same-serial 2']);
});

test('bought while the same lay idle; what came later or lies in another region does not count', async () => {
  await aCard(at, { unit: at.ids.finance, item: 'copier', acquired: '2026-02-12', valueFen: 2_000_000 });
  expect(await judged(boughtWhileIdle, [at.ids.finance])).toContain('clear clear 0');
  await aCard(at, {
    unit: at.ids.bureau,
    item: 'copier',
    state: 'idle',
    acquired: '2026-02-20',
    acquiredBy: 'transfer',
  });
  await aCard(at, { unit: at.ids.provinceBureau, item: 'copier', state: 'idle', acquired: '2020-02-20' });
  expect(await judged(boughtWhileIdle, [at.ids.finance])).not.toContain('flag idle-beside-purchase 1');
  await aCard(at, { unit: at.ids.bureau, item: 'copier', state: 'pooled', acquired: '2022-02-20' });
  expect(await judged(boughtWhileIdle, [at.ids.finance])).toContain('flag idle-beside-purchase 1');
});

test('one unit’s reason to decline, agreed to from above, is no other unit’s', async () => {
  const idle = await aCard(at, { unit: at.ids.bureau, item: 'wardrobe', state: 'idle', acquired: '2022-02-20' });
  await aCard(at, { unit: at.ids.finance, item: 'wardrobe', acquired: '2026-02-12' });
  await aCard(at, { unit: at.ids.city, item: 'wardrobe', acquired: '2026-02-13' });
  const [purchase, line] = [newId(), newId()];
  await behind(
    at,
    `insert into assets.purchase (node_id, id, unit_id, number, year, title, reason, state, total_fen, planned_name, planned_at)
     values (1, $1, $2, 'GZ-W', 2026, '更衣柜', '更新', 'approved', 90000, '某人', '2025-12-10T10:00:00+08:00')`,
    [purchase, at.ids.finance],
  );
  await behind(
    at,
    `insert into assets.purchase_line (node_id, id, unit_id, purchase_id, position, name, class, mode, grade, quantity, price_fen)
     values (1, $1, $2, $3, 0, '更衣柜', 'A05010503', 'buy', 'ordinary', 1, 90000)`,
    [line, at.ids.finance, purchase],
  );
  const both = [at.ids.finance, at.ids.city];
  const found = async () =>
    (await judged(boughtWhileIdle, both)).filter((each) => each === 'flag idle-beside-purchase 1').length;
  const before = await found();
  await behind(
    at,
    `insert into assets.match_answer (node_id, id, unit_id, purchase_id, line_id, card_id, card_unit, card_number, card_name, quantity, value_fen, answer,
                                      reason, answered_name, answered_at, followed)
     values (1, $1, $2, $3, $4, $5, $6, 'X', '更衣柜', 1, 90000, 'declined', 'too-far', '某人', '2025-12-10T11:00:00+08:00', 'agreed')`,
    [newId(), at.ids.finance, purchase, line, idle, at.ids.bureau],
  );
  expect(before - (await found())).toBe(1);
});

test('disposed of before its years, and bought again while it still served', async () => {
  const gone = await aCard(at, {
    unit: at.ids.finance,
    item: 'scanner',
    state: 'disposed',
    acquired: '2023-02-01',
    disposed: '2026-02-03',
  });
  const copier = await aCard(at, {
    unit: at.ids.finance,
    item: 'copier',
    state: 'disposed',
    acquired: '2023-02-03',
    disposed: '2026-02-03',
    valueFen: 1_000_000,
  });
  // Years of a scanner are only recalled.
  expect(await judged(earlyDisposal, [gone])).toEqual(['not_applicable no-years null']);
  expect(await judged(earlyDisposal, [copier])).toEqual(['flag before-its-years 3']);
  expect(await judged(scrapThenRebuy, [at.ids.finance])).toContain('flag replaced-while-usable 1');
  await behind(at, `update assets.card set condition = 'unusable' where id = $1`, [copier]);
  expect(await judged(scrapThenRebuy, [at.ids.finance])).not.toContain('flag replaced-while-usable 1');
});

test('purchases close together, each within what a head approves', async () => {
  const put = async (number: string, day: string, fen: number) => {
    const id = newId();
    await behind(
      at,
      `insert into assets.purchase (node_id, id, unit_id, number, year, title, reason, state, total_fen, planned_name, planned_at)
       values (1, $1, $2, $3, 2026, '桌椅', '更新', 'approved', $4, '某人', $5)`,
      [id, at.ids.finance, number, fen, `${day}T10:00:00+08:00`],
    );
    await behind(
      at,
      `insert into assets.purchase_line (node_id, id, unit_id, purchase_id, position, name, class, mode, grade, quantity, price_fen)
       values (1, $1, $2, $3, 0, '办公桌', 'A05010201', 'buy', 'ordinary', 1, $4)`,
      [newId(), at.ids.finance, id, fen],
    );
  };
  await put('GZ-1', '2026-02-02', 9_800_000);
  await put('GZ-2', '2026-02-20', 9_500_000);
  expect(await judged(splitPurchase)).toEqual(['flag split 19300000']);
  expect(await judged(splitPurchase, [newId()])).toEqual([]);
});
