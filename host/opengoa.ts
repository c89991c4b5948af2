import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What was compiled once need not be compiled by every command; where the folder cannot be written it simply is.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'opengoa'));

/** Refusals are sentences for whoever typed the command; anything else is a fault and shows where it came from. */
const refusals = /^(?:Start|Settings|Migration|House|Standards|Command|Backup)Refused$/;

try {
  const { commandLine } = await import('./commands/command-line.ts');
  process.exitCode = await commandLine(process.argv.slice(2));
} catch (error) {
  console.error(refusals.test((error as Error).constructor.name) ? (error as Error).message : error);
  process.exitCode = 1;
}
// What a command leaves open (a pool, a timer) must not keep it from ending.
process.exit();
