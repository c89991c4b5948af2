import { sql } from '@opengoa/kernel';
import { reading, type Kernel } from '@opengoa/kernel/host';
import { as, does, doesAll } from './acting.ts';
import { personId, unitId } from './cast.ts';

/** What an office owns, as the demo has it: name, class, item of the standard, maker, yuan for one. All made up. */
const things = [
  ['台式计算机', 'A02010105', '台式计算机', '联想 启天M650', 4_800],
  ['便携式计算机', 'A02010108', '便携式计算机', '华为 MateBook B5', 6_700],
  ['A4黑白打印机', 'A02021003', 'A4黑白打印机', '奔图 P3370', 1_150],
  ['一体机', 'A02020400', '一体机/传真机', '兄弟 MFC-7480', 2_400],
  ['复印机', 'A02020100', '复印机', '东芝 e-STUDIO', 28_600],
  ['投影仪', 'A02020200', '投影仪', '海信 C2', 8_900],
  ['碎纸机', 'A02021301', '碎纸机', '得力 9917', 860],
  ['扫描仪', 'A02021118', '扫描仪', '富士通 fi-7160', 3_700],
  ['办公桌', 'A05010201', '办公桌', '1400x700', 1_900],
  ['办公椅', 'A05010301', '办公椅', '网布中背', 620],
  ['文件柜', 'A05010502', '文件柜', '双开门', 880],
  ['书柜', 'A05010501', '书柜', '两门', 1_150],
  ['三人沙发', 'A05010401', '三人沙发', '布艺', 2_700],
  ['会议桌', 'A05010202', '会议桌', '3600x1400', 7_800],
  ['交换机', 'A02010202', '', '华三 S5130', 6_200],
  ['空调机', 'A02061804', '', '格力 3匹', 5_900],
  ['公文流转软件', 'A08060301', '', '2.0 版', 96_000],
  ['政务数据目录', 'A08060500', '', '本级共享数据', 1],
] as const;
const offices = ['市局', '财政局', '教育局', '卫健委', '图书馆', '县中心'] as const;
const count = 204;

/** Days of the past twelve years, spread without chance: the same town every time. */
const acquired = (n: number, today: string): string => {
  const year = Number(today.slice(0, 4)) - 1 - ((n * 7) % 12);
  return `${year}-${String(1 + ((n * 5) % 12)).padStart(2, '0')}-${String(1 + ((n * 11) % 28)).padStart(2, '0')}`;
};

/**
 * Some two hundred cards of the town’s offices, and papers over them: issued, lent, in repair, handed over and waiting for a signature, on their way to
 * another office, proposed for scrap.
 */
export async function keepAssets(kernel: Kernel, today: string): Promise<void> {
  const clerk = as('宋洁');
  const organisation = kernel.registers.organisation('');
  const staffOf = (office: string) => {
    const below = new Set(organisation.unitsBelow(unitId(office)));
    const people = organisation.holdings.filter(({ post }) => below.has(organisation.post(post)?.unit ?? ''));
    return [...new Set(people.map(({ person }) => person))].toSorted();
  };
  const staff = new Map(offices.map((office) => [office, staffOf(office)]));
  const cards = Array.from({ length: count }, (_, n) => {
    const [name, code, item, model, yuan] = things[n % things.length]!;
    const office = offices[Math.floor(n / things.length) % offices.length]!;
    const people = staff.get(office)!;
    const quantity = name === '办公椅' ? 6 : 1;
    const used = n % 5 !== 4 && !code.startsWith('A08') && people.length > 0;
    return {
      unit: unitId(office),
      number: `YS-${String(n + 1).padStart(4, '0')}`,
      name,
      class: code,
      item,
      model,
      serial: code.startsWith('A02') ? `SN${String(710_000 + n * 37)}` : '',
      quantity,
      valueFen: yuan * 100 * quantity,
      valueKind: yuan === 1 ? 'nominal' : 'cost',
      acquiredOn: acquired(n, today),
      supplier: code.startsWith('A08') ? '本单位数据管理科(演示)' : '临江办公用品供应商(演示)',
      condition: n % 9 === 0 ? 'worn' : 'good',
      place: `${(n % 6) + 1}楼 ${(n % 6) + 1}${String((n % 14) + 1).padStart(2, '0')}室`,
      ...(used ? { user: people[n % people.length] } : {}),
      ...(n % 17 === 4 ? { state: 'idle' } : {}),
    };
  });
  await doesAll(kernel, clerk, 'assets.register-card', cards);
  await makePapers(kernel, clerk, today);
}

async function makePapers(kernel: Kernel, clerk: ReturnType<typeof as>, today: string): Promise<void> {
  const act = (name: string, input: object) => does(kernel, clerk, name, input);
  const stock = await inStock(kernel, clerk);
  const take = (office: string, many: number) => (stock.get(unitId(office)) ?? []).splice(0, many);
  const due = `${Number(today.slice(0, 4)) + 1}-01-31`;
  await act('assets.issue-cards', { cards: take('市局', 1), to: personId('宋洁'), note: '(演示)' });
  await act('assets.hand-over-cards', {
    cards: take('市局', 2),
    to: personId('宋洁'),
    place: '3楼 306室',
    note: '(演示)',
  });
  await act('assets.lend-cards', { cards: take('财政局', 1), borrower: '临江市统计局(演示)', dueOn: due });
  await act('assets.send-to-repair', { cards: take('教育局', 1), what: '不能开机', vendor: '临江维修部(演示)' });
  await act('assets.transfer-cards', { cards: take('卫健委', 2), to: unitId('图书馆'), document: '调拨批复(演示)' });
  await act('assets.propose-disposal', {
    cards: take('财政局', 1),
    manner: 'donate',
    recipient: '石桥县第二小学(演示)',
  });
}

/** Cards in stock by unit, as the clerk finds them. */
async function inStock(kernel: Kernel, actor: ReturnType<typeof as>): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const rows = await reading(kernel, { actor, who: ['assets-clerk'], room: 'assets' }, (tx) =>
    tx.rows<{ id: string; unit: string }>(sql`
      select id, unit_id as unit from assets.card where state = 'in-stock' and facet_id is null and class not like 'A08%' order by number`),
  );
  for (const { id, unit } of rows) found.set(unit, [...(found.get(unit) ?? []), id]);
  return found;
}
