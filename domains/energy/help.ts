import { words as pair } from '@opengoa/kernel/words';

/** What each page is for and how it is used. */
export default {
  '/energy/buildings': [
    pair(
      '用能建筑台账：面积、人数、表计。先登记建筑，再登记表计。',
      'Buildings with area, people and meters: the building first, then its meters.',
    ),
  ],
  '/energy/buildings/{id}': [
    pair(
      '一栋楼的用能：月度、曲线、基线、预测、对比。图上的数都能点开看来源。',
      'One building: months, curves, baseline, forecast, comparison, each with its source.',
    ),
    pair(
      '面积、人数变了要登记起始日，以前的数不跟着变。',
      'A change of area or people has its first day; earlier figures stay.',
    ),
  ],
  '/energy/meters/{id}': [
    pair(
      '一块表：读数、缺口、存疑、更换。换表要写旧表止数和新表起数。',
      'One meter: readings, gaps, doubts, replacement with both numbers.',
    ),
    pair(
      '缺的读数可以估计补上，标为“估”，真数来了自动换掉。',
      'Gaps may be estimated and are marked so; the true number takes their place.',
    ),
  ],
  '/energy/doubles': [
    pair(
      '可能被算了两次的表：表号、地址、用量或上下级关系可疑。是线索，核对后在表计页面处理。',
      'Meters that may count twice, by number, address, amount or order. Hints: look, then act on the meter’s page.',
    ),
  ],
  '/energy/canteen': [
    pair(
      '逐月登记餐次和厨余重量；图上是平均每餐多少，点开看怎么算出来的。',
      'Meals and kitchen waste by month; the chart shows waste for each meal and how it is reckoned.',
    ),
  ],
  '/energy/read': [
    pair(
      '站在表前：选表，填表底数，可以拍照，按“记下”。久未抄的排在前面。',
      'Before the meter: choose it, enter the number, a photo if you like. Longest unread first.',
    ),
    pair(
      '没有网络也能记：连同照片存在手机上，联网后发送，只记一次。',
      'It works without a network: kept with its photo, sent later, once.',
    ),
  ],
  '/energy/months': [
    pair(
      '各建筑总表逐月合计。带“估”的含估计，带“疑”的还有读数待确认。',
      'Months of all buildings; marked where estimated or in doubt.',
    ),
  ],
  '/energy/building-months': [
    pair(
      '逐栋逐月：用量、折标煤、单位面积、人均。可以按列排序、导出。',
      'By building and month: amount, coal equivalent, per m² and head.',
    ),
  ],
  '/energy/account': [
    pair(
      '用量按当月适用的系数折成碳排放；点数字看用的是哪个系数、哪个文件。',
      'Amounts by the factor of their month; each figure names its factor and paper.',
    ),
  ],
  '/energy/tariffs': [
    pair(
      '尖峰平谷的时段和价格，按起始日生效。登记后建筑页面分列费用。',
      'Hours and prices from a day on; buildings then show their cost by them.',
    ),
  ],
  '/energy/gateways': [
    pair(
      '自动采集的设备。长时间没有消息的会标出；密钥可在“接口密钥”里吊销。',
      'Devices that collect; silent ones are marked, their keys revoked under Machine keys.',
    ),
  ],
  '/energy/completeness': [
    pair(
      '每块表每月应有多少读数、实有多少。斜纹是估计，琥珀色是存疑。',
      'What each meter owed and sent by month; hatched is estimated, amber in doubt.',
    ),
  ],
  '/energy/statements': [
    pair(
      '月初自动生成上月月报。核对、说明差异后报送；退回的改好再报。',
      'Made at the start of a month: check, explain, hand in; returned ones are mended.',
    ),
  ],
  '/energy/statements/{id}': [
    pair(
      '红色是必须改的，黄色请写明原因。数字旁可看来自哪些表。',
      'Red has to be mended, yellow explained; each figure names its meters.',
    ),
  ],
  '/energy/statement-sums': [
    pair('下级月报的合计，以及谁还没有报。', 'Sums of the units below, and who is still missing.'),
  ],
  '/energy/budget': [
    pair(
      '年度预算和已用多少。快要超出时提前提醒，不是处罚。',
      'The year’s budget and what is used; it warns early and punishes nobody.',
    ),
  ],
  '/energy/projects': [
    pair(
      '节能改造和合同能源管理项目，各省了多少、应付多少。“登记节能项目”填范围、投资和合同。',
      'Retrofits and energy contracts: what each saves and costs. Register one with its scope, money and terms.',
    ),
  ],
  '/energy/projects/{id}': [
    pair(
      '节能量是基线减实际用量，写明误差；数据不足时不给数，也不能据此付款。',
      'A saving is the baseline less what was read, with its error; without enough data none is told, and nothing is paid by it.',
    ),
    pair(
      '按合同年度结算，每次结算留存当时的依据，不能改。',
      'Settled by the year of the contract; each settlement keeps what it stood on and is not altered.',
    ),
  ],
  '/energy/regulation': [
    pair(
      '方案由一人拟、另一人批，先试运行几天，只算不发。批准后才向设备下发。',
      'One person proposes a plan, another approves it; it first runs beside for days and sends nothing.',
    ),
  ],
  '/energy/regulation/plans/{id}': [
    pair(
      '“试算”按过去的数据推演。有不妥随时按“立即停止”，设备返回安全值。',
      'The trial plays it on the past. Stop at once whenever in doubt: devices go back to their safe value.',
    ),
  ],
  '/energy/regulation/points': [
    pair(
      '可以远程设定的设备点位，各有上下限、每次最大变化和安全值。',
      'What may be set from here, each with limits, a largest step and a safe value.',
    ),
  ],
  '/energy/regulation/points/{id}': [
    pair(
      '当前值、限值和收到的每条指令。读数过期时不下发指令。',
      'Its present value, limits and every command. On stale readings nothing is sent.',
    ),
  ],
  '/energy/regulation/log': [
    pair('每条指令、应答、返回和拒绝，连同原因。', 'Every command, answer, return and refusal, with its reason.'),
  ],
  '/energy/regulation/switch': [
    pair(
      '自动调控默认关闭。由单位领导或系统管理员依据文件开启，随时可以关闭。',
      'Regulation is off until a leader or the system administrator switches it on by a document; off at any time.',
    ),
  ],
  '/energy/meters': [
    pair(
      '表计台账。读数缺了多少、有没有存疑，每块表自己的页面上看得到。',
      'The ledger of meters. What is missing or in doubt stands on each meter’s page.',
    ),
  ],
  '/energy/doubts': [
    pair(
      '自相矛盾的读数先放在这里，不计入合计；请确认计入或剔除，并写明理由。',
      'Readings that contradict themselves wait here, out of the totals: count them or leave them out, and say why.',
    ),
  ],
};
