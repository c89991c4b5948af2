import { collect } from '@opengoa/kernel';
import { z } from 'zod';
import { OneReading, ReceiveReadings } from './contract.ts';

/**
 * 设备报送读数: a batch as the verb takes it, or one reading in short. Meters are named by their number or id, and the device must hold the
 * right to each of them.
 */
export const readingsByMessage = collect({
  name: 'energy.readings',
  title: { zh: '读数报文', en: 'Readings' },
  about: {
    zh: '一条报文一批读数，格式同“接收读数”接口；只报一个读数时可写 {"key":"表号","at":"时刻","value":数值}。时刻带时区，数值不乘倍率。',
    en: 'A batch as energy.receive-readings takes it, or one reading as {"key":"number","at":"instant","value":1.5}. Instants carry their zone; values are what the meter said, without the multiplier.',
  },
  topic: 'energy/readings/{device}',
  payload: z.union([OneReading, ReceiveReadings]),
  verb: 'energy.receive-readings',
  input(payload): ReceiveReadings {
    if ('meters' in payload) return payload;
    const { key, measure, at, value, estimated } = payload;
    return {
      meters: [
        {
          key,
          ...(measure === undefined ? {} : { measure }),
          readings: [{ at, value, ...(estimated === undefined ? {} : { estimated }) }],
        },
      ],
    };
  },
  example: { meters: [{ key: 'GW-7/1', measure: 'kWh', pairs: [['2026-03-01T00:00:00+08:00', 12.3]] }] },
});
