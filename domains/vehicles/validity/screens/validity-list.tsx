import { Go, LedgerPage, useWords } from '@opengoa/web-kit';

/** 保险与年检. */
export default function ValidityList() {
  const { w } = useWords();
  return (
    <LedgerPage
      list="vehicles.validities"
      searchBy={['kind', 'valid_to', 'plate']}
      about={{
        zh: '到期前提醒车辆管理员，登记新的保险或年检后提醒自动消除。空白表示没有登记，不表示没有办理。',
        en: 'The clerk is reminded before they end, until the next is recorded. Empty: nothing was recorded.',
      }}
      acts={
        <Go className="k-link" to="/vehicles/inspections">
          {w({ zh: '年检登记', en: 'Inspections' })}
        </Go>
      }
      below={(row) => (
        <Go className="k-link" to={`/vehicles/fleet/${String(row['vehicle_id'])}`}>
          {w({ zh: '打开车辆，登记保险或年检', en: 'Open the vehicle to record insurance or inspection' })}
        </Go>
      )}
      empty={{
        title: { zh: '还没有在用车辆', en: 'No vehicles yet' },
        todo: {
          zh: '先登记车辆，再在车辆页面登记保险费用和年检。',
          en: 'Register vehicles, then record insurance and inspection on their pages.',
        },
      }}
    />
  );
}
