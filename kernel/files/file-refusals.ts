import type { Words } from '../words.ts';

/** Wording of every reason why a file is not stored or not given out. */
export const fileStoreRefusals = {
  'upload-empty': { zh: '文件是空的', en: 'The file is empty' },
  'upload-too-large': { zh: '文件超过 {maxMb} MB', en: 'The file is larger than {maxMb} MB' },
  'upload-kind-refused': {
    zh: '此处不接受这种文件（识别为 {kind}），可上传：{kinds}',
    en: 'This kind of file is not taken here (it looks like {kind}); taken are: {kinds}',
  },
  'image-too-large': {
    zh: '图片约 {megapixels} 百万像素，超过上限 {most} 百万像素',
    en: 'The picture has about {megapixels} megapixels; at most {most} are taken',
  },
  'image-not-whole': { zh: '图片不完整或已损坏，没有保存', en: 'The picture is not whole; nothing was stored' },
  'upload-broken-off': { zh: '上传中断，没有保存任何内容', en: 'The upload broke off; nothing was stored' },
  'person-quota-full': {
    zh: '您的附件空间已满（上限 {maxMb} MB）',
    en: 'Your space for attachments is full (at most {maxMb} MB)',
  },
  'unit-quota-full': {
    zh: '本单位的附件空间已满（上限 {maxMb} MB）',
    en: 'The unit’s space for attachments is full (at most {maxMb} MB)',
  },
  'file-infected': { zh: '安全检查发现问题，文件未保存', en: 'The security check objected; the file was not stored' },
  'file-in-use': { zh: '《{name}》已随件归档，不能移除', en: '“{name}” belongs to something and stays' },
  'file-not-scanned': {
    zh: '文件尚未通过安全检查，暂不能查看',
    en: 'The file has not passed the security check yet',
  },
} as const satisfies Record<string, Words>;

export type FileStoreRefusalCode = keyof typeof fileStoreRefusals;
