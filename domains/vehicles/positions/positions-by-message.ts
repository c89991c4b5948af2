import { collect } from '@opengoa/kernel';
import { z } from 'zod';
import { Position, ReceivePositions } from './contract.ts';

/** One position in short, of a terminal by its number. */
const OnePosition = Position.extend({ number: z.string().regex(/^[0-9A-Za-z-]{1,20}$/) });

/** 设备报送位置: a batch as the verb takes it, or one position in short. The account must hold the right at each terminal’s unit. */
export const positionsByMessage = collect({
  name: 'vehicles.positions',
  title: { zh: '位置报文', en: 'Positions' },
  about: {
    zh: '一条报文一批位置，格式同“接收位置”接口；只报一个位置时可写 {"number":"终端号","at":"时刻","latitude":纬度,"longitude":经度}。坐标按终端登记的坐标系。',
    en: 'A batch as vehicles.receive-positions takes it, or one position as {"number":"terminal","at":"instant","latitude":32.06,"longitude":118.79}. Places are in the datum the terminal is registered with.',
  },
  topic: 'vehicles/positions/{device}',
  payload: z.union([OnePosition, ReceivePositions]),
  verb: 'vehicles.receive-positions',
  input(payload): ReceivePositions {
    if ('terminals' in payload) return payload;
    const { number, ...position } = payload;
    return { terminals: [{ number, positions: [position] }] };
  },
  example: {
    number: '13900000001',
    at: '2026-03-01T08:00:00+08:00',
    latitude: 32.06,
    longitude: 118.79,
    speedKmh: 42,
  },
});
