import type { Words } from '../words.ts';

/** Why a message was not taken, for whoever sets the device right. */
export const parkedReasons = {
  'topic-unknown': { zh: '没有办公室接收该主题', en: 'No office takes this topic' },
  'topic-not-yours': { zh: '不是本设备的主题', en: 'Not this device’s topic' },
  'not-json': { zh: '不是规定的 JSON', en: 'Not JSON as it must be' },
  'shape-differs': { zh: '内容不合规定格式', en: 'Not of the shape that was agreed' },
  refused: { zh: '办理时被退回', en: 'Refused when it was to be kept' },
} as const satisfies Record<string, Words>;
export type ParkedReason = keyof typeof parkedReasons;
