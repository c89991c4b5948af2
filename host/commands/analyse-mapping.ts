import type { AnalysisMethod } from '@opengoa/risk-centre/analyse';
import { CommandRefused } from './command.ts';

export interface Mappings {
  /** Header of the file -> column of the method. */
  readonly input: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * `--map ours=theirs`, repeated. A name without a file is the input's; where only a further file has such a column, that file's.
 * @throws CommandRefused for a column that the method does not have
 */
export function mappingsOf({ name, input, files = {} }: AnalysisMethod, said: readonly string[]): Mappings {
  const mappings: { input: Record<string, string>; files: Record<string, Record<string, string>> } = {
    input: {},
    files: {},
  };
  for (const each of said) {
    const at = each.indexOf('=');
    if (at < 1 || at === each.length - 1)
      throw new CommandRefused(`--map ${each} 须为 本方法的列=文件的列。--map takes our column=theirs.`);
    const [ours, theirs] = [each.slice(0, at).trim(), each.slice(at + 1).trim()];
    const [flag, column] = ours.includes('.') ? ours.split('.', 2) : [null, ours];
    const owner =
      flag ?? (column! in input.columns ? 'input' : Object.keys(files).find((file) => column! in files[file]!.columns));
    const shape = owner === 'input' ? input : files[owner ?? ''];
    if (owner === undefined || !shape || !(column! in shape.columns))
      throw new CommandRefused(
        [
          `--map ${each}: ${name} 没有“${ours}”这一列。${name} has no column ${ours}. 现有 there are:`,
          `  ${Object.keys(input.columns).join(', ')}`,
          ...Object.entries(files).map(
            ([file, { columns }]) =>
              `  ${Object.keys(columns)
                .map((own) => `${file}.${own}`)
                .join(', ')}`,
          ),
        ].join('\n'),
      );
    const mapping = owner === 'input' ? mappings.input : (mappings.files[owner] ??= {});
    mapping[theirs] = column!;
    // A header of that very name stands aside, unless it is said to be something else.
    mapping[column!] ??= '';
  }
  return mappings;
}
