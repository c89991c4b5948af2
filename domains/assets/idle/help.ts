import { words } from '@opengoa/kernel/words';

/** What each page is for, and how it is used. */
export default {
  '/assets/idle': [
    words(
      '有来源在看、却长期没有使用迹象的资产：车看出车，楼看用房，设备看登录和房间用电。',
      'Things some source watches that show no sign of use for long: vehicles by trips, buildings by seats, equipment by log-ins and the power of its room.',
    ),
    words(
      '点“判断来源”看每个来源最后看到什么、从何时看起；房间里有几件设备时，用电只说明房间在用。',
      '“Judged by” opens what each source saw last and since when it watches; where things share a room, power says only that the room is used.',
    ),
    words(
      '单位可先“说明在用”；确实不用的“认定闲置”，再申请入公物仓。',
      'Say why one is in use, or mark it as idle and offer it to the warehouse.',
    ),
  ],
  '/assets/use-signs': [
    words(
      '每晚从出车、人员用房、房间电表、借用、维护和单据汇集，登录等由设备报送。',
      'Taken each night from trips, seats, meters of rooms, loans, upkeep and papers; machines report log-ins.',
    ),
    words(
      '“来源始于”为空的只是一次迹象，不会一直在看；没有来源就不下结论。',
      'Without “watched since” it is a sign of one day and watches nothing after; without a source nothing is said.',
    ),
  ],
  '/assets/not-seen-since': [
    words(
      '盘点没有扫到、也没有使用迹象的资产。只说明没有见到，不代表丢失或闲置；下次盘点优先核对。',
      'Things that no stocktake and no source has seen for long. It says only that; look at them first at the next stocktake.',
    ),
  ],
};
