import { LedgerPage } from '@opengoa/web-kit';

/** 采集器. */
export default function GatewayList() {
  return (
    <LedgerPage
      list="energy.gateways"
      searchBy={['running', 'unit_id']}
      empty={{
        title: { zh: '还没有采集器', en: 'No gateways yet' },
        todo: {
          zh: '登记一个 Modbus TCP 采集器，或让设备以 MQTT、接口主动报送。',
          en: 'Register one that speaks Modbus TCP, or let devices send by MQTT or the API.',
        },
      }}
    />
  );
}
