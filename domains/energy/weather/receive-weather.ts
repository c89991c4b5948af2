import { newId, sql, verb } from '@opengoa/kernel';
import { ReceiveWeather, WeatherReceived } from './contract.ts';

/** 接收气温: hourly air temperature of a station. The same hour again is taken as the newer word of the station. */
export const receiveWeather = verb('energy.receive-weather', {
  title: { zh: '接收气温', en: 'Receive weather' },
  input: ReceiveWeather,
  who: ['energy-clerk', 'job'],
  facts: [WeatherReceived],
  refusals: [],
  load: async () => ({ id: newId() }),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide({ id }, { station, readings }, { actor }) {
    const times = readings.map(({ at }) => Date.parse(at));
    return [
      WeatherReceived.of({
        object: { kind: 'energy.weather', id },
        unit: actor.unit ?? '',
        body: {
          station,
          readings: readings.length,
          from: new Date(Math.min(...times)).toISOString(),
          to: new Date(Math.max(...times)).toISOString(),
        },
      }),
    ];
  },
  async also(tx, _known, { station, readings }) {
    const byHour = new Map(readings.map(({ at, temperatureC }) => [Date.parse(at), temperatureC]));
    await tx.run(sql`
      insert into energy.weather (station, at, temperature_c)
      select ${station}, to_timestamp(w.at::float8 / 1000), w.temperature_c
        from unnest(${[...byHour.keys()]}::bigint[], ${[...byHour.values()]}::real[]) as w (at, temperature_c)
      on conflict (node_id, station, at) do update set temperature_c = excluded.temperature_c`);
  },
});
