import { LedgerPage } from '@opengoa/web-kit';

export default function Standards() {
  return (
    <LedgerPage
      list="kernel.standards"
      about={{
        zh: '每个数值都有施行日期和出处；旧值从不覆盖。',
        en: 'Every value has its day and source; nothing is overwritten.',
      }}
      empty={{ title: { zh: '还没有标准', en: 'No standards yet' } }}
    />
  );
}
