import type { TableShape } from '@opengoa/kernel/exchange';
import type { Words } from '@opengoa/kernel/words';
import { type LikeProject, libraryOf, type ProjectPlan } from '../methods/systems/duplicate-projects.ts';
import { projectWords } from '../methods/systems/project-words.ts';
import { type AnalysisMethod, SettingRefused } from './method.ts';

const input: TableShape = {
  title: { zh: '信息化项目', en: 'projects' },
  columns: {
    id: {
      type: 'text',
      required: true,
      maxLength: 200,
      title: { zh: '编号', en: 'Number' },
      aliases: ['项目编号', '序号'],
    },
    title: {
      type: 'text',
      required: true,
      maxLength: 500,
      title: { zh: '名称', en: 'Title' },
      aliases: ['项目名称', '系统名称', 'name'],
    },
    description: {
      type: 'text',
      maxLength: 20_000,
      title: { zh: '内容', en: 'Description' },
      aliases: ['项目内容', '建设内容', '功能', '简介'],
    },
  },
};

/** Passages that a row names. */
const told = 5;

/** Which plans say what another one says. See `methods/systems`. All plans are held in memory, since one is compared with all others. */
export const duplicateProjects: AnalysisMethod = {
  name: 'duplicate-projects',
  about: {
    zh: '信息化项目重复建设查重：每个项目列出最相近的项目及重合内容',
    en: 'Plans of information systems that say the same: for each the most alike ones, and what they share',
  },
  input,
  settings: {
    most: { zh: '每个项目最多列出几个相近项目（默认5）', en: 'how many alike plans are told of each (5)' },
  },
  output: ['id', 'other', 'shared'],
  async *run(rows, _files, settings, tools) {
    const most = Number(settings['most'] ?? 5);
    if (!Number.isInteger(most) || most < 1 || most > 100)
      throw new SettingRefused({ zh: '--most 须为1至100的整数。', en: '--most takes a whole number from 1 to 100.' });
    const plans = new Map<string, ProjectPlan>();
    for await (const row of rows) {
      const id = String(row.values['id']);
      const plan = { id, title: String(row.values['title']), description: String(row.values['description'] ?? '') };
      if (plans.has(id))
        tools.passOver(row, {
          zh: `编号${id}已有一行，取先出现的`,
          en: `there is a row of ${id} already; the first one counts`,
        });
      else plans.set(id, plan);
    }
    const all = [...plans.values()];
    const library = libraryOf(all, projectWords());
    for (const [at, { id }] of all.entries()) {
      const answer = library.like(at, most);
      if (answer.status !== 'ok') {
        const [{ zh, en } = { zh: '', en: '' }] = answer.reasons;
        const reason = { zh: `数据不足：${zh}`, en: `insufficient_data: ${en}` };
        yield { values: { id, other: '', shared: '' }, score: null, flag: 0, reason };
        continue;
      }
      if (answer.found.length === 0)
        yield {
          values: { id, other: '', shared: '' },
          score: 0,
          flag: 0,
          reason: { zh: '未见相近项目', en: 'No plan of the file is alike' },
        };
      for (const like of answer.found)
        yield {
          values: { id, other: like.other.id, shared: like.shared.slice(0, told).map(asPair).join('；') },
          score: like.likeness,
          flag: like.flag ? 1 : 0,
          reason: reasonOf(like, library.limit),
        };
    }
  },
};

const asPair = ({ here, there }: LikeProject['shared'][number]): string => (here === there ? here : `${here}≈${there}`);

function reasonOf({ other, likeness, flag, shared }: LikeProject, limit: number): Words {
  const [score, least] = [likeness.toFixed(2), limit.toFixed(2)];
  const zh = `与“${other.title}”相似度${score}（提示线${least}），重合内容${shared.length}处`;
  const en = `${score} alike to it (told from ${least}), ${shared.length} passages shared`;
  return flag
    ? {
        zh: `${zh}。待核实异常：请说明能否复用、扩展或对接已有系统`,
        en: `${en}. To be verified: reuse, extend or connect`,
      }
    : { zh, en };
}
