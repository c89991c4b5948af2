import { words } from '@opengoa/kernel/words';
import { field, type Act } from '@opengoa/web-kit/room';
import { namesIn } from '../../places/screens/place-acts.ts';
import { categories } from '../../words.zh.ts';
import { datums, fenceForms, fenceTells, fenceUses, fenceWatches } from '../words.zh.ts';
import { cornersIn, minutesIn } from './fence-drawing.ts';

const why = field('why', '原因', 'Why', 'text', { maxLength: 500 });
const terminal = ({ id }: { readonly id?: string }) => ({ terminal: id });

export const positionActs: Readonly<Record<string, Act>> = {
  'vehicles.register-terminal': {
    title: words('登记定位终端', 'Register a terminal'),
    about: words('登记后数日内，终端凭本号码接入并领取鉴权码。', 'For some days the device may ask for its code.'),
    input: ({ id }) => ({ vehicle: id }),
    fields: [
      field('number', '终端号（SIM 卡号）', 'Number (of the SIM)', 'text', { maxLength: 20 }),
      field('datum', '坐标系', 'Datum', 'choice', { choices: datums, initial: 'wgs-84' }),
      field('maker', '厂商', 'Maker', 'text', { required: false, maxLength: 60 }),
      field('model', '型号', 'Model', 'text', { required: false, maxLength: 60 }),
    ],
  },
  'vehicles.reopen-terminal': {
    title: words('允许重新接入', 'Let in again'),
    input: terminal,
    fields: [why],
  },
  'vehicles.withdraw-terminal': {
    title: words('停用', 'Withdraw'),
    tone: 'danger',
    input: terminal,
    fields: [why],
  },
  'vehicles.break-glass': {
    title: words('应急调阅位置', 'Break the glass'),
    tone: 'danger',
    about: words(
      '用于车辆被盗、失联等紧急情况。理由与时段立即告知车辆所属单位负责人和审计员，并记入记录。',
      'For theft and the like. The unit’s heads and the auditors are told at once, and it stays on record.',
    ),
    input: ({ id }) => ({ vehicle: id }),
    fields: [
      field('from', '自', 'From', 'instant'),
      field('to', '至', 'To', 'instant'),
      field('why', '理由', 'Reason', 'long-text', { maxLength: 500 }),
    ],
    done: words('已开启，见“轨迹调阅记录”', 'Open: see who looked at tracks'),
  },
  'vehicles.draw-fence': {
    title: words('划定围栏', 'Draw a fence'),
    tone: 'primary',
    starts: 'vehicles.fences',
    go: '/vehicles/fences/draw',
    fields: [
      field('unit', '适用单位', 'Unit', 'unit', { help: words('该单位及下属的车辆', 'its vehicles and those below') }),
      field('name', '名称', 'Name', 'text', { maxLength: 60 }),
      field('use', '用途', 'Use', 'choice', { choices: fenceUses }),
      field('form', '形状', 'Form', 'choice', { choices: fenceForms, initial: 'circle' }),
      field('latitude', '中心纬度', 'Latitude', 'number', {
        help: words('WGS-84', 'WGS-84'),
        when: ({ form }) => form !== 'polygon',
      }),
      field('longitude', '中心经度', 'Longitude', 'number', { when: ({ form }) => form !== 'polygon' }),
      field('radiusM', '半径', 'Radius', 'number', {
        unitOfMeasure: 'm',
        from: 20,
        when: ({ form }) => form !== 'polygon',
      }),
      field('corners', '顶点', 'Corners', 'long-text', {
        help: words('每行一个：纬度, 经度（WGS-84），至少三个', 'one a line: latitude, longitude; at least three'),
        when: ({ form }) => form === 'polygon',
      }),
      field('watches', '监测时间', 'Watches', 'choice', { choices: fenceWatches, initial: 'always' }),
      field('fromClock', '每日自', 'From', 'text', {
        help: words('如 22:00；可跨零点', 'such as 22:00; it may go over midnight'),
        maxLength: 5,
        when: ({ watches }) => watches === 'window',
      }),
      field('toClock', '每日至', 'Until', 'text', { maxLength: 5, when: ({ watches }) => watches === 'window' }),
      field('tells', '提示', 'Tells of', 'choice', { choices: fenceTells, initial: 'both' }),
      field('stayMinutes', '停留超过', 'Stay over', 'integer', {
        unitOfMeasure: '分钟',
        from: 5,
        to: 1440,
        when: ({ tells }) => tells === 'stayed',
      }),
      field('categories', '限车辆类别', 'Only these categories', 'choices', {
        required: false,
        choices: categories,
        help: words('可多选；不选即全部', 'one or more; none chosen: all'),
      }),
      field('plates', '点名车辆', 'And these vehicles', 'text', {
        required: false,
        maxLength: 2000,
        help: words('车牌号，用顿号分开', 'plates, separated by commas'),
      }),
      field('limitKmh', '车速提示界限', 'Limit of speed', 'integer', {
        required: false,
        unitOfMeasure: 'km/h',
        from: 5,
        to: 200,
        help: words('不填则只看进出', 'left out: comings and goings only'),
      }),
    ],
    shape: ({
      unit,
      name,
      use,
      form,
      latitude,
      longitude,
      radiusM,
      corners,
      watches,
      fromClock,
      toClock,
      limitKmh,
      tells,
      stayMinutes,
      categories: only,
      plates,
    }) => ({
      unit,
      name,
      use,
      watches,
      fromMinute: minutesIn(fromClock),
      toMinute: minutesIn(toClock),
      ...(limitKmh === undefined ? {} : { limitKmh }),
      tells,
      ...(stayMinutes === undefined ? {} : { stayMinutes }),
      categories: only ?? [],
      plates: namesIn(plates),
      shape:
        form === 'polygon'
          ? { kind: 'polygon', points: cornersIn(typeof corners === 'string' ? corners : '') }
          : { kind: 'circle', latitude, longitude, radiusM },
    }),
  },
  'vehicles.remove-fence': {
    title: words('撤销', 'Remove'),
    tone: 'danger',
    input: ({ id }) => ({ fence: id }),
    fields: [why],
  },
};
