import { words, type Words } from '@opengoa/kernel/words';

const help: Readonly<Record<string, readonly Words[]>> = {
  '/assets/purchases': [
    words(
      '需要添置资产时从这里开始：点“拟定购置计划”，系统按标准核对数量和单价。',
      'Begin here when something is needed: plan it, and it is held against the standard.',
    ),
    words(
      '计划提交前，要对列出的闲置资产逐一选用或说明原因。',
      'Before it goes on, each idle thing shown is taken or declined with a reason.',
    ),
    words(
      '批准后关联询价，到货后验收，资产卡片自动建立。',
      'Once approved: link the inquiry, accept what comes, and cards are made.',
    ),
  ],
  '/assets/purchases/{id}': [
    words(
      '每项资产下面列出本地区和各地公物仓可调剂的闲置资产及理由；选用别的单位的，由对方负责人同意后调拨。',
      'Below each line stands what lies idle in the region and in every warehouse, and why; another unit’s head agrees before it comes.',
    ),
    words('“验收到货”在每项旁边，用手机在现场也能办。', 'Accept a delivery beside its line, also on a phone.'),
  ],
  '/assets/purchase-lines': [
    words(
      '逐项列出各计划所需资产，可按品目、单位、状态筛选；点开看计划。',
      'Every line of every plan; filter, and open its plan.',
    ),
  ],
  '/assets/declined': [
    words(
      '列出购置时没有选用的闲置资产和原因。上级点“跟踪”，同意或请其再核对。',
      'Idle things that were not taken, and why; whoever is above agrees or asks to look again.',
    ),
  ],
  '/assets/delivery-notes': [
    words('每次验收一张单，可看数量、金额、差异；点开看计划。', 'One for each delivery; open its plan.'),
  ],
};
export default help;
