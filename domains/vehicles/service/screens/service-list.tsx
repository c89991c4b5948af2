import { Go, LedgerPage, useWords } from '@opengoa/web-kit';

/** 保养手册. */
export default function ServiceList() {
  const { w } = useWords();
  return (
    <LedgerPage
      list="vehicles.services"
      acts={
        <>
          <Go className="k-link" to="/vehicles/seals">
            {w({ zh: '封存登记', en: 'Sealing register' })}
          </Go>{' '}
        </>
      }
      searchBy={['plate', 'due_day']}

      empty={{
        title: { zh: '还没有设定保养', en: 'No services planned' },
        todo: {
          zh: '在车辆页面设定保养项目和间隔，到期前自动提醒。',
          en: 'Plan items on a vehicle’s page; somebody is reminded before they are due.',
        },
      }}
    />
  );
}
