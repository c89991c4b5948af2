/**
 * Terminals of a bench, in a process of their own so that their work is not the program's: they come in, then, whenever they are told to, each
 * sends its next position as soon as the last was acknowledged.
 *
 *   node bench/load/terminals.ts <port> <number …>
 */
import { location, Terminal } from '../../domains/vehicles/testing/terminal.ts';

const [port = '', ...numbers] = process.argv.slice(2);
const ids = { location: 0x0200 };
const fleet = numbers.map((number) => ({ line: new Terminal(Number(port), number), sent: 0 }));
for (const { line } of fleet) await line.comeIn('');
process.send!({ ready: fleet.length });

// Each drives north from its own place and back again, thirty seconds and some three hundred metres a step, from four weeks ago on.
const begins = Date.now() - 28 * 86_400_000;

process.on('message', ({ seconds }: { seconds: number }) => {
  const from = performance.now();
  const ends = from + seconds * 1000;
  let positions = 0;
  const drive = async (vehicle: (typeof fleet)[number], n: number) => {
    while (performance.now() < ends) {
      const step = (vehicle.sent += 1);
      const gone = (step * 3) % 2_000;
      const latitude = 32 + Math.min(gone, 2_000 - gone) / 1_000;
      const answer = await vehicle.line.answerTo(
        vehicle.line.send(ids.location, location(begins + step * 30_000, latitude, 118 + n / 10_000, 36)),
      );
      if (answer?.result !== 0) throw new Error(`not acknowledged: ${JSON.stringify(answer)}`);
      positions += 1;
    }
  };
  void Promise.all(fleet.map(drive)).then(() => process.send!({ positions, ms: performance.now() - from }));
});
process.on('disconnect', () => process.exit());
