import { LedgerPage } from '@opengoa/web-kit';

export default function ParkedMessages() {
  return (
    <LedgerPage
      list="kernel.parked-messages"
      about={{
        zh: '设备送来但无法接收的报文及原因，按说明改正设备设置后由设备重新报送；到期自动清理。',
        en: 'What devices sent and nobody could take, with the reason. Set the device right and let it send again; kept for some days.',
      }}
      empty={{
        title: { zh: '没有搁置的报文', en: 'Nothing is parked' },
        todo: { zh: '设备报文均已接收。', en: 'Every message was taken.' },
      }}
    />
  );
}
