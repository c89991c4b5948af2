import { LedgerPage } from '@opengoa/web-kit';

/** 宗地. */
export default function SiteList() {
  return (
    <LedgerPage
      list="space.sites"
      searchBy={['held', 'unit_id', 'name']}
      empty={{
        title: { zh: '还没有登记宗地', en: 'No sites yet' },
        todo: {
          zh: '点“登记宗地”填写坐落、面积和取得方式；没有单独宗地的房屋可以直接登记。',
          en: 'Register one with its address, area and how it is held; a building may be registered without.',
        },
      }}
    />
  );
}
