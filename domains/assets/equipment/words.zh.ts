import { words, type Words } from '@opengoa/kernel/words';

/** 通用办公设备家具的品目, as the standard of equipment names them. */
export const equipmentItems = {
  desktop: words('台式计算机', 'Desktop computer'),
  notebook: words('便携式计算机', 'Notebook computer'),
  'printer-a4': words('A4黑白打印机', 'A4 printer, mono'),
  'printer-a4-colour': words('A4彩色打印机', 'A4 printer, colour'),
  'printer-a3': words('A3黑白打印机', 'A3 printer, mono'),
  'printer-a3-colour': words('A3彩色打印机', 'A3 printer, colour'),
  'receipt-printer': words('票据打印机', 'Receipt printer'),
  copier: words('复印机', 'Copier'),
  multifunction: words('一体机/传真机', 'Multifunction or fax machine'),
  scanner: words('扫描仪', 'Scanner'),
  shredder: words('碎纸机', 'Shredder'),
  projector: words('投影仪', 'Projector'),
  desk: words('办公桌', 'Desk'),
  chair: words('办公椅', 'Office chair'),
  'sofa-three': words('三人沙发', 'Three-seat sofa'),
  'sofa-single': words('单人沙发', 'Single sofa'),
  'tea-table-large': words('大茶几', 'Large tea table'),
  'tea-table-small': words('小茶几', 'Small tea table'),
  'visitor-chair': words('桌前椅', 'Visitor’s chair'),
  bookcase: words('书柜', 'Bookcase'),
  'file-cabinet': words('文件柜', 'Filing cabinet'),
  wardrobe: words('更衣柜', 'Wardrobe'),
  'secure-cabinet': words('保密柜', 'Secure cabinet'),
  'tea-cabinet': words('茶水柜', 'Tea cabinet'),
  'meeting-table': words('会议桌', 'Meeting table'),
  'meeting-chair': words('会议椅', 'Meeting chair'),
} as const satisfies Readonly<Record<string, Words>>;

/** What is counted together against one limit. */
export const limitTitles = {
  desktop: equipmentItems.desktop,
  notebook: equipmentItems.notebook,
  printer: words('打印机（合计）', 'Printers, all'),
  'printer-a3': words('A3打印机', 'A3 printers'),
  'printer-colour': words('彩色打印机', 'Colour printers'),
  copier: equipmentItems.copier,
  multifunction: equipmentItems.multifunction,
  scanner: equipmentItems.scanner,
  shredder: equipmentItems.shredder,
  projector: equipmentItems.projector,
  desk: equipmentItems.desk,
  chair: equipmentItems.chair,
  bookcase: equipmentItems.bookcase,
  'file-cabinet': equipmentItems['file-cabinet'],
  sofa: words('沙发（折三人沙发）', 'Sofas, in three-seaters'),
  'tea-table': words('茶几', 'Tea tables'),
  wardrobe: equipmentItems.wardrobe,
  'visitor-chair': equipmentItems['visitor-chair'],
  'tea-cabinet': equipmentItems['tea-cabinet'],
} as const satisfies Readonly<Record<string, Words>>;

/** 使用人职级, as far as the limits differ by it. */
export const grades = {
  ordinary: words('处级及以下', 'Division level and below'),
  senior: words('司局级', 'Director-general'),
} as const;

export const secrecies = {
  ordinary: words('非涉密单位', 'No secrets'),
  secret: words('涉密单位', 'Works with secrets'),
} as const;

export const equipmentFactWords = {
  'assets.HeadcountSet': words('核定配置人数', 'Headcount for equipment set'),
} as const;

export const equipmentRefusals: Readonly<Record<string, Words>> = {
  'unit-unknown': words('没有这个单位。', 'There is no such unit.'),
  'not-an-institution': words(
    '配置标准按单位计算，请选择“{unit}”所属的单位，而不是内设处室。',
    'Equipment is counted for an institution: choose the one that “{unit}” belongs to.',
  ),
  'headcount-ahead': words('核定日期 {day} 还没有到。', 'The day {day} is yet to come.'),
  'seniors-over-staff': words(
    '司局级人数 {seniors} 多于编制内实有人数 {staff}，请核对。',
    'There are more directors-general ({seniors}) than staff ({staff}).',
  ),
};
