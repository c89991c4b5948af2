import { LedgerPage } from '@opengoa/web-kit';

/** 车速待核实. */
export default function SpeedList() {
  return (
    <LedgerPage
      list="vehicles.over-speeds"
      about={{
        zh: '持续高于提示界限的时段，供核实；不是道路限速，不作认定。不显示地点。',
        en: 'Stretches above a limit of this program, to be looked at; no road’s limit, no judgement, no place.',
      }}
      searchBy={['from_at', 'plate', 'fence_name']}
      empty={{
        title: { zh: '没有车速待核实', en: 'No speeds to look at' },
        todo: {
          zh: '每小时按车辆种类和围栏的提示界限核对定位。',
          en: 'Positions are held against the limits of vehicles and fences every hour.',
        },
      }}
    />
  );
}
