import { words } from '@opengoa/kernel/words';
import type { Acts, ActObject } from '@opengoa/web-kit/room';

const analysis = (object: ActObject) => ({ analysis: object.id });

/** How the steps of an analysis are offered; running stands on its page, beside the columns. */
export const analysisActs: Acts = {
  'risk-centre.open-analysis': {
    title: words('分析文件', 'Analyse files'),
    tone: 'primary',
    starts: 'risk-centre.analyses',
    go: '/risk/analyse',
  },
  'risk-centre.cancel-analysis': {
    title: words('取消分析', 'Cancel'),
    tone: 'danger',
    input: analysis,
    confirm: words(
      '取消后，上传的文件和已得到的结果都会清除。',
      'The files that were brought and what was found so far are removed.',
    ),
    done: words('已取消，文件和结果已清除', 'Cancelled; files and answers are gone'),
  },
  'risk-centre.keep-analysis': {
    title: words('保留为数据集', 'Keep as a dataset'),
    tone: 'primary',
    input: analysis,
    fields: [
      {
        name: 'name',
        title: words('名称', 'Name'),
        kind: 'text',
        maxLength: 100,
        help: words(
          '本级及上级的风控人员和领导按名称查看。',
          'Officers and leaders of the unit and above find it by this.',
        ),
      },
    ],
  },
  'risk-centre.drop-analysis': {
    title: words('清除', 'Drop'),
    tone: 'danger',
    input: analysis,
    confirm: words('文件和全部结果将被删除，不能恢复。', 'The files and all answers are deleted for good.'),
    done: words('已清除', 'Dropped'),
  },
};
