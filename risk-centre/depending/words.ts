import { words } from '@opengoa/kernel/words';
import type { Words } from '@opengoa/kernel/contract';
import type { PartKind } from './contract.ts';

export const partKindWords: Readonly<Record<PartKind, Words>> = {
  building: words('建筑', 'Building'),
  floor: words('楼层', 'Floor'),
  room: words('房间', 'Room'),
  supply: words('供应', 'Supply'),
  equipment: words('设备', 'Equipment'),
  system: words('系统', 'System'),
  service: words('业务服务', 'Service'),
};

export const needSourceWords: Readonly<Record<'entered' | 'file', Words>> = {
  entered: words('登记', 'entered'),
  file: words('导入', 'imported'),
};

export const dependingRefusals: Readonly<Record<string, Words>> = {
  'needs-itself': words('「{name}」不能依赖自己。', '“{name}” cannot need itself.'),
  'needs-twice': words('「{name}」写了两次，写一次即可。', '“{name}” stands twice; once is enough.'),
  'needs-too-many': words(
    '依赖的部件应为 1 至 {most} 个，每个名称不超过 100 字。',
    'One to {most} parts may be needed, each name of at most 100 characters.',
  ),
  'needs-more-than-there-are': words(
    '至少需要 {asked} 个，但只列了 {there} 个。',
    'At least {asked} are needed, but {there} are listed.',
  ),
  'dependency-stands': words(
    '「{part}」依赖「{needs}」已经登记。',
    'That “{part}” needs “{needs}” is entered already.',
  ),
  'dependency-over': words('这条依赖已于 {day} 终止。', 'This dependency ended on {day}.'),
  'ends-before-it-began': words('终止日期不能早于起始日期 {day}。', 'It cannot end before it began on {day}.'),
};
