import { LedgerPage } from '@opengoa/web-kit';

/** 不能解析的报文. */
export default function UnreadFrameList() {
  return (
    <LedgerPage
      list="vehicles.unread-frames"
      searchBy={['at', 'plate', 'number']}
      empty={{
        title: { zh: '没有不能解析的报文', en: 'No frames that cannot be read' },
        todo: {
          zh: '已接入的终端发来不能解析的内容时，连同原因留在这里，供检修终端。',
          en: 'What an admitted terminal sends that cannot be read is kept here with its reason.',
        },
      }}
    />
  );
}
