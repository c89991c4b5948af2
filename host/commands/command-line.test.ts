import { describe, expect, test, vi } from 'vitest';
import { commandLine } from './command-line.ts';
import { commands } from './commands.ts';

async function said(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const code = await commandLine(argv);
    const text = (spy: typeof log) => spy.mock.calls.map(([line]) => String(line)).join('\n');
    return { code, out: text(log), err: text(error) };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

describe('the command line', () => {
  test.each(commands.map((command) => [command.name, command] as const))(
    '%s answers --help with its words and options',
    async (name, { about, options }) => {
      const { code, out } = await said(...name.split(' '), '--help');
      expect(code).toBe(0);
      expect(out).toContain(`opengoa ${name}`);
      expect(out).toContain(about);
      for (const [option, { about: meaning }] of Object.entries(options)) {
        expect(out).toContain(`--${option}`);
        expect(out).toContain(meaning);
      }
    },
  );

  test('the overview names every command', async () => {
    const { code, out } = await said();
    expect(code).toBe(0);
    for (const { name } of commands) expect(out).toContain(`  ${name} `);
  });

  test('what makes no sense ends with 2 and says what would', async () => {
    expect(await said('frobnicate')).toMatchObject({ code: 2, err: expect.stringContaining('opengoa <command>') });
    expect(await said('verify', '--frobnicate')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--checkpoint'),
    });
    expect(await said('import', 'vehicles.vehicle')).toMatchObject({ code: 2 });
    expect(await said('export', 'a.b', 'c.d')).toMatchObject({ code: 2 });
  });
});
