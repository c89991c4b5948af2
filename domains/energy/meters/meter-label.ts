import { words } from '@opengoa/kernel/words';
import type { LabelledKind } from '@opengoa/kernel';
import { readers } from '../readers.ts';

/** The label beside a meter. */
export const meterLabel: LabelledKind = {
  kind: 'energy.meter',
  title: words('表计', 'Meter'),
  view: 'energy_read.labelled_meter_v1',
  keptBy: ['energy-clerk'],
  finders: readers,
  opens: '/energy/meters/{id}',
  faults: {
    leaking: words('漏水或漏气', 'It leaks'),
    dark: words('没有显示', 'No display'),
    damaged: words('外壳破损', 'The case is damaged'),
    seal: words('铅封缺失', 'The seal is missing'),
    odd: words('走得不正常', 'It runs oddly'),
    noise: words('有异响或发热', 'Noise or heat'),
  },
  takenBy: ['energy-clerk'],
  followedBy: ['energy.check-meter'],
};
