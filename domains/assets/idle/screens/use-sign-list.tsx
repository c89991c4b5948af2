import { Go, LedgerPage } from '@opengoa/web-kit';

/** Where that stands which told it. */
const opens: Readonly<Record<string, string>> = {
  trip: '/vehicles/fleet/',
  meter: '/energy/meters/',
  seated: '/space/buildings/',
};
const reported = '00000000-0000-0000-0000-000000000000';

/** 使用迹象. */
export default function UseSignList() {
  return (
    <LedgerPage
      list="assets.use-signs"
      searchBy={['number', 'kind', 'unit_id']}
      cells={{
        source: ({ kind, source, source_id: id }) => {
          const to = opens[String(kind)];
          return to === undefined || id === reported ? (
            String(source)
          ) : (
            <Go to={`${to}${String(id)}`}>{String(source)}</Go>
          );
        },
      }}
      empty={{
        title: { zh: '还没有使用迹象', en: 'No signs of use yet' },
        todo: {
          zh: '每晚从出车、人员用房、房间电表、借用、维护和单据汇集；登录等由设备报送。',
          en: 'Each night they are taken from trips, seats, meters of rooms, loans, upkeep and papers; machines report log-ins.',
        },
      }}
    />
  );
}
