import { words as pair } from '@opengoa/kernel/words';

/** What each page is for and how it is used. */
export default {
  '/vehicles/trips/{id}': [
    pair(
      '一张用车单的全过程：申请、审批、派车、出车、返回、结算、评价。现在能办的在右上角。',
      'A trip from asking to rating. What may be done now stands at the top right.',
    ),
    pair(
      '“轨迹”只在出车时间内可看，每次调阅都有记录。',
      'The track covers the trip alone, and every look at it is recorded.',
    ),
  ],
  '/vehicles/where': [
    pair(
      '现在出车的车在哪里。下班后没有出车的车不显示，这是规定，不是故障。',
      'Where vehicles on a trip are. Off duty and without a trip they are not shown, on purpose.',
    ),
  ],
  '/vehicles/tracks/{id}': [
    pair(
      '拖动时间轴回放；地图不联网。调阅到期后须重新申请。',
      'Drag along the time; the map needs no network. A look ends by itself.',
    ),
  ],
  '/vehicles/fleet/{id}': [
    pair(
      '一辆车的全部：现状、用车、费用、维修、保养、封存、资料。办理在右上角“更多”。',
      'All about one vehicle: trips, costs, repairs, service, seals, papers. Acts stand under More.',
    ),
    pair('“打印标签”贴在车上，任何人扫码即可报修。', 'Print its label: whoever scans it can report a fault.'),
  ],
  '/vehicles/validity': [
    pair(
      '每辆车的保险和年检到哪一天；快到期的排在前面，并提前提醒。',
      'Until when each vehicle is insured and inspected; what ends soon comes first and reminds.',
    ),
  ],
  '/vehicles/inspections': [
    pair('登记年检结果和下次日期；在车辆页面办理。', 'Inspections and the next date, entered on the vehicle’s page.'),
  ],
  '/vehicles/places': [
    pair(
      '常去地点和它的坐标；派车建议据此计算空驶里程。',
      'Places people go and where they lie; the proposal counts empty kilometres by them.',
    ),
  ],
  '/vehicles/places/keep': [
    pair('写名称，在图上点一下或填坐标（WGS-84）。', 'Name it, and point at the map or type its coordinates (WGS-84).'),
  ],
  '/vehicles/exchange/read': [
    pair(
      '读入别处交来的数据交换集：先看会收下什么，确认后才登记。',
      'Reads a set from elsewhere: first what it would take, then, after you agree, it is registered.',
    ),
  ],
  '/vehicles/drivers': [
    pair(
      '登记后才能派车；驾驶证到期前会提醒。',
      'Drivers are registered before they drive; licences remind before they end.',
    ),
  ],
  '/vehicles/fuel': [
    pair(
      '加油和充电记录，在车辆页面登记或按账单导入；票据可以随附。',
      'Fuel and charging, entered on the vehicle’s page or imported from a bill, with its papers.',
    ),
  ],
  '/vehicles/costs': [
    pair(
      '过路、停车、保险、罚款等费用，在车辆页面登记或导入；登错了可以更正，原记录保留。',
      'Tolls, parking, insurance, fines; a wrong one is corrected and the first stays.',
    ),
  ],
  '/vehicles/hires': [
    pair(
      '本单位和平台都派不出车时才租；写明理由和报价，批准后登记。',
      'Hired only where neither unit nor pool has one: reason and quote first, then approval.',
    ),
  ],
  '/vehicles/per-vehicle': [
    pair(
      '按车按年汇总：里程、费用、每公里费用。点一行看明细。',
      'By vehicle and year: distance, cost, cost per km. A row opens the details.',
    ),
  ],
  '/vehicles/service': [
    pair(
      '按天数或公里设保养项目，到期前自动提醒，办完登记。',
      'Service by days or km; it reminds before it is due, and is entered when done.',
    ),
  ],
  '/vehicles/seals': [
    pair(
      '节假日封存的车和钥匙保管人。封存期间不能派车；确需用车先解封。',
      'Vehicles sealed for a holiday and who keeps the key. A sealed one is not dispatched.',
    ),
  ],
  '/vehicles/roster': [
    pair(
      '值班、轮休、请假、培训。不在岗的驾驶员派车时不会出现。',
      'Duty, rest, leave, training: who is away is not offered when dispatching.',
    ),
  ],
  '/vehicles/driver-events': [
    pair(
      '违法和事故在这里登记；罚款另在车辆费用中登记。',
      'Offences and accidents are kept here; the fine is a cost of the vehicle.',
    ),
  ],
  '/vehicles/slots': [
    pair(
      '编制按单位和类别核定。没有空编，购置申请不能提出。',
      'Slots are set by unit and category; without a free one nothing is bought.',
    ),
  ],
  '/vehicles/purchases': [
    pair(
      '先申请、再批准、后购置；价格和排量超过标准的当场指出。',
      'Asked, approved, bought; what goes over price or displacement is named at once.',
    ),
  ],
  '/vehicles/use-rate': [
    pair(
      '出车工作日除以可用工作日（按调休日历，减去维修）。点带虚线的数字看由来和明细。',
      'Working days out over those available, less repairs. An underlined number opens what it is made of.',
    ),
    pair(
      '可用不足二十个工作日的不作判断；“供核对”只是提问，使用少可能有正常原因。',
      'With few days nothing is said; what there is to look at is a question and no verdict.',
    ),
  ],
  '/vehicles/terminals': [
    pair(
      '定位终端和它装在哪辆车上。久未上报的排在前面。',
      'Terminals and their vehicles; those silent for long come first.',
    ),
  ],
  '/vehicles/set-aside': [
    pair(
      '精度差、迟到过久的定位先放在这里，认定后里程随之更正，不认定的不计。',
      'Doubtful fixes wait here: accepted ones correct the distance, others do not count.',
    ),
  ],
  '/vehicles/unread-frames': [
    pair(
      '终端发来、程序读不懂的内容和原因，给检修终端的人看。',
      'What a terminal sent and could not be read, with the reason, for whoever mends it.',
    ),
  ],
  '/vehicles/fences': [
    pair(
      '停放地、限行区等范围，可设时段和车速提示。夜间停放按它核对。',
      'Places and areas with times and a speed hint; nights are checked against them.',
    ),
  ],
  '/vehicles/fences/draw': [
    pair(
      '在图上逐点点出，或填坐标，或导入 GeoJSON；最后一点自动闭合。',
      'Point by point, by coordinates, or from GeoJSON; it closes by itself.',
    ),
  ],
  '/vehicles/exchange': [
    pair(
      '按十八类数据打包成 JSON，字段名是本系统的；生成人一天内可下载，留有记录。',
      'Eighteen kinds of data as JSON, under names of our own; its maker has a day to fetch it, on record.',
    ),
  ],
  '/vehicles/over-speeds': [
    pair(
      '持续高于提示界限的时段，供核实。不是道路限速，也不是认定。',
      'Stretches above a hint, to be looked at. No road limit, and no verdict.',
    ),
  ],
  '/vehicles/crossings': [
    pair(
      '车辆何时进出哪个围栏。只记规定时间内的。',
      'When a vehicle went in or out of a fence, within the hours that count.',
    ),
  ],
  '/vehicles/viewings': [pair('谁在什么时候、为什么看过哪辆车的轨迹。', 'Who looked at which track, when and why.')],
  '/vehicles/figures': [
    pair(
      '年度统计用数，取自台账，不另填报。点数字看来源。',
      'Figures of the year from the ledgers, entered nowhere twice.',
    ),
  ],
  '/vehicles/ask': [
    pair(
      '按问题填写，每一项都会自动保存；关掉再打开，草稿还在。',
      'Answer the questions; every field is kept. Close it and the draft is back.',
    ),
    pair(
      '右侧会先告诉您：有几辆车可用、由谁审批。',
      'Beside it you read at once how many vehicles are free and who decides.',
    ),
  ],
  '/vehicles/trips': [
    pair(
      '这里是您能看到的全部用车申请。点一行看详情，再点打开它的页面。',
      'All trips you may see. A row opens beside the list; once more, its page.',
    ),
  ],
  '/vehicles/board': [
    pair(
      '上方是今天每辆车的时间，下方是待派的申请。拖到车上，或选中后按回车从建议中选。',
      'Above, each vehicle’s day; below, what waits. Drag it there, or choose it and press Enter for proposals.',
    ),
    pair(
      '放不下的地方会说明原因：座位不够、时间冲突、节假日封存。',
      'Where it cannot go, the row says why: seats, times, sealed on a holiday.',
    ),
  ],
  '/vehicles/drive': [
    pair(
      '出车前填里程表，按“出车”；回来再填，按“返回”。可以拍照。',
      'Before leaving enter the odometer and press Depart; when back, Return. A photo may go with it.',
    ),
    pair(
      '没有网络也可以按：先存在手机上，联网后按顺序发送，只办一次。',
      'It works without a network: kept on the phone, sent in its order later, once.',
    ),
  ],
  '/vehicles/fleet': [
    pair(
      '车辆台账。“导入”可以整批登记或更新；车辆页上可以报修、登记费用、打印标签。',
      'The ledger of vehicles. Import registers or updates many; on a vehicle’s page order repairs, record costs.',
    ),
  ],
  '/vehicles/repairs': [
    pair(
      '顺序是：报修、登记报价、批准、验收、付款。报价以上的费用不能付。',
      'Ordered, quoted, approved, accepted, paid: never above what was approved.',
    ),
    pair(
      '扫码报修转来的，报修单和维修单互相能打开。',
      'One that began with a scanned label: report and order open each other.',
    ),
  ],
};
