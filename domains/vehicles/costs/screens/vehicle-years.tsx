import { LedgerPage } from '@opengoa/web-kit';

/** 单车核算. */
export default function VehicleYears() {
  return (
    <LedgerPage
      list="vehicles.vehicle-years"
      searchBy={['year', 'category', 'unit_id']}
      opens="page"
      empty={{
        title: { zh: '还没有费用和里程', en: 'No costs and no kilometres yet' },
        todo: {
          zh: '登记用车、加油、维修等费用后，这里按车按年汇总；点开可看明细。',
          en: 'Once trips, fuel and other costs are recorded they are summed here by vehicle and year.',
        },
      }}
    />
  );
}
