import { Go, LedgerPage, useSession, useWords } from '@opengoa/web-kit';

/** 数据交换记录. */
export default function ExchangeList() {
  const { w } = useWords();
  const me = useSession().person?.id;
  return (
    <LedgerPage
      list="vehicles.exchange-sets"
      acts={
        <Go className="k-link" to="/vehicles/exchange/read">
          {w({ zh: '读入数据交换集', en: 'Read a set' })}
        </Go>
      }
      searchBy={['made_at', 'person_name']}
      below={({ id, ...row }) =>
        row['person_id'] === me && (
          <a
            className="k-link"
            href={`/api/reads/vehicles.exchange-set?id=${encodeURIComponent(String(id))}`}
            download={`vehicles-${String(row['from_day']).slice(0, 10)}.json`}
          >
            {w({ zh: '下载 JSON', en: 'Download JSON' })}
          </a>
        )
      }
      empty={{
        title: { zh: '还没有生成过数据交换集', en: 'No exchange sets yet' },
        todo: {
          zh: '与上级或其他平台交换车辆数据时在这里生成。',
          en: 'Made here when another platform is to be given the data of the vehicles.',
        },
      }}
    />
  );
}
