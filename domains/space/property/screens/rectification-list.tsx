import { LedgerPage } from '@opengoa/web-kit';
import { rectificationTones } from './tones.ts';

/** 物业整改. */
export default function RectificationList() {
  return (
    <LedgerPage
      list="space.service-rectifications"
      searchBy={['state', 'supplier', 'month']}
      tones={{ state: rectificationTones }}
      empty={{
        title: { zh: '没有物业整改', en: 'Nothing is to be put right' },
        todo: {
          zh: '考评低于标准线时自动出现在这里。',
          en: 'A check below the line puts one here by itself.',
        },
      }}
    />
  );
}
