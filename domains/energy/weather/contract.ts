import { z } from 'zod';
import { fact, instant, readingsAtOnce, text } from '../contract.ts';

/** Outdoor temperature: input and fact. */

export const ReceiveWeather = z.strictObject({
  station: text(60),
  /** Air temperature in °C of the hour that begins at `at`. */
  readings: z
    .array(z.strictObject({ at: instant, temperatureC: z.number().min(-90).max(60) }))
    .min(1)
    .max(readingsAtOnce),
});
export const WeatherReceived = fact('WeatherReceived', {
  station: z.string(),
  readings: z.int(),
  from: z.string(),
  to: z.string(),
});
