import { addDays } from '@opengoa/kernel/calendar';
import type { Kernel } from '@opengoa/kernel/host';
import { as, does } from './acting.ts';
import { unitId } from './cast.ts';

type Kind = 'supply' | 'equipment' | 'system' | 'service';

interface Told {
  readonly part: string;
  readonly kind: Kind;
  /** Names with 、 between them. */
  readonly needs: string;
  readonly atLeast?: number;
  readonly hourLossFen?: number;
  readonly repairHours?: number;
}

/** What the compound lives on: two feeds, a machine room with spares, and the services that people notice. The two buildings are those of the ledger. */
const dependencies: readonly Told[] = [
  { part: '高压配电室', kind: 'equipment', needs: '市电一路、市电二路', atLeast: 1, repairHours: 6 },
  { part: '1号楼配电', kind: 'equipment', needs: '高压配电室', repairHours: 4 },
  { part: '2号楼配电', kind: 'equipment', needs: '高压配电室', repairHours: 4 },
  { part: '机房不间断电源', kind: 'equipment', needs: '1号楼配电、柴油发电机', atLeast: 1, repairHours: 8 },
  { part: '机房', kind: 'equipment', needs: '市级机关1号楼' },
  { part: '空调一号机组', kind: 'equipment', needs: '1号楼配电', repairHours: 12 },
  { part: '空调二号机组', kind: 'equipment', needs: '2号楼配电', repairHours: 12 },
  { part: '机房空调', kind: 'system', needs: '空调一号机组、空调二号机组', atLeast: 1 },
  { part: '核心交换机', kind: 'equipment', needs: '机房、机房不间断电源、机房空调', repairHours: 5 },
  { part: '互联网出口', kind: 'system', needs: '运营商线路甲、运营商线路乙', atLeast: 1 },
  { part: '互联网出口', kind: 'system', needs: '核心交换机' },
  { part: '服务器', kind: 'equipment', needs: '机房、机房不间断电源、机房空调', repairHours: 10 },
  { part: '存储设备', kind: 'equipment', needs: '机房、机房不间断电源', repairHours: 10 },
  { part: '政务数据库', kind: 'system', needs: '服务器、存储设备', repairHours: 6 },
  { part: '统一身份认证', kind: 'system', needs: '政务数据库、核心交换机', repairHours: 2 },
  { part: '办公自动化', kind: 'service', needs: '统一身份认证、政务数据库', hourLossFen: 800_000 },
  { part: '公务用车平台', kind: 'service', needs: '统一身份认证、政务数据库', hourLossFen: 200_000 },
  { part: '门户网站', kind: 'service', needs: '互联网出口、服务器', hourLossFen: 150_000 },
  { part: '视频会议', kind: 'service', needs: '互联网出口、2号楼配电', hourLossFen: 300_000 },
  { part: '门禁一卡通', kind: 'system', needs: '核心交换机、政务数据库' },
  { part: '1号楼电梯', kind: 'equipment', needs: '1号楼配电', hourLossFen: 60_000, repairHours: 6 },
  { part: '2号楼电梯', kind: 'equipment', needs: '2号楼配电', hourLossFen: 90_000, repairHours: 6 },
  { part: '生活水泵', kind: 'equipment', needs: '市政供水、1号楼配电', repairHours: 3 },
  { part: '消防水泵', kind: 'equipment', needs: '1号楼配电、柴油发电机', atLeast: 1, repairHours: 3 },
  { part: '机关食堂', kind: 'service', needs: '燃气、生活水泵、1号楼配电', hourLossFen: 120_000 },
  { part: '政务服务窗口', kind: 'service', needs: '办公自动化、互联网出口、市级机关2号楼', hourLossFen: 500_000 },
];

/** 依赖关系 as the risk officer has entered them half a year ago. */
export async function keepDepending(kernel: Kernel, today: string): Promise<void> {
  const since = addDays(today, -180);
  for (const told of dependencies)
    await does(kernel, as('沈洁'), 'risk-centre.add-dependency', { unit: unitId('市局'), since, ...told });
}
