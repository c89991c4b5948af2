import { LedgerPage } from '@opengoa/web-kit';

/** 节假日封存登记. */
export default function SealList() {
  return (
    <LedgerPage
      list="vehicles.seals"
      searchBy={['holiday', 'plate', 'from_day']}

      empty={{
        title: { zh: '还没有封存登记', en: 'Nothing sealed yet' },
        todo: {
          zh: '节假日前在车辆页面登记封存和钥匙保管人。',
          en: 'Before a holiday seal vehicles on their pages, with who holds the keys.',
        },
      }}
    />
  );
}
