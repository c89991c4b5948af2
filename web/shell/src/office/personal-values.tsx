import { LedgerPage } from '@opengoa/web-kit';

/** 个人敏感信息: masked, whoever looks. The whole value is an act of its own on each row. */
export default function PersonalValues() {
  return (
    <LedgerPage
      list="kernel.personal-values"
      searchBy={['person_name', 'unit_id', 'field']}
      about={{
        zh: '电话、公民身份号码、驾驶证号默认脱敏，导出和打印同样脱敏。确需完整内容的，逐条点“查看”并填写事由；每次查看都记入操作记录，每日有次数上限。',
        en: 'Masked on screen, in exports and in print. To see a whole value, say why, one at a time; each look is on the Record and the day has a limit.',
      }}
      empty={{
        title: { zh: '还没有登记', en: 'Nothing is kept yet' },
        todo: { zh: '点“登记个人敏感信息”开始。只登记工作需要的项目。', en: 'Keep only what the work needs.' },
      }}
    />
  );
}
