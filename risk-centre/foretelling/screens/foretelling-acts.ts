import { words } from '@opengoa/kernel/words';
import type { Acts } from '@opengoa/web-kit/room';

export const foretellingActs: Acts = {
  'risk-centre.ask-next-month': {
    title: words('重新预测', 'Foretell anew'),
    confirm: words(
      '用现有数据重新预测，约需一分钟；以前的预测保留，用于对照。',
      'Foretells anew from what is known now, in about a minute; earlier forecasts stay to be compared.',
    ),
    done: words('已开始，稍后刷新本页', 'It has begun; look again in a minute'),
  },
};
