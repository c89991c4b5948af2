import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';

/** 采集器: what is asked, how often, and how the last round went. Addresses are for those who keep the meters. */
export const gateways = list('energy.gateways', {
  title: words('采集器', 'Gateways'),
  view: 'energy_read.gateway_v1',
  who: ['energy-clerk'],
  order: 'name',
  columns: {
    name: { title: words('采集器', 'Gateway'), kind: 'text', filter: true, sort: true },
    address: { title: words('地址', 'Address'), kind: 'text', filter: true },
    station: { title: words('站号', 'Station'), kind: 'integer' },
    every_minutes: { title: words('轮询间隔', 'Every'), kind: 'integer', unitOfMeasure: 'min' },
    running: { title: words('启用', 'Running'), kind: 'yes-no', filter: true },
    points: { title: words('测点', 'Points'), kind: 'integer' },
    answered_at: { title: words('最近成功', 'Last answer'), kind: 'instant', sort: 'nullable', filter: true },
    tried_at: { title: words('最近轮询', 'Last asked'), kind: 'instant' },
    fault: { title: words('问题', 'Fault'), kind: 'text', filter: true },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    host: { title: words('IP', 'IP'), kind: 'text', hidden: true },
    port: { title: words('端口', 'Port'), kind: 'integer', hidden: true },
    map: { title: words('测点表', 'Register map'), kind: 'text', hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({ verbs: ['energy.change-gateway'], place: { unit: row['unit_id'] as string } }),
});
