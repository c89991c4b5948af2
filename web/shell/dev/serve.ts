/** A small stand-in for the API while the real one is being written: kernel ledgers from their own declarations, rows by column kind. */
import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { facts } from '../../../kernel/audit/facts.ts';
import { accounts, grants, machineKeys, mySessions, sessions } from '../../../kernel/identity/identity-lists.ts';
import { persons, posts, units } from '../../../kernel/organisation/organisation-lists.ts';
import { myMessages, myTasks } from '../../../kernel/tasks/task-lists.ts';
import { list, type Column } from '../../../kernel/reads/list.ts';

const dist = '/tmp/dist-gallery';
const trips = list('trips.trips', {
  title: { zh: '用车申请', en: 'Trips' },
  view: 'x',
  who: [],
  order: '-starts_at',
  search: 's',
  opens: '/trips/{id}',
  sheet: 'vehicles.trips',
  columns: {
    number: { title: { zh: '编号', en: 'Number' }, kind: 'text', filter: true, sort: true },
    state: {
      title: { zh: '状态', en: 'State' },
      kind: 'choice',
      filter: true,
      choices: {
        requested: { zh: '待审批', en: 'Requested' },
        approved: { zh: '待派车', en: 'Approved' },
        settled: { zh: '已结算', en: 'Settled' },
        refused: { zh: '未同意', en: 'Refused' },
      },
    },
    purpose: { title: { zh: '事由', en: 'Purpose' }, kind: 'text' },
    unit_id: { title: { zh: '用车单位', en: 'Unit' }, kind: 'unit', filter: true },
    person_id: { title: { zh: '用车人', en: 'Person' }, kind: 'person' },
    starts_at: { title: { zh: '出发', en: 'Starts' }, kind: 'instant', filter: true, sort: true },
    people: { title: { zh: '人数', en: 'People' }, kind: 'integer' },
    distance_km: {
      title: { zh: '里程', en: 'Distance' },
      kind: 'decimal',
      unitOfMeasure: 'km',
      sum: true,
      sort: true,
      filter: true,
    },
    cost_fen: { title: { zh: '费用', en: 'Cost' }, kind: 'money-fen', sum: true, filter: true },
    cross_city: { title: { zh: '跨市', en: 'Cross city' }, kind: 'yes-no', filter: true },
  },
});
const lists = new Map(
  [facts, accounts, grants, machineKeys, mySessions, sessions, persons, posts, units, myMessages, myTasks, trips].map(
    (l) => [l.name, l],
  ),
);
const uid = (n: number, k = 0) => `00000000-0000-7000-8${String(k).padStart(3, '0')}-${String(n).padStart(12, '0')}`;
const people = ['周敏', '何涛', '孙师傅', '林芳', '王建国', '李雪梅', '张宏', '陈晓燕', '刘志强', '赵丽华'];
const unitNames = [
  '临江市机关事务局',
  '办公室',
  '资产管理处',
  '公务用车管理处',
  '公共机构节能处',
  '石桥县机关事务中心',
  '财政局',
  '教育局',
];
const now = Date.now();
function value(name: string, column: Column, n: number): unknown {
  switch (column.kind) {
    case 'integer':
      return name === 'seq' ? 184223 - n : (n * 7) % 9;
    case 'decimal':
      return (n * 13.7) % 300;
    case 'money-fen':
      return (n * 12345) % 900000;
    case 'day':
      return name === 'valid_to' ? null : `2026-0${1 + (n % 9)}-1${n % 9}`;
    case 'instant':
      return name === 'disabled_at' || name === 'locked_until' ? null : new Date(now - n * 5_400_000).toISOString();
    case 'choice': {
      const k = Object.keys(column.choices ?? {});
      return k[n % k.length];
    }
    case 'unit':
      return uid(n % unitNames.length, 1);
    case 'person':
      return name === 'stand_in_for' ? null : uid(n % people.length, 2);
    case 'yes-no':
      return n % 3 === 0;
    case 'id':
      return uid(n, 9);
    case 'json':
      return [];
    default:
      if (name === 'type') return ['kernel.SignedIn', 'trips.TripRequested', 'kernel.RightConfirmed'][n % 3];
      if (name.includes('person') || name === 'granted_by_name' || name === 'confirmed_by_name')
        return people[n % people.length];
      if (name.includes('unit')) return unitNames[n % unitNames.length];
      if (name === 'number') return `TR-2026-00${418 - n}`;
      if (name === 'purpose') return ['赴石桥县开展节能检查', '送达机要文件', '接待调研组', '办公用房实地核验'][n % 4];
      if (name === 'role') return ['head', 'dispatcher', 'security-admin'][n % 3];
      if (name === 'name') return ['zhoumin', 'hetao', 'linfang'][n % 3] + n;
      if (name === 'post_title' || name === 'post' || name === 'title') return ['处长', '科员', '驾驶员'][n % 3];
      return n % 4 === 0 ? null : `${name}-${n}`;
  }
}
const rowsOf = (name: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: uid(n, 5),
    ...Object.fromEntries(Object.entries(lists.get(name)!.columns).map(([k, c]) => [k, value(k, c, n)])),
    ...(name === 'trips.trips' ? { may: ['trips.approve', 'trips.refuse', 'trips.return'] } : {}),
    ...(name === 'kernel.accounts' ? { may: ['kernel.start-reset', 'kernel.disable-account'] } : {}),
    ...(name === 'kernel.my-sessions' ? { may: ['kernel.end-session'] } : {}),
  }));
const tree = [
  ['青山省', null],
  ['临江市', 0],
  ['临江市机关事务局', 1],
  ['办公室', 2],
  ['资产管理处', 2],
  ['公务用车管理处', 2],
  ['公共机构节能处', 2],
  ['石桥县', 1],
  ['石桥县机关事务中心', 7],
  ['石桥县财政局', 7],
] as const;
const data = new Map<string, Record<string, unknown>[]>();
for (const name of lists.keys()) data.set(name, rowsOf(name, 130));
data.set(
  'kernel.units',
  tree.map(([name, parent], n) => ({
    id: uid(n, 1),
    name,
    short_name: null,
    code: `3700${n}`,
    kind: n === 0 ? 'region' : 'institution',
    level: n === 0 ? 'province' : 'city',
    parent_id: parent === null ? null : uid(parent, 1),
    people: n * 3,
    establishment: n * 4,
    valid_from: '2020-01-01',
    valid_to: null,
  })),
);
data.set(
  'kernel.persons',
  people.map((name, n) => ({
    id: uid(n, 2),
    name,
    initials: '',
    unit_id: uid(n % 8, 1),
    unit_name: unitNames[n % 8],
    post: '科员',
    rank: '四级主任科员',
    number: '******',
    valid_from: '2021-03-01',
    valid_to: null,
  })),
);
let tasks = Array.from({ length: 12 }, (_, n) => ({
  id: uid(n, 6),
  box: 'waiting',
  title: ['用车申请待审批', '办公用房调整待审批', '待核实异常待说明'][n % 3],
  title_en: 'Approve a trip',
  summary: [
    '4 人 2026-03-06 08:00 去石桥县，往返 126 km',
    '资产管理处申请调整 305 室，使用面积 18.5 ㎡',
    '3 号楼 2 月夜间负荷比基线高 38 kWh/h,持续 19 天',
  ][n % 3],
  kind: 'approval',
  unit_id: uid(3, 1),
  object_kind: n % 3 === 0 ? 'trip' : 'room',
  object_id: uid(n, 7),
  asker_id: uid(0, 2),
  raised_at: new Date(now - n * 3_600_000).toISOString(),
  due_at: new Date(now + (n - 2) * 7_200_000).toISOString(),
  overdue: n < 2,
  state: 'open',
  answer: null,
  verbs: ['trips.approve', 'trips.refuse', 'trips.hand-over', 'trips.return'],
  opens: `/trips/${uid(n, 7)}`,
}));
let signedIn = process.env['IN'] === '1';
const kept: Record<string, unknown> = {};
const problem = (status: number, code: string, message: string, more = {}) => ({
  status,
  body: {
    type: `urn:opengoa:refusal:${code}`,
    title: message,
    status,
    code,
    message,
    messageEn: `${code}`,
    requestId: '0199-abcd',
    ...more,
  },
});
const may = [
  ...lists.keys(),
  'kernel.search',
  'kernel.figure',
  'kernel.timeline',
  'kernel.record-standing',
  'kernel.verify-record',
  'trips.ask',
  'kernel.register-person',
  'kernel.create-post',
  'kernel.found-unit',
  'kernel.move-unit',
  'vehicles.approve-trip',
];
function api(method: string, url: URL, body: unknown): { status: number; body: unknown } {
  const path = url.pathname;
  if (path === '/api/session')
    return {
      status: 200,
      body: signedIn
        ? {
            person: { id: uid(1, 2), name: '何涛' },
            post: { id: uid(1, 3), title: '处长' },
            unit: { id: uid(2, 1), name: '临江市机关事务局' },
            posts: [
              { id: uid(1, 3), title: '处长', unit: { id: uid(2, 1), name: '临江市机关事务局' } },
              { id: uid(2, 3), title: '副处长', unit: { id: uid(4, 1), name: '资产管理处' }, standInFor: '林芳' },
            ],
            roles: ['head'],
            may,
            proof: 'p',
            demo: true,
            waiting: { tasks: tasks.length, messages: 3 },
            lastSignIn: { at: new Date(now - 86_400_000).toISOString(), address: '10.1.2.3', failedSince: 1 },
          }
        : {
            person: null,
            post: null,
            unit: null,
            posts: [],
            roles: [],
            may: [],
            proof: null,
            demo: true,
            waiting: { tasks: 0, messages: 0 },
            ...(process.env['NEEDS'] ? { needs: process.env['NEEDS'] } : {}),
            providers: [{ id: 'city', title: { zh: '用临江市统一身份登录', en: 'City identity' } }],
          },
    };
  const verb = /^\/api\/verbs\/(.+)$/.exec(path)?.[1];
  if (verb === 'kernel.sign-in') {
    if ((body as { password: string }).password !== 'demo')
      return problem(401, 'sign-in-failed', '账号或口令不正确，或暂时不能登录。');
    signedIn = true;
    return { status: 200, body: { facts: [] } };
  }
  if (verb === 'kernel.sign-out') {
    signedIn = false;
    return { status: 200, body: { facts: [] } };
  }
  if (verb === 'kernel.keep-preference') {
    const b = body as { key: string; value: unknown };
    kept[b.key] = b.value;
    return { status: 200, body: { facts: [] } };
  }
  if (verb === 'trips.refuse')
    return problem(409, 'trip-already-approved', '这次用车已由林芳同意，不能再退回。', {
      possible: ['trips.hand-over'],
    });
  if (verb?.startsWith('trips.')) {
    const id = (body as { trip?: string }).trip;
    tasks = tasks.filter((t) => t.object_id !== id);
    return { status: 200, body: { facts: [] } };
  }
  if (verb)
    return {
      status: 200,
      body: {
        facts: [],
        result: { job: 'j1', code: 'K7QP-2M4X-9TRD', expiresAt: new Date(now + 86_400_000).toISOString() },
      },
    };
  const meta = /^\/api\/lists\/(.+)$/.exec(path)?.[1];
  if (meta) {
    const l = lists.get(meta);
    return l
      ? {
          status: 200,
          body: {
            name: l.name,
            title: l.title,
            columns: l.columns,
            order: l.order,
            search: l.search !== undefined,
            ...(l.opens ? { opens: l.opens } : {}),
            ...(l.sheet ? { sheet: l.sheet } : {}),
            may: ['trips.ask', 'kernel.create-account', 'kernel.grant-right'],
          },
        }
      : problem(404, 'not-found', '没有找到。');
  }
  const read = /^\/api\/reads\/(.+)$/.exec(path)?.[1];
  if (read === 'kernel.preferences') return { status: 200, body: { kept } };
  if (read === 'kernel.names')
    return {
      status: 200,
      body: {
        names: Object.fromEntries(
          (url.searchParams.get('ids') ?? '')
            .split(',')
            .map((id) => [
              id,
              id.includes('-8001-')
                ? (tree[Number(id.slice(-12))]?.[0] ?? '某单位')
                : people[Number(id.slice(-12)) % people.length],
            ]),
        ),
      },
    };
  if (read === 'kernel.timeline')
    return {
      status: 200,
      body: {
        entries: [
          ['trips.TripRequested', '周敏', '科员', 'done'],
          ['kernel.CaseOpened', '周敏', '科员', 'done'],
          ['trips.TripApproved', '何涛', '处长', 'refused'],
        ].map(([type, who, post, outcome], n) => ({
          id: uid(n, 8),
          seq: n,
          at: new Date(now - (5 - n) * 3_600_000).toISOString(),
          type,
          verb: 'x',
          who,
          post,
          standInFor: n === 2 ? '林芳' : null,
          outcome,
          refusal: null,
          why: n === 1 ? '需赴石桥县现场检查' : null,
          body: { a: 1 },
        })),
      },
    };
  if (read === 'kernel.figure')
    return {
      status: 200,
      body: {
        value: 1.86,
        unit: '元/km',
        period: '2026-03',
        formula: '费用合计 ÷ 里程',
        standard: '运行成本统计',
        article: '三',
        rows: '/trips',
      },
    };
  if (read === 'kernel.record-standing')
    return {
      status: 200,
      body: {
        sealed: 184223,
        signed: 184200,
        signedAt: new Date(now - 300_000).toISOString(),
        unsealed: 2,
        root: '9f3c21aa77',
        witnessedAt: null,
      },
    };
  if (read === 'kernel.verification')
    return { status: 200, body: { state: 'done', done: 184223, of: 184223, clean: true } };
  if (read === 'kernel.search') {
    const q = url.searchParams.get('q') ?? '';
    return {
      status: 200,
      body: {
        hits: [
          { kind: '人员', title: `周敏 (${q})`, detail: '办公室 · 科员', opens: '/organisation' },
          { kind: '车辆', title: '临A12345', detail: '公务用车管理处', opens: '/trips' },
        ],
      },
    };
  }
  if (read === 'kernel.import')
    return {
      status: 200,
      body: {
        id: 'i1',
        state: 'judged',
        dry: true,
        counts: { new: 812, changed: 47, same: 1203, refused: 2 },
        mapping: [
          { header: '车牌号', column: 'plate', title: { zh: '号牌', en: 'Plate' } },
          { header: '备注2', column: null },
        ],
        refused: [
          { line: 17, problems: [{ header: '排气量', message: { zh: '应是数字', en: 'must be a number' } }] },
          { line: 80, problems: [{ header: '单位', message: { zh: '不在您的范围', en: 'outside your scope' } }] },
        ],
        errors: '/api/x',
      },
    };
  const name = read?.replace(/\.(xlsx|csv)$/, '');
  if (name && lists.has(name)) {
    const p = url.searchParams;
    let rows: Record<string, unknown>[] =
      name === 'kernel.my-tasks' ? (tasks as Record<string, unknown>[]) : data.get(name)!;
    for (const [k, v] of p) {
      const m = /^f\.(\w+)$/.exec(k);
      if (m) rows = rows.filter((r) => String(r[m[1]!]) === v);
    }
    if (p.get('q')) rows = rows.filter((r) => JSON.stringify(r).includes(p.get('q')!));
    const size = Number(p.get('size') ?? 50),
      from = Number(p.get('after') ?? 0);
    const big = name === 'kernel.facts';
    return {
      status: 200,
      body: {
        rows: rows.slice(from, from + size),
        ...(from + size < rows.length ? { next: String(from + size) } : {}),
        total: { count: big ? 184000 : rows.length, exact: !big },
        ...(p.get('sums') ? { sums: { distance_km: 18233.5, cost_fen: 45678900 } } : {}),
      },
    };
  }
  void method;
  return problem(404, 'not-found', '没有找到，或者不属于您的范围。');
}
createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://x');
  const nonce = randomBytes(16).toString('base64');
  response.setHeader(
    'content-security-policy',
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; report-uri /api/csp-reports`,
  );
  if (url.pathname.startsWith('/api/')) {
    const chunks: Buffer[] = [];
    request.on('data', (c: Buffer) => chunks.push(c));
    request.on('end', () => {
      let body: unknown = null;
      try {
        body = JSON.parse(Buffer.concat(chunks).toString() || 'null');
      } catch {
        body = null;
      }
      if (url.pathname === '/api/csp-reports') {
        console.log('CSP', JSON.stringify(body));
        response.end();
        return;
      }
      const answer = url.pathname.startsWith('/api/imports/')
        ? { status: 200, body: { id: 'i1' } }
        : api(request.method ?? 'GET', url, body);
      setTimeout(() => {
        response.writeHead(answer.status, {
          'content-type': answer.status < 400 ? 'application/json' : 'application/problem+json',
        });
        response.end(JSON.stringify(answer.body));
      }, 60);
    });
    return;
  }
  const file = join(dist, url.pathname);
  if (url.pathname.startsWith('/assets/') && existsSync(file)) {
    response.setHeader(
      'content-type',
      file.endsWith('.js') ? 'text/javascript' : file.endsWith('.css') ? 'text/css' : 'image/svg+xml',
    );
    if (existsSync(`${file}.br`)) {
      response.setHeader('content-encoding', 'br');
      createReadStream(`${file}.br`).pipe(response);
    } else createReadStream(file).pipe(response);
    return;
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(readFileSync(join(dist, 'index.html'), 'utf8').replaceAll('__NONCE__', nonce));
}).listen(Number(process.env['PORT'] ?? 8699));
