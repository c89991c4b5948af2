import { commandLine } from './commands/command-line.ts';

/** Refusals are sentences for whoever typed the command; anything else is a fault and shows where it came from. */
const refusals = /^(?:Start|Settings|Migration|House|Standards|Command|Backup)Refused$/;

try {
  process.exitCode = await commandLine(process.argv.slice(2));
} catch (error) {
  console.error(refusals.test((error as Error).constructor.name) ? (error as Error).message : error);
  process.exitCode = 1;
}
// What a command leaves open (a pool, a timer) must not keep it from ending.
process.exit();
