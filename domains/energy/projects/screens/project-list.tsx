import { LedgerPage } from '@opengoa/web-kit';

/** 节能项目. */
export default function ProjectList() {
  return (
    <LedgerPage
      list="energy.projects"
      searchBy={['state', 'kind', 'unit_id', 'name']}
      tones={{ state: { planned: 'plain', running: 'busy', accepted: 'done', ended: 'plain' } }}
      empty={{
        title: { zh: '还没有节能项目', en: 'No saving projects yet' },
        todo: {
          zh: '点“登记节能项目”，填写改造措施、资金方式和基准期；投运后自动核算节能量。',
          en: 'Plan one with its measures, its funding and its baseline; once it runs its saving is reckoned.',
        },
      }}
    />
  );
}
