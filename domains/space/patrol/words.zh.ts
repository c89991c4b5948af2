import type { Words } from '@opengoa/kernel/words';

export const patrolStates = {
  planned: { zh: '待巡检', en: 'Planned' },
  done: { zh: '已完成', en: 'Done' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
} as const satisfies Record<string, Words>;

export const findingStates = {
  open: { zh: '待交办', en: 'Open' },
  assigned: { zh: '整改中', en: 'Assigned' },
  rectified: { zh: '待复核', en: 'Put right, to be verified' },
  closed: { zh: '已销号', en: 'Closed' },
} as const satisfies Record<string, Words>;

export const findingKinds = {
  damage: { zh: '破损漏水', en: 'Damage or leak' },
  fire: { zh: '消防隐患', en: 'Fire safety' },
  electric: { zh: '用电隐患', en: 'Electric safety' },
  use: { zh: '使用与登记不符', en: 'Use other than registered' },
  cleaning: { zh: '环境卫生', en: 'Cleanliness' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>;

export const patrolFactWords = {
  'space.PatrolPlanned': { zh: '安排巡检', en: 'Patrol planned' },
  'space.PatrolFinished': { zh: '完成巡检', en: 'Patrol finished' },
  'space.PatrolCancelled': { zh: '取消巡检', en: 'Patrol cancelled' },
  'space.DefectFound': { zh: '发现问题', en: 'Defect found' },
  'space.DefectAssigned': { zh: '交办整改', en: 'Defect assigned' },
  'space.DefectRectified': { zh: '整改完成', en: 'Defect put right' },
  'space.DefectVerified': { zh: '整改复核', en: 'Rectification verified' },
} as const satisfies Record<string, Words>;

export const patrolRefusals: Readonly<Record<string, Words>> = {
  'photo-needed': { zh: '请拍照或上传整改后的照片。', en: 'A photo of how it is now is needed.' },
  'room-not-in-building': { zh: '所选房间不在巡检的房屋内。', en: 'The room is not in the building of this round.' },
  'due-day-past': { zh: '整改期限不能早于今天。', en: 'It is due today or later.' },
  'rectified-by-yourself': { zh: '整改人不能复核本人的整改。', en: 'Whoever put it right does not verify it.' },
};
