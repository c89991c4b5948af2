/** Characters of the pages' titles by the letter they begin with in pinyin. A test holds it against the whole of pinyin, which the pages are too small to carry. */
const byInitial: Readonly<Record<string, string>> = {
  a: '案',
  b: '不保办备帮报标班编表',
  c: '充册出厨存常抄操查车采重除',
  d: '代动单地定导度待打点电登的端读达道',
  f: '份分复封放法费风方',
  g: '个关感搁故构果规购轨',
  h: '会划号回户换核汇话',
  j: '交价假加建据接机检结解计记进迹集驾节',
  k: '口开控',
  l: '历录栏率理联论辆量链',
  m: '密敏目码',
  n: '年能',
  p: '排派',
  q: '器权渠签请',
  r: '人入认日',
  s: '事使删史实手扫授数时申算设试身送速食首驶受',
  t: '台堂碳统通调',
  w: '位围完我文维违',
  x: '信修息析消线行险询项',
  y: '一与余养印员异月油用疑要运钥阅页预',
  z: '自作准则制助在子总整知租筑终置账志',
};

const initials = new Map(
  Object.entries(byInitial).flatMap(([letter, characters]) => [...characters].map((each) => [each, letter])),
);

/** Pinyin initials of a page's title: 车辆台账 → cltz. */
export const titleInitials = (title: string): string =>
  title
    .replaceAll('调阅', 'dy') // Read diào here, and tiáo before 控.
    .replaceAll(/[^\x20-\x7e]/g, (each) => initials.get(each) ?? '')
    .replaceAll(/[^a-z]/g, '');
