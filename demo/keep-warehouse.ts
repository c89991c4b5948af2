import { sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { reading, type Kernel } from '@opengoa/kernel/host';
import { as, does } from './acting.ts';
import { unitId } from './cast.ts';
import { yard } from './city-map.ts';
import { keepDemands, keepHeadcounts } from './keep-demands.ts';

type Act = <Key extends string>(verb: string, input: object) => Promise<Record<Key, string>>;

/**
 * What the office of assets has under way in the town: a warehouse with things in it, some spoken for; demands; a plan of buying; a self-check; supplies,
 * upkeep, data, and who may call what in an emergency. All made up.
 *
 * The town has more things idle than the city is given by it: what lies idle in the city is planted there, with its answer key.
 */
export async function keepWarehouse(kernel: Kernel, today: string, size: 'town' | 'city'): Promise<void> {
  const clerk = as('宋洁');
  const act: Act = async (verb, input) => ((await does(kernel, clerk, verb, input)).result ?? {}) as never;
  const { store } = await act<'store'>('assets.keep-store', {
    unit: unitId('市局'),
    name: '市级公物仓',
    kind: 'central',
    place: '临江市人民路 1 号地下一层(演示)',
    longitude: yard[0],
    latitude: yard[1],
  });
  await act('assets.keep-store', { unit: unitId('财政局'), name: '财政局虚拟仓', kind: 'virtual' });
  const offers = await fillStore(kernel, act, store);
  const body = await speakForSome(act, offers, today);
  await planBuying(act, today);
  await keepCupboards(kernel, act, today);
  await act('assets.keep-call-right', {
    store,
    caller: unitId('卫健委'),
    most: 5,
    document: '公物仓应急保障预案(演示)',
    contact: '市局值班室(演示)',
  });
  await act('assets.open-self-check', {
    unit: unitId('教育局'),
    title: `${today.slice(0, 4)} 年度资产自查(演示)`,
    dueDay: addDays(today, 10),
  });
  await keepHeadcounts(kernel, today);
  if (size === 'town') await keepDemands(kernel, today, body);
}

interface CardRow {
  readonly id: string;
  readonly unit: string;
  readonly class: string;
  readonly state: string;
}

const cardsWhere = (kernel: Kernel, state: readonly string[]): Promise<CardRow[]> =>
  reading(kernel, { actor: as('宋洁'), who: ['assets-clerk'], room: 'assets' }, (tx) =>
    tx.rows<CardRow>(sql`
      select id, unit_id as unit, class, state from assets.card
       where state = any (${[...state]}::text[]) and facet_id is null and handed_paper is null order by number`),
  );

/** Idle things go into the central store; the last of them waits for its inspection. */
async function fillStore(kernel: Kernel, act: Act, store: string): Promise<string[]> {
  const idle = (await cardsWhere(kernel, ['idle'])).filter(({ class: code }) => !code.startsWith('A08')).slice(0, 8);
  const offers: string[] = [];
  for (const [n, { id }] of idle.entries()) {
    const { offer } = await act<'offer'>('assets.offer-card', {
      card: id,
      store,
      quantity: 1,
      reason: 'idle',
      note: '(演示)',
    });
    if (n === idle.length - 1) break;
    const condition = n % 3 === 2 ? 'worn' : 'good';
    await act('assets.inspect-offer', { offer, version: 1, passed: true, condition });
    offers.push(offer);
  }
  return offers;
}

async function speakForSome(act: Act, offers: readonly string[], today: string): Promise<string> {
  const [reserved, lent] = offers;
  if (reserved !== undefined)
    await act('assets.reserve-offer', {
      unit: unitId('图书馆'),
      offer: reserved,
      quantity: 1,
      untilDay: addDays(today, 7),
      purpose: '读者活动(演示)',
    });
  const { body } = await act<'body'>('assets.open-body', {
    unit: unitId('教育局'),
    name: '全市中小学生艺术节(演示)',
    kind: 'event',
    from: today,
    until: addDays(today, 20),
    needs: [
      { what: '投影仪', quantity: 2 },
      { what: '折叠桌', quantity: 30 },
    ],
    document: '教办函〔演示〕12 号',
  });
  if (lent !== undefined)
    await act('assets.lend-offer', {
      offer: lent,
      borrower: unitId('教育局'),
      quantity: 1,
      dueDay: addDays(today, 15),
      purpose: '艺术节(演示)',
      body,
    });
  return body;
}

async function planBuying(act: Act, today: string): Promise<void> {
  await act('assets.plan-purchase', {
    unit: unitId('卫健委'),
    year: Number(today.slice(0, 4)) + 1,
    title: '办公设备更新(演示)',
    reason: '部分设备已到年限(演示)',
    lines: [{ name: '台式计算机', class: 'A02010105', quantity: 2, priceFen: 480_000, measure: '台' }],
  });
}

/** Supplies with a least stock, upkeep with a plan, and the data that are assets. */
async function keepCupboards(kernel: Kernel, act: Act, today: string): Promise<void> {
  const unit = unitId('市局');
  const keep = async (name: string, quantity: number, more: object) => {
    const { supply } = await act<'supply'>('assets.keep-supply', { unit, kind: 'consumable', name, ...more });
    await act('assets.receive-supply', { supply, quantity, supplier: '临江办公用品供应商(演示)' });
    return supply;
  };
  const paper = await keep('A4 复印纸', 60, { measure: '包', minimum: 20 });
  await act('assets.issue-supply', { supply: paper, quantity: 12, note: '三楼各科(演示)' });
  await keep('硒鼓', 2, { model: 'P3370', minimum: 4 });
  const used = await cardsWhere(kernel, ['in-use']);
  const computer = used.find((card) => card.unit === unit && card.class === 'A02010105');
  const cooler = used.find((card) => card.class === 'A02061804');
  const memory = await keep('内存条 16G', 6, { kind: 'component', measure: '条' });
  const seats = await keep('版式办公软件', 30, { kind: 'licence', validUntil: addDays(today, 25) });
  if (computer) {
    await act('assets.issue-supply', { supply: memory, quantity: 2, card: computer.id });
    await act('assets.issue-supply', { supply: seats, quantity: 1, card: computer.id });
  }
  if (cooler) {
    const plan = { card: cooler.id, what: '清洗滤网、检查制冷', everyMonths: 6, nextDue: addDays(today, 9) };
    await act('assets.plan-upkeep', { ...plan, vendor: '临江维修部(演示)' });
    await act('assets.order-upkeep', { card: cooler.id, what: '室外机异响检查', dueDay: addDays(today, 3) });
  }
  const data = (await cardsWhere(kernel, ['in-stock', 'in-use', 'idle'])).filter(
    ({ class: code }) => code === 'A08060500',
  );
  for (const { id, unit: holder } of data.slice(0, 3))
    await act('assets.describe-data', {
      card: id,
      system: '政务数据共享平台(演示)',
      department: holder,
      level: 'general',
      sharing: 'conditional',
      condition: '经数据责任部门同意后共享',
      renewed: 'daily',
      records: 128_000,
    });
}
