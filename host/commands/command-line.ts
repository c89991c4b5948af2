import { parseArgs } from 'node:util';
import { commands } from './commands.ts';
import type { Command } from './command.ts';

/**
 * The command line: finds the command, reads its options, runs it.
 *
 * @returns the exit code: 2 when the words make no sense
 */
export async function commandLine(argv: readonly string[]): Promise<number> {
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
  const named = command.positionals ?? [];
  const wanted = named.filter((name) => !name.startsWith('[')).length;
  const most = named.at(-1)?.endsWith('…]') ? Infinity : named.length;
  if (parsed.positionals.length < wanted || parsed.positionals.length > most) {
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
  [
    'opengoa <command> [--help]',
    '',
    ...commands.map(({ name, about }) => `  ${name.padEnd(18)} ${about.split('\n', 1)[0]}`),
  ].join('\n');

function usage({ name, about, options, positionals = [] }: Command): string {
  const words = positionals.map((each) => (each.startsWith('[') ? each : `<${each}>`));
  const flags = Object.entries(options).map(([key, { type }]) => `  --${key}${type === 'string' ? ` <${key}>` : ''}`);
  const width = Math.max(0, ...flags.map(({ length }) => length)) + 3;
  return [
    ['opengoa', name, ...words].join(' '),
    '',
    about,
    ...(flags.length > 0
      ? ['', ...Object.values(options).map((option, at) => flags[at]!.padEnd(width) + option.about)]
      : []),
  ].join('\n');
}
