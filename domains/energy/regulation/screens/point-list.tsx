import { LedgerPage } from '@opengoa/web-kit';

/** 受控点. */
export default function PointList() {
  return (
    <LedgerPage
      list="energy.control-points"
      searchBy={['sets', 'unit_id']}
      opens="page"
      empty={{
        title: { zh: '还没有受控点', en: 'No control points yet' },
        todo: {
          zh: '登记一台可由 MQTT 设定的设备、它的限值和安全值。',
          en: 'Register a device that may be set by MQTT, its limits and its safe value.',
        },
      }}
    />
  );
}
