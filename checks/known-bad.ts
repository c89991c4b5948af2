/** Libraries that may not come in by any way, also not as somebody's dependency: abandoned with open holes, or taken over once. */
export const knownBad: readonly {
  readonly name: string;
  readonly versions: 'all' | readonly string[];
  readonly why: string;
}[] = [
  { name: 'xlsx', versions: 'all', why: 'abandoned on the registry with CVE-2023-30533 and CVE-2024-22363 open' },
  { name: 'exceljs', versions: 'all', why: 'without maintenance since 2023; old archiver and unzipper below it' },
  {
    name: 'vm2',
    versions: 'all',
    why: 'its sandbox is escaped (CVE-2023-37466, CVE-2023-37903) and the project ended',
  },
  { name: 'event-stream', versions: ['3.3.6'], why: 'carried flatmap-stream, which stole keys (2018)' },
  { name: 'flatmap-stream', versions: 'all', why: 'stole keys (2018)' },
  { name: 'eslint-scope', versions: ['3.7.2'], why: 'stole registry tokens (2018)' },
  { name: 'ua-parser-js', versions: ['0.7.29', '0.8.0', '1.0.0'], why: 'taken over (2021)' },
  { name: 'coa', versions: ['2.0.3', '2.0.4', '2.1.1', '2.1.3', '3.0.1', '3.1.3'], why: 'taken over (2021)' },
  { name: 'rc', versions: ['1.2.9', '1.3.9', '2.3.9'], why: 'taken over (2021)' },
  { name: 'colors', versions: ['1.4.1', '1.4.2', '1.4.44-liberty-2'], why: 'sabotaged (2022)' },
  { name: 'faker', versions: ['6.6.6'], why: 'sabotaged (2022)' },
  {
    name: 'node-ipc',
    versions: ['9.2.2', '10.1.1', '10.1.2', '10.1.3', '11.0.0', '11.1.0'],
    why: 'wrote over files or brought peacenotwar (2022)',
  },
  { name: 'peacenotwar', versions: 'all', why: 'writes files that nobody asked for (2022)' },
  { name: 'chalk', versions: ['5.6.1'], why: 'taken over (September 2025)' },
  { name: 'debug', versions: ['4.4.2'], why: 'taken over (September 2025)' },
  { name: 'ansi-styles', versions: ['6.2.2'], why: 'taken over (September 2025)' },
  { name: 'ansi-regex', versions: ['6.2.1'], why: 'taken over (September 2025)' },
  { name: 'strip-ansi', versions: ['7.1.1'], why: 'taken over (September 2025)' },
  { name: 'wrap-ansi', versions: ['9.0.1'], why: 'taken over (September 2025)' },
  { name: 'slice-ansi', versions: ['7.1.1'], why: 'taken over (September 2025)' },
  { name: 'supports-color', versions: ['10.2.1'], why: 'taken over (September 2025)' },
  { name: 'supports-hyperlinks', versions: ['4.1.1'], why: 'taken over (September 2025)' },
  { name: 'color-convert', versions: ['3.1.1'], why: 'taken over (September 2025)' },
  { name: 'color-name', versions: ['2.0.1'], why: 'taken over (September 2025)' },
  { name: 'is-arrayish', versions: ['0.3.3'], why: 'taken over (September 2025)' },
  { name: 'error-ex', versions: ['1.3.3'], why: 'taken over (September 2025)' },
  { name: 'simple-swizzle', versions: ['0.2.3'], why: 'taken over (September 2025)' },
  { name: '@ctrl/tinycolor', versions: ['4.1.1', '4.1.2'], why: 'carried a worm (September 2025)' },
];
