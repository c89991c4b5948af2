import { LedgerPage } from '@opengoa/web-kit';

/** 数据资产目录. */
export default function DataList() {
  return (
    <LedgerPage
      list="assets.data-assets"
      searchBy={['level', 'sharing', 'unit_id', 'steward_id']}
      empty={{
        title: { zh: '还没有登记数据资产', en: 'No data assets yet' },
        todo: {
          zh: '先在“资产台账”按无形资产建卡，再点“登记数据资产”选择这张卡片。',
          en: 'Register the data as an intangible asset, then describe it here.',
        },
      }}
    />
  );
}
