import { LedgerPage } from '@opengoa/web-kit';

/** 个人信息删除: one officer proposes, another confirms. */
export default function Erasures() {
  return (
    <LedgerPage
      list="kernel.erasures"
      about={{
        zh: '删除后，该人员登记的敏感信息和操作记录中的个人字段永久不可读；操作记录本身及其校验不受影响。公文档案中的经办人姓名按档案规定保存。',
        en: 'What was kept of the person and their fields in the Record become unreadable for good; the Record and its proof stay. Names in papers of business stay as the archive rules say.',
      }}
      empty={{
        title: { zh: '没有删除申请', en: 'No erasures' },
        todo: {
          zh: '由安全管理员提出，另一名安全管理员确认。',
          en: 'One security administrator proposes, another confirms.',
        },
      }}
    />
  );
}
