/** Limits of the checks over files: what the person who runs one said, and otherwise the standard. */
import { join } from 'node:path';
import { findStandards, loadStandards, type StandardSet } from '@opengoa/kernel/standards';
import { SettingRefused } from './method.ts';

let loaded: Promise<StandardSet> | null = null;
const standards = (): Promise<StandardSet> =>
  (loaded ??= findStandards(join(import.meta.dirname, '..')).then((files) => loadStandards(files)));

/** Of an item of `risk-centre.file-checks`, as it stands on a day. @throws SettingRefused where what was said is no number from 0 */
export async function checkLimits(
  settings: Readonly<Record<string, string | undefined>>,
  on: string,
): Promise<(item: string) => number> {
  const known = await standards();
  return (item) => {
    const said = settings[item];
    if (said === undefined) return known.numberOn('risk-centre.file-checks', on, [], { item });
    const value = Number(said);
    if (said.trim() === '' || !(value >= 0))
      throw new SettingRefused({ zh: `--${item} 须为不小于0的数。`, en: `--${item} takes a number from 0.` });
    return value;
  };
}
