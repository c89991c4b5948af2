import { addDays } from '@opengoa/kernel/calendar';
import type { DisposalOfYear } from './assets-year.ts';
import type { AssetsDraft } from './assets-draft.ts';

/** Things that go before their years: because somebody wanted them, or because nothing else could be done. */

const kit = 'assets/early-disposal';
/** Item, name, class, yuan, and the fewest years of the standard. */
const things = {
  desktop: ['台式计算机', 'A02010105', 4_700, 6],
  notebook: ['便携式计算机', 'A02010108', 6_600, 6],
  copier: ['复印机', 'A02020100', 27_000, 6],
  multifunction: ['一体机', 'A02020400', 2_700, 6],
  projector: ['投影仪', 'A02020200', 8_800, 6],
  'meeting-table': ['会议桌', 'A05010202', 7_400, 20],
  'tea-cabinet': ['茶水柜', 'A05010505', 1_300, 20],
  bookcase: ['书柜', 'A05010501', 1_100, 15],
} as const;
type Item = keyof typeof things;

const day = (year: number, rest: string) => `${year}${rest === '-02-29' ? '-02-28' : rest}`;

export function plantDisposals({ chance, enter, on, takeOne, city, county, plantings, events }: AssetsDraft): void {
  const anywhere = [...city, ...county];
  type Way = Omit<DisposalOfYear, 'kind' | 'day' | 'unit' | 'number'>;
  const goes = (
    harm: boolean,
    what: string,
    items: readonly Item[],
    age: number | 'to-the-day',
    way: Way,
    condition: 'good' | 'worn' | 'unusable' = 'good',
  ) => {
    const [item, unit] = takeOne(items.map((each) => [each, anywhere] as const));
    const [name, code, yuan, years] = things[item];
    const gone = on(chance.whole(15, 350));
    const acquiredOn =
      age === 'to-the-day'
        ? day(Number(gone.slice(0, 4)) - years, gone.slice(4))
        : addDays(gone, -Math.round(years * age * 365.25));
    const card = enter({
      day: on(0),
      unit,
      name,
      class: code,
      item,
      valueFen: yuan * 100,
      acquiredOn,
      bookedOn: acquiredOn,
      voucher: `记-${acquiredOn.slice(0, 7)}-${chance.whole(300, 900)}`,
      condition,
    });
    events.push({ kind: 'disposal', day: gone, unit, number: card.number, ...way });
    const size = age === 'to-the-day' ? `${years} of ${years} years` : `${(years * age).toFixed(1)} of ${years} years`;
    plantings.push({ kit, about: { kind: 'card', number: card.number }, harm, what, size });
  };
  const times = (count: number, work: () => void) => {
    for (let n = 0; n < count; n += 1) work();
  };
  const share = (low = 0.15, high = 0.9) => chance.between(low, high);

  times(chance.whole(3, 4), () =>
    goes(true, '未到年限低价转让', ['desktop', 'notebook', 'copier'], share(), {
      manner: 'sell',
      recipient: '临江二手设备商行(演示)',
      proceedsFen: chance.whole(10, 60) * 1_000,
    }),
  );
  times(chance.whole(2, 3), () =>
    goes(true, '未到年限报废，没有技术鉴定', ['meeting-table', 'tea-cabinet'], share(), {
      manner: 'scrap',
      grounds: ['obsolete'],
      why: '样式陈旧',
    }),
  );
  times(1, () =>
    goes(true, '差几个月到年限即拍卖', ['multifunction', 'desktop'], 0.97, { manner: 'auction', proceedsFen: 30_000 }),
  );
  // No flood came: the paper only says so.
  times(chance.whole(1, 2), () =>
    goes(true, '编造水损报废', ['notebook', 'desktop'], share(), {
      manner: 'scrap',
      grounds: ['force-majeure'],
      why: '库房进水',
    }),
  );
  times(1, () =>
    goes(true, '新投影仪报废', ['projector'], share(0.2, 0.4), {
      manner: 'scrap',
      grounds: ['obsolete'],
      certificate: '',
    }),
  );

  times(chance.whole(2, 3), () =>
    goes(
      false,
      '损坏无维修价值，有技术鉴定',
      ['desktop', 'copier', 'multifunction'],
      share(),
      {
        manner: 'scrap',
        grounds: ['obsolete'],
        why: '主板烧毁',
        certificate: '临江市电子产品检测站(演示)鉴定〔演示〕12号',
      },
      'unusable',
    ),
  );
  times(2, () =>
    goes(
      false,
      '火灾烧毁，有消防证明',
      ['desktop', 'bookcase'],
      share(),
      { manner: 'scrap', grounds: ['force-majeure'], why: '办公室失火烧毁', note: '火灾事故认定书(演示)3号' },
      'unusable',
    ),
  );
  times(1, () =>
    goes(false, '捐给学校继续使用', ['notebook', 'desktop'], share(0.5, 0.9), {
      manner: 'donate',
      recipient: '石桥县第二小学(演示)',
    }),
  );
  times(1, () =>
    goes(false, '划转给新设机构', ['multifunction'], share(), {
      manner: 'allocate',
      recipient: '临江新区管委会(演示)',
    }),
  );
  times(2, () =>
    goes(
      false,
      '年限届满当天报废',
      ['desktop', 'notebook', 'copier'],
      'to-the-day',
      { manner: 'scrap', grounds: ['over-age'], why: '不能安装现行操作系统' },
      'unusable',
    ),
  );
  times(2, () =>
    goes(
      false,
      '超过年限且已不能用',
      ['desktop', 'notebook', 'multifunction'],
      chance.between(1.05, 1.8),
      { manner: 'scrap', grounds: ['over-age'], why: '经常死机，不能满足工作需要' },
      'unusable',
    ),
  );
  times(1, () =>
    goes(false, '技术鉴定在纸质档案中', ['copier'], share(0.5, 0.9), {
      manner: 'sell',
      recipient: '临江废旧物资回收公司(演示)',
      note: '技术鉴定意见见纸质档案',
      proceedsFen: 40_000,
    }),
  );
}
