import { Go, LedgerPage, useWords } from '@opengoa/web-kit';

/** 待认定定位. */
export default function SetAsideList() {
  const { w } = useWords();
  return (
    <LedgerPage
      list="vehicles.set-aside"
      searchBy={['day', 'plate', 'cause']}
      acts={
        <Go className="k-link" to="/vehicles/unread-frames">
          {w({ zh: '不能解析的报文', en: 'Frames that cannot be read' })}
        </Go>
      }
      empty={{
        title: { zh: '没有待认定的定位', en: 'No fixes set aside' },
        todo: {
          zh: '精度差、迟到过久等定位先另存，不计里程；认定后里程随之更正。',
          en: 'Imprecise or late fixes wait here and do not count until somebody decides.',
        },
      }}
    />
  );
}
