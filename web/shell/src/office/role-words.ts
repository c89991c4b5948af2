import { words } from '@opengoa/kernel/words';
import type { Words } from '@opengoa/kernel/contract';
import { roomsNow } from '@opengoa/web-kit/room';

/** Roles of the house as officers read them. */
const ofTheHouse: Readonly<Record<string, Words>> = {
  staff: words('工作人员', 'Staff'),
  clerk: words('经办', 'Clerk'),
  head: words('处室负责人', 'Head'),
  leader: words('局领导', 'Leader'),
  dispatcher: words('车辆调度', 'Dispatcher'),
  driver: words('驾驶员', 'Driver'),
  'fleet-clerk': words('车辆管理', 'Fleet clerk'),
  'energy-clerk': words('能源管理', 'Energy clerk'),
  'risk-officer': words('风险管理', 'Risk officer'),
  superior: words('上级监管', 'Superior'),
  'system-admin': words('系统管理员', 'System administrator'),
  'security-admin': words('安全管理员', 'Security administrator'),
  'audit-admin': words('审计管理员', 'Audit administrator'),
};

/** Those and the ones that rooms bring, once the rooms are entered. */
export const roleWords = (): Readonly<Record<string, Words>> =>
  Object.assign({}, ofTheHouse, ...roomsNow().map(({ roles }) => roles));
