import { parseArgs } from 'node:util';
import { commands } from './commands/commands.ts';
import type { Command } from './commands/command.ts';

/** The command line: finds the command, reads its options, turns refusals into one sentence and a non-zero exit. */
async function main(argv: readonly string[]): Promise<number> {
  const command = longestMatch(argv);
  if (!command) {
    const asked = argv.length === 0 || argv.includes('--help') || argv[0] === 'help';
    (asked ? console.log : console.error)(overview());
    return asked ? 0 : 2;
  }
  const rest = argv.slice(command.name.split(' ').length);
  let parsed;
  try {
    parsed = parseArgs({
      args: [...rest],
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: command.positionals !== undefined,
      strict: true,
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage(command)}`);
    return 2;
  }
  if (parsed.values['help']) {
    console.log(usage(command));
    return 0;
  }
  const wanted = command.positionals?.filter((name) => !name.startsWith('[')).length ?? 0;
  if (parsed.positionals.length < wanted) {
    console.error(usage(command));
    return 2;
  }
  return command.run({ values: parsed.values, positionals: parsed.positionals });
}

const longestMatch = (argv: readonly string[]): Command | undefined =>
  commands
    .filter(({ name }) => name.split(' ').every((word, at) => argv[at] === word))
    .toSorted((a, b) => b.name.length - a.name.length)[0];

const overview = () =>
  ['opengoa <command> [--help]', '', ...commands.map(({ name, about }) => `  ${name.padEnd(18)} ${about}`)].join('\n');

function usage({ name, about, options, positionals }: Command): string {
  const flags = Object.entries(options).map(
    ([key, option]) => `  --${key}${option.type === 'string' ? ` <${key}>` : ''}   ${option.about}`,
  );
  return [
    `opengoa ${name} ${(positionals ?? []).map((each) => (each.startsWith('[') ? each : `<${each}>`)).join(' ')}`,
    '',
    about,
    ...(flags.length > 0 ? ['', ...flags] : []),
  ].join('\n');
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const known =
    /^(?:StartRefused|SettingsRefused|MigrationRefused|HouseRefused|StandardsRefused|CommandRefused|BackupRefused)$/.test(
      (error as Error).constructor.name,
    );
  console.error(known ? (error as Error).message : error);
  process.exitCode = 1;
}
// What a command leaves open (a pool, a timer) must not keep it from ending.
process.exit();
