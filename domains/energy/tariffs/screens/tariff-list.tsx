import { LedgerPage } from '@opengoa/web-kit';

/** 分时电价. */
export default function TariffList() {
  return (
    <LedgerPage
      list="energy.tariffs"
      searchBy={['from_day', 'unit_id']}
      empty={{
        title: { zh: '还没有登记分时电价', en: 'No tariff yet' },
        todo: {
          zh: '登记后，建筑页面按尖峰平谷分列用电和费用。',
          en: 'Once set, a building’s use and cost are told by the time of the day.',
        },
      }}
    />
  );
}
