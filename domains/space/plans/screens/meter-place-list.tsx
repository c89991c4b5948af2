import { LedgerPage } from '@opengoa/web-kit';

/** 表计位置. */
export default function MeterPlaceList() {
  return (
    <LedgerPage
      list="space.meter-places"
      searchBy={['building', 'carrier', 'unit_id']}
      empty={{
        title: { zh: '还没有登记表计位置', en: 'No meter has a place yet' },
        todo: {
          zh: '点“登记表计位置”，选表计、楼层和房间；之后平面图可按用电着色，闲置与用电可互相核对。',
          en: 'Place a meter on a floor or in a room: plans can then be coloured by electricity, and vacancy held against use.',
        },
      }}
    />
  );
}
