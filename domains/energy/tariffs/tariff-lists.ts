import { words } from '@opengoa/kernel/words';
import { type Column, list } from '@opengoa/kernel';
import { readers } from '../readers.ts';

const price = (zh: string, en: string): Column => ({ title: words(zh, en), kind: 'decimal', unitOfMeasure: '分/kWh' });

/** 分时电价: as they were set, the newest first. */
export const tariffs = list('energy.tariffs', {
  title: words('分时电价', 'Tariffs'),
  view: 'energy_read.tariff_v1',
  who: readers,
  order: '-from_day',
  columns: {
    from_day: { title: words('自哪天起', 'From'), kind: 'day', filter: true, sort: true },
    unit_id: { title: words('适用单位', 'Unit'), kind: 'unit', filter: true },
    sharp_fen: price('尖峰', 'Sharp peak'),
    peak_fen: price('高峰', 'Peak'),
    flat_fen: price('平段', 'Flat'),
    valley_fen: price('低谷', 'Valley'),
    deep_fen: price('深谷', 'Deep valley'),
    document: { title: words('依据', 'Paper'), kind: 'text', filter: true },
    set_at: { title: words('登记时间', 'Set'), kind: 'instant' },
  },
});
