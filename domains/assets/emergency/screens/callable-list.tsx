import { LedgerPage } from '@opengoa/web-kit';

/** 可调用物资. */
export default function CallableList() {
  return (
    <LedgerPage
      list="assets.callable"
      searchBy={['name', 'store', 'unit_id']}
      empty={{
        title: { zh: '没有可调用的物资', en: 'Nothing may be called' },
        todo: {
          zh: '由设仓单位在“调用权限”里设定后，公物仓里的物资列在这里。',
          en: 'What units of stores let you call stands here.',
        },
      }}
    />
  );
}
