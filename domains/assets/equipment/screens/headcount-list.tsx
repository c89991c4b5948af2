import { LedgerPage } from '@opengoa/web-kit';

/** 配置人数. */
export default function HeadcountList() {
  return (
    <LedgerPage
      list="assets.headcounts"
      searchBy={['unit_id', 'from_day']}
      empty={{
        title: { zh: '还没有核定配置人数', en: 'No headcounts yet' },
        todo: {
          zh: '点“核定配置人数”录入编制；没有核定的单位按组织机构中的人数计算。',
          en: 'Set one with its paper; a unit without one is counted from the organisation.',
        },
      }}
    />
  );
}
