import type { Words } from '@opengoa/kernel/contract';

/** What a room may be used for. What stands before the first dash is the group that the standard counts it in ({@link useGroupOf}). */
export const roomUses = {
  office: { zh: '办公室', en: 'Office' },
  'service-meeting': { zh: '会议室', en: 'Meeting room' },
  'service-reception': { zh: '接待室', en: 'Reception room' },
  'service-archive': { zh: '档案室', en: 'Archive' },
  'service-reading': { zh: '图书资料室', en: 'Reading room' },
  'service-mail': { zh: '收发室', en: 'Mail room' },
  'service-print': { zh: '文印室', en: 'Print room' },
  'service-secret': { zh: '机要保密室', en: 'Classified papers' },
  'service-network': { zh: '信息网络用房', en: 'Network room' },
  'service-duty': { zh: '值班室', en: 'Duty room' },
  'service-clinic': { zh: '医务室', en: 'Clinic' },
  'service-store': { zh: '储藏室', en: 'Store room' },
  'service-property': { zh: '物业及工勤用房', en: 'Property staff' },
  'service-water': { zh: '开水间', en: 'Pantry' },
  'service-toilet': { zh: '卫生间', en: 'Toilet' },
  'service-other': { zh: '其他服务用房', en: 'Other service room' },
  'equipment-power': { zh: '变配电室', en: 'Power room' },
  'equipment-water': { zh: '水泵及水箱间', en: 'Pump room' },
  'equipment-heat': { zh: '锅炉房、热力交换站', en: 'Boiler room' },
  'equipment-air': { zh: '空调机房', en: 'Air-conditioning' },
  'equipment-lift': { zh: '电梯机房', en: 'Lift machinery' },
  'equipment-telecom': { zh: '通信机房', en: 'Telecom room' },
  'equipment-other': { zh: '其他设备用房', en: 'Other equipment room' },
  'ancillary-canteen': { zh: '食堂', en: 'Canteen' },
  'ancillary-garage': { zh: '停车库', en: 'Garage' },
  'ancillary-guard': { zh: '警卫用房', en: 'Guard room' },
  'ancillary-shelter': { zh: '人防设施', en: 'Air-raid shelter' },
  'ancillary-other': { zh: '其他附属用房', en: 'Other ancillary room' },
  technical: { zh: '技术业务用房', en: 'Technical room' },
} as const satisfies Record<string, Words>;
export type RoomUse = keyof typeof roomUses;

/** Groups of 党政机关办公用房建设标准: offices, service and equipment rooms make the basic area; the rest is counted apart. */
export const useGroups = {
  office: { zh: '办公室', en: 'Offices' },
  service: { zh: '服务用房', en: 'Service rooms' },
  equipment: { zh: '设备用房', en: 'Equipment rooms' },
  ancillary: { zh: '附属用房', en: 'Ancillary rooms' },
  technical: { zh: '技术业务用房', en: 'Technical rooms' },
} as const satisfies Record<string, Words>;
export type UseGroup = keyof typeof useGroups;

/** The group a use belongs to. */
export const useGroupOf = (use: string): UseGroup => use.split('-', 1)[0] as UseGroup;

export const landHeld = {
  allocated: { zh: '划拨', en: 'Allocated' },
  granted: { zh: '出让', en: 'Granted' },
  leased: { zh: '租赁', en: 'Leased' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>;

export const buildingForms = {
  'multi-storey': { zh: '多层', en: 'Multi-storey' },
  'high-rise': { zh: '高层', en: 'High-rise' },
} as const satisfies Record<string, Words>;

export const structures = {
  steel: { zh: '钢结构', en: 'Steel' },
  'reinforced-concrete': { zh: '钢筋混凝土', en: 'Reinforced concrete' },
  'brick-concrete': { zh: '砖混', en: 'Brick and concrete' },
  'brick-timber': { zh: '砖木', en: 'Brick and timber' },
  simple: { zh: '简易', en: 'Simple' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>;

export const buildingStates = {
  'in-use': { zh: '在用', en: 'In use' },
  'under-repair': { zh: '维修中', en: 'Under repair' },
  disposed: { zh: '已处置', en: 'Disposed of' },
} as const satisfies Record<string, Words>;

export const roomStates = {
  'in-use': { zh: '在用', en: 'In use' },
  vacant: { zh: '闲置', en: 'Vacant' },
  lent: { zh: '出借', en: 'Lent' },
  'rented-out': { zh: '出租', en: 'Rented out' },
  'under-repair': { zh: '维修中', en: 'Under repair' },
  disposed: { zh: '已处置', en: 'Disposed of' },
} as const satisfies Record<string, Words>;

export const zones = {
  open: { zh: '开放区', en: 'Open' },
  restricted: { zh: '限制区', en: 'Restricted' },
  secret: { zh: '涉密区', en: 'Secret' },
} as const satisfies Record<string, Words>;

export const tenureKinds = {
  allotted: { zh: '分配使用', en: 'Allotted' },
  lent: { zh: '借用', en: 'Lent' },
  kept: { zh: '管理单位留存', en: 'Kept' },
} as const satisfies Record<string, Words>;

export const ledgerFactWords = {
  'space.SiteRegistered': { zh: '登记宗地', en: 'Site registered' },
  'space.SiteChanged': { zh: '变更宗地', en: 'Site changed' },
  'space.BuildingRegistered': { zh: '登记房屋', en: 'Building registered' },
  'space.BuildingChanged': { zh: '变更房屋', en: 'Building changed' },
  'space.BuildingDisposed': { zh: '处置房屋', en: 'Building disposed of' },
  'space.FloorRegistered': { zh: '登记楼层', en: 'Floor registered' },
  'space.RoomRegistered': { zh: '登记房间', en: 'Room registered' },
  'space.RoomChanged': { zh: '变更房间', en: 'Room changed' },
  'space.RoomAllotted': { zh: '分配房间', en: 'Room allotted' },
  'space.RoomSplit': { zh: '拆分房间', en: 'Room split' },
  'space.RoomsMerged': { zh: '合并房间', en: 'Rooms merged' },
} as const satisfies Record<string, Words>;

export const ledgerRefusals: Readonly<Record<string, Words>> = {
  'floor-registered': { zh: '该房屋已登记第 {floor} 层。', en: 'The building has floor {floor} already.' },
  'room-number-taken': {
    zh: '该楼层已有房间“{number}”，请核对房号。',
    en: 'The floor has a room “{number}” already.',
  },
  'building-disposed': { zh: '该房屋已处置，不能再变动。', en: 'This building has been disposed of.' },
  'room-disposed': { zh: '该房间已处置或已并入其他房间，不能再变动。', en: 'This room is no more.' },
  'room-serves-house': {
    zh: '设备用房、附属用房服务整栋房屋，按在用登记，不登记为闲置。',
    en: 'Equipment and ancillary rooms serve the house: they are in use and never vacant.',
  },
  'inside-more-than-room': {
    zh: '套内卫生间和休息室合计不能大于房间面积 {areaM2} 平方米。',
    en: 'Toilet and rest room together are no larger than the room ({areaM2} m²).',
  },
  'rooms-still-used': {
    zh: '还有 {rooms} 间房间在用，请先腾退再处置。',
    en: '{rooms} rooms are still in use: vacate them first.',
  },
  'people-still-sit': {
    zh: '房间内还有 {people} 人，请先为其调整座位。',
    en: '{people} people still sit in it: move them first.',
  },
  'allot-before-last': {
    zh: '该房间自 {day} 起已有登记，新的分配须在其后。',
    en: 'The room was given on {day}: a new allotment is later.',
  },
  'allotted-already': { zh: '该房间已由“{unit}”使用。', en: '“{unit}” has this room already.' },
  'kept-by-keeper': {
    zh: '收回的房间由房屋管理单位“{unit}”留存。',
    en: 'A room that nobody has is kept by “{unit}”.',
  },
  'parts-not-the-room': {
    zh: '各部分面积合计 {sum} 平方米，与原房间 {areaM2} 平方米不符。',
    en: 'The parts make {sum} m², the room has {areaM2} m².',
  },
  'rooms-not-beside': {
    zh: '只能合并同一楼层、同一使用单位的房间。',
    en: 'Rooms to be merged are on one floor and of one unit.',
  },
};
