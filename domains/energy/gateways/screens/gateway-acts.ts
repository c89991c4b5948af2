import { words } from '@opengoa/kernel/words';
import { field, type Act, type ActObject, type Field } from '@opengoa/web-kit/room';
import { pointsOf } from './register-map.ts';

const described: readonly Field[] = [
  field('name', '名称', 'Name', 'text', { maxLength: 100 }),
  field('host', 'IP 地址', 'IP address', 'text', { maxLength: 45 }),
  field('port', '端口', 'Port', 'integer', { from: 1, to: 65_535, initial: 502 }),
  field('station', '站号', 'Station', 'integer', { from: 0, to: 255, initial: 1 }),
  field('everyMinutes', '轮询间隔（分钟）', 'Every (minutes)', 'integer', { from: 1, to: 1_440, initial: 15 }),
];
const map = field('map', '测点表', 'Register map', 'long-text', {
  maxLength: 50_000,
  help: words(
    '每行一个测点，可从表格粘贴：表号, 功能码(3或4), 地址(从0起), 类型(uint16 int16 uint32 int32 float32 uint64 float64), 字序(high-first 高字在前 / low-first 低字在前), 系数',
    'One point a line, pasted from a sheet: number, function code (3 or 4), address (from 0), type, word order (high-first or low-first), scale',
  ),
});
const withPoints = ({ map: text, ...values }: Readonly<Record<string, unknown>>) => ({
  ...values,
  points: pointsOf(String(text ?? '')),
});

export const gatewayActs: Readonly<Record<string, Act>> = {
  'energy.register-gateway': {
    title: words('登记采集器', 'Register a gateway'),
    about: words(
      '通过 Modbus TCP 定时读取表底。地址须在运维人员允许的网段内。',
      'Registers are read by Modbus TCP on a schedule. The address must lie in a network that the operator allows.',
    ),
    tone: 'primary',
    starts: 'energy.gateways',
    fields: [field('unit', '所属单位', 'Unit', 'unit'), ...described, map],
    shape: withPoints,
  },
  'energy.change-gateway': {
    title: words('变更', 'Change'),
    fields: [...described, field('running', '启用', 'Running', 'yes-no'), map],
    shape: (values, object: ActObject) => ({
      gateway: object.id,
      version: object['version'],
      ...withPoints(values),
    }),
    initial: (object) => ({
      name: object['name'],
      host: object['host'],
      port: object['port'],
      station: object['station'],
      everyMinutes: object['every_minutes'],
      running: object['running'],
      map: object['map'],
    }),
  },
};
