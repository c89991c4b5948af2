// Made from the contract (GET /api/openapi.json) by scripts/reference.ts; `npm run check` fails when it is stale.
/** Doors of the kernel; every room adds its own in its `client.ts`. */

export type FactRef = { id: string; type: string; object: { kind: string; id: string } };

export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  message: string;
  messageEn: string;
  requestId: string;
  data?: { [name: string]: unknown };
  possible?: readonly string[];
  fields?: readonly { path: string; message: string; words?: { zh: string; en: string } }[];
};

export type Session = {
  person: { id: string; name: string } | null;
  post: { id: string; title: string } | null;
  unit: { id: string; name: string } | null;
  posts: readonly {
    id: string;
    title: string;
    unit: { id: string; name: string };
    standInFor?: string;
    standInForName?: string | null;
  }[];
  roles: readonly string[];
  may: readonly string[];
  proof: string | null;
  needs?: 'second-factor' | 'new-password' | 'first-administrator';
  demo: boolean;
  waiting: { tasks: number; messages: number };
  lastSignIn?: { at: string; address: string; failedSince: number };
  setAside?: { readOnly: boolean };
  desk?: { name: string; phone: string; hours: string } | null;
  providers: readonly {
    id: string;
    title: { zh: string; en: string };
    issuer: string;
    platform?: 'wecom' | 'dingtalk';
  }[];
};

export type ListMeta = {
  name: string;
  title: { zh: string; en: string };
  columns: {
    [name: string]: {
      title: { zh: string; en: string };
      kind:
        | 'text'
        | 'id'
        | 'integer'
        | 'decimal'
        | 'money-fen'
        | 'day'
        | 'instant'
        | 'choice'
        | 'unit'
        | 'person'
        | 'yes-no'
        | 'json';
      unitOfMeasure?: string;
      choices?: { [name: string]: { zh: string; en: string } };
      always?: boolean;
      filter?: boolean;
      sort?: boolean | 'nullable';
      sum?: boolean;
      hidden?: boolean;
      personal?: { seenBy: readonly string[]; mask: 'phone' | 'name' | 'id-number' | 'all' };
    };
  };
  order: string;
  search: boolean;
  sheet?: string;
  opens?: string;
  asksReason: boolean;
  may: readonly string[];
};

export type Total = { count: number; exact: boolean; atLeast?: true };

export type ImportStanding = {
  id: string;
  state: 'running' | 'judged' | 'refused' | 'undone' | 'done' | 'stopped' | 'taken-back' | 'part-way';
  dry: boolean;
  progress: {
    done: number;
    of: number | null;
    counts: { new: number; changed: number; same: number; refused: number };
  } | null;
  counts: { new: number; changed: number; same: number; refused: number } | null;
  mapping: readonly { header: string; column: string | null; title: { zh: string; en: string } | null }[] | null;
  refused:
    | readonly {
        line: number;
        problems: readonly {
          column: string | null;
          code: string;
          message: { zh: string; en: string };
          header: string | null;
          title: { zh: string; en: string } | null;
        }[];
      }[]
    | null;
  refusal: { zh: string; en: string } | null;
  errors: string | null;
  may: readonly ('kernel.stop-import' | 'kernel.undo-import')[];
};

export type Shape1 = string | number | boolean | null | readonly Shape1[] | { [name: string]: Shape1 };

/** What any door may say, beside what an act declares. */
export type RefusalOfAny =
  | 'already-taken'
  | 'already-there'
  | 'busy'
  | 'cursor-not-fitting'
  | 'factor-not-fresh'
  | 'input-not-fitting'
  | 'not-found'
  | 'not-signed-in'
  | 'not-your-right'
  | 'officers-apart'
  | 'request-id-missing'
  | 'request-id-reused'
  | 'state-secret-mark'
  | 'storage-full'
  | 'took-too-long'
  | 'witness-silent'
  | 'away'
  | 'fault'
  | 'malformed'
  | 'method-not-allowed'
  | 'not-from-our-page'
  | 'overloaded'
  | 'too-large'
  | 'too-often'
  | 'wrong-media-type';

export interface Reads {
  /** 检查点 · Checkpoint */
  'kernel.checkpoint': { query: { [name: string]: never }; answer: { note: string; keys: readonly string[] } };
  /** 数据目录 · Catalogue of data */
  'kernel.columns': {
    query: { mark?: 'none' | 'personal' | 'sensitive' | 'secret' | undefined };
    answer: {
      counts: { columns: number; personal: number; sensitive: number; secret: number };
      tables: readonly {
        table: string;
        title: { zh: string; en: string };
        owner: string;
        retention: { zh: string; en: string };
        standard: string;
        columns: readonly {
          column: string;
          class: { zh: string; en: string };
          level: number;
          mark: 'none' | 'personal' | 'sensitive' | 'secret';
          markWords: { zh: string; en: string };
          purpose: { zh: string; en: string };
        }[];
      }[];
    };
  };
  /** 讨论 · Comments */
  'kernel.comments': {
    query: { kind: string; id: string };
    answer: {
      open: boolean;
      comments: readonly {
        id: string;
        person: string;
        name: string;
        at: string;
        version: number;
        text: string | null;
        earlier: readonly { text: string; at: string }[];
        editedAt: string | null;
        struck: { by: string; at: string } | null;
        files: readonly {
          id: string;
          name: string;
          mediaType: string;
          bytes: number;
          sha256: string;
          scan: 'unscanned' | 'clean' | 'infected';
          storedAt: string;
        }[];
        mentions: readonly { id: string; name: string }[];
        may: readonly ('kernel.edit-comment' | 'kernel.strike-comment')[];
      }[];
    };
  };
  /** 报修单 · A fault report */
  'kernel.fault-report': {
    query: { id: string };
    answer: {
      id: string;
      number: string;
      unit: string;
      unitName: string;
      kind: string;
      kindTitle: { zh: string; en: string };
      followedBy: readonly string[];
      object: string;
      opens: string | null;
      thing: string;
      code: string | null;
      said: string;
      state: 'reported' | 'taken' | 'handled' | 'not-ours' | 'confirmed';
      reporter: string | null;
      reportedAt: string;
      dueAt: string;
      answer: string | null;
      whose: string | null;
      reopened: number;
      photos: readonly string[];
      links: readonly { kind: string; title: string; opens: string }[];
      may: readonly string[];
    };
  };
  /** 扫码报修的开关 · Switches of reports by scanning */
  'kernel.fault-switches': {
    query: { [name: string]: never };
    answer: { switches: readonly { unit: string; unitName: string; open: boolean; why: string; since: string }[] };
  };
  /** 导入进度 · How an import stands */
  'kernel.import': { query: { id: string }; answer: ImportStanding };
  /** 标签 · Labels */
  'kernel.label-sheet': {
    query: { kind?: string | undefined; q?: string | undefined; only?: string | undefined };
    answer: {
      kinds: readonly { kind: string; title: { zh: string; en: string } }[];
      kind: string;
      things: readonly { id: string; name: string; code: string; token: string | null }[];
    };
  };
  /** 我的日历订阅 · My calendar address */
  'kernel.my-calendar': { query: { [name: string]: never }; answer: { madeAt: string | null; fleet: boolean } };
  /** 我的通知 · My notices */
  'kernel.my-notices': {
    query: { [name: string]: never };
    answer: {
      choice: {
        kinds: {
          task: 'at-once' | 'digest' | 'off';
          case: 'at-once' | 'digest' | 'off';
          reminder: 'at-once' | 'digest' | 'off';
          mention: 'at-once' | 'digest' | 'off';
        };
        quietFrom: string;
        quietTo: string;
        workdaysOnly: boolean;
        digestAt: string;
      };
      channels: readonly {
        id: string;
        kind: 'webhook' | 'mail' | 'dingtalk-robot' | 'dingtalk-app' | 'wecom-robot' | 'wecom-app';
        title: string;
        domains: readonly string[];
        set: boolean;
        codeUntil: string | null;
      }[];
    };
  };
  /** 名称 · Names */
  'kernel.names': { query: { ids: string }; answer: { names: { [name: string]: string } } };
  /** 我的偏好 · My preferences */
  'kernel.preferences': { query: { [name: string]: never }; answer: { kept: { [name: string]: Shape1 } } };
  /** 封存情况 · How the Record stands */
  'kernel.record-standing': {
    query: { [name: string]: never };
    answer: { sealed: number; signed: number; signedAt: string | null; unsealed: number; root: string | null };
  };
  /** 扫码 · Scan */
  'kernel.scan': {
    query: { code: string };
    answer: {
      things: readonly {
        kind: string;
        title: { zh: string; en: string };
        id: string;
        name: string;
        code: string;
        opens: string;
      }[];
    };
  };
  /** 搜索 · Search */
  'kernel.search': {
    query: { q: string };
    answer: { hits: readonly { kind: string; title: string; detail: string | null; opens: string }[] };
  };
  /** 本单位共享的视图 · Views shared in the unit */
  'kernel.shared-views': {
    query: { list: string };
    answer: {
      views: readonly {
        id: string;
        title: string;
        search: { [name: string]: string };
        columns: readonly string[];
        by: string;
        mine: boolean;
      }[];
    };
  };
  /** 标准 · Standards */
  'kernel.standards': {
    query: { [name: string]: never };
    answer: {
      version: string;
      setAside: readonly string[];
      standards: readonly {
        id: string;
        title: { zh: string; en: string };
        about: { zh: string; en: string } | null;
        kind: 'rule' | 'project-default';
        rows: readonly {
          from: string;
          scope: string;
          when: readonly string[];
          value: { zh: string; en: string };
          document: string;
          article: string | null;
          confidence: string;
          waiver: string | null;
        }[];
      }[];
    };
  };
  /** 经过 · Timeline */
  'kernel.timeline': {
    query: { object: string };
    answer: {
      entries: readonly {
        id: string;
        seq: number | null;
        at: string;
        type: string;
        title: { zh: string; en: string } | null;
        verb: string;
        who: string | null;
        post: string | null;
        standInFor: string | null;
        outcome: 'done' | 'refused';
        refusal: string | null;
        why: string | null;
        body: unknown;
      }[];
    };
  };
  /** 验证进度 · A verification */
  'kernel.verification': {
    query: { job: string };
    answer: {
      state: 'waiting' | 'running' | 'done';
      done: number;
      of: number | null;
      clean?: boolean;
      says: { zh: string; en: string } | null;
      problems: readonly { says: { zh: string; en: string }; from: number; to: number }[];
      report: string | null;
    };
  };
}

export interface Lists {
  /** 账号 · Accounts */
  'kernel.accounts': {
    row: {
      id: string;
      unit_id: string | null;
      name: string;
      person_name: string | null;
      unit_name: string | null;
      kind: 'person' | 'machine' | 'device' | 'job' | null;
      state: 'active' | 'disabled' | null;
      disabled_why: string | null;
      second_factor: boolean | null;
      locked_until: string | null;
      last_used_at: string | null;
      created_at: string;
      person_id: string | null;
      may: readonly string[];
    };
    filter: 'name' | 'person_name' | 'unit_id' | 'kind' | 'state' | 'second_factor' | 'last_used_at' | 'person_id';
  };
  /** 通知渠道 · Notice channels */
  'kernel.channels': {
    row: {
      id: string;
      unit_id: string | null;
      title: string;
      kind: 'webhook' | 'mail' | 'dingtalk-robot' | 'dingtalk-app' | 'wecom-robot' | 'wecom-app';
      address: string;
      inside: string | null;
      state: 'open' | 'closed';
      waiting: number;
      dead: number;
      left_out: number;
      paused_until: string | null;
      last_sent_at: string | null;
      last_error: string | null;
      version: number;
      settings: unknown;
      may: readonly string[];
    };
    filter: 'kind' | 'unit_id' | 'state';
  };
  /** 送达台账 · Deliveries */
  'kernel.deliveries': {
    row: {
      id: string;
      unit_id: string | null;
      raised_at: string;
      channel: string;
      kind: 'task' | 'case' | 'reminder' | 'mention' | 'test' | 'code';
      receiver_id: string | null;
      state: 'waiting' | 'sent' | 'dead' | 'dropped';
      tries: number;
      due_at: string;
      ended_at: string | null;
      error: string | null;
      merged: boolean;
      object_id: string | null;
      channel_id: string;
      may: readonly string[];
    };
    filter: 'raised_at' | 'channel' | 'kind' | 'receiver_id' | 'state' | 'object_id' | 'channel_id' | 'unit_id';
  };
  /** 个人信息删除 · Erasures */
  'kernel.erasures': {
    row: {
      id: string;
      unit_id: string | null;
      person_name: string | null;
      unit_name: string | null;
      why: string | null;
      state: 'proposed' | 'erased';
      proposed_at: string;
      confirmed_at: string | null;
      may: readonly string[];
    };
    filter: 'unit_id' | 'state';
  };
  /** 操作记录 · The Record */
  'kernel.facts': {
    row: {
      id: string;
      unit_id: string | null;
      seq: number | null;
      happened_at: string | null;
      person_name: string | null;
      post_title: string | null;
      type: string | null;
      object_kind: string | null;
      outcome: 'done' | 'refused' | null;
      refusal: string | null;
      stand_in_for: string | null;
      verb: string | null;
      object_id: string | null;
      address: string | null;
      request_id: string | null;
      cause_id: string | null;
    };
    filter:
      | 'happened_at'
      | 'person_name'
      | 'type'
      | 'object_kind'
      | 'outcome'
      | 'refusal'
      | 'unit_id'
      | 'verb'
      | 'object_id'
      | 'request_id';
  };
  /** 扫码报修 · Fault reports */
  'kernel.fault-reports': {
    row: {
      id: string;
      unit_id: string | null;
      number: string;
      thing: string;
      said: string;
      state: 'reported' | 'taken' | 'handled' | 'not-ours' | 'confirmed';
      overdue: boolean | null;
      reported_at: string;
      due_at: string;
      photos: number | null;
      reopened: number | null;
      answer: string | null;
      kind: string | null;
      object_id: string | null;
      person_id: string | null;
      version: number | null;
      may: readonly string[];
    };
    filter: 'number' | 'thing' | 'state' | 'overdue' | 'reported_at' | 'reopened' | 'unit_id' | 'kind' | 'object_id';
  };
  /** 授权 · Rights */
  'kernel.grants': {
    row: {
      id: string;
      unit_id: string | null;
      role: string;
      unit_name: string | null;
      below: boolean | null;
      post_title: string | null;
      post_unit_name: string | null;
      account_name: string | null;
      state: 'proposed' | 'confirmed' | 'ended' | null;
      granted_by_name: string | null;
      confirmed_by_name: string | null;
      proposed_at: string;
      confirmed_at: string | null;
      valid_from: string;
      valid_to: string | null;
      paper: string | null;
      may: readonly string[];
    };
    filter: 'role' | 'unit_id' | 'state';
  };
  /** 统一身份关联 · Bound identities */
  'kernel.identities': {
    row: {
      id: string;
      unit_id: string | null;
      account_name: string;
      person_name: string | null;
      issuer: string | null;
      subject: string | null;
      linked_at: string;
      may: readonly string[];
    };
    filter: 'account_name' | 'person_name' | 'unit_id' | 'issuer' | 'subject';
  };
  /** 被拒绝的行 · Refused rows */
  'kernel.import-errors': {
    row: {
      id: string;
      unit_id: string | null;
      line: number;
      reason: string | null;
      reason_en: string | null;
      batch_id: string | null;
      person_id: string | null;
    };
    filter: 'batch_id';
  };
  /** 导入记录 · History of imports */
  'kernel.imports': {
    row: {
      id: string;
      unit_id: string | null;
      begun_at: string;
      kind:
        | 'assets.card'
        | 'assets.ledger-sum'
        | 'energy.building'
        | 'energy.meter'
        | 'energy.reading'
        | 'energy.day-reading'
        | 'procurement.quote'
        | 'space.building'
        | 'space.room'
        | 'space.seating'
        | 'space.home'
        | 'vehicles.vehicle'
        | 'vehicles.cost'
        | 'vehicles.fuel'
        | 'vehicles.repair'
        | 'vehicles.hire'
        | 'vehicles.trip'
        | 'vehicles.driver'
        | 'vehicles.inspection'
        | 'vehicles.service'
        | 'risk-centre.dependency'
        | null;
      file_name: string | null;
      person_name: string | null;
      state: 'running' | 'stopped' | 'done' | 'taken-back' | 'part-way' | 'undone' | 'refused' | null;
      new_rows: number | null;
      changed_rows: number | null;
      same_rows: number | null;
      refused_rows: number | null;
      ended_at: string | null;
      person_id: string | null;
    };
    filter: 'begun_at' | 'kind' | 'file_name' | 'person_name' | 'state' | 'unit_id';
  };
  /** 接口密钥 · Machine keys */
  'kernel.machine-keys': {
    row: {
      id: string;
      unit_id: string | null;
      title: string | null;
      account_name: string | null;
      scope: string | null;
      created_at: string;
      valid_to: string;
      revoked_at: string | null;
      last_used_at: string | null;
      may: readonly string[];
    };
    filter: 'title' | 'account_name' | 'unit_id';
  };
  /** 我的统一身份 · My identities */
  'kernel.my-identities': {
    row: {
      id: string;
      unit_id: string | null;
      issuer: string | null;
      subject: string | null;
      linked_at: string;
      person_id: string | null;
      may: readonly string[];
    };
    filter: 'issuer' | 'subject';
  };
  /** 消息 · Messages */
  'kernel.my-messages': {
    row: {
      id: string;
      unit_id: string | null;
      title: string;
      title_en: string | null;
      at: string;
      seen: boolean;
      opens: string | null;
      object_id: string | null;
    };
    filter: 'seen';
  };
  /** 我的会话 · My sessions */
  'kernel.my-sessions': {
    row: {
      id: string;
      unit_id: string | null;
      account_name: string | null;
      person_name: string | null;
      post_title: string | null;
      method: 'password' | 'oidc' | null;
      opened_at: string;
      active_at: string;
      factor_at: string | null;
      address: string | null;
      agent: string | null;
      person_id: string | null;
      may: readonly string[];
    };
    filter: 'account_name' | 'person_name' | 'opened_at' | 'address';
  };
  /** 请假与代理 · Leave and stand-ins */
  'kernel.my-stand-ins': {
    row: {
      id: string;
      unit_id: string | null;
      side: 'mine' | 'for';
      for_person_id: string;
      stand_in_id: string;
      valid_from: string;
      valid_to: string;
      reason: string;
      state: 'now' | 'ahead' | 'over';
      may: readonly string[];
    };
    filter: 'side' | 'state';
  };
  /** 我的办件 · My tasks */
  'kernel.my-tasks': {
    row: {
      id: string;
      unit_id: string;
      box: 'waiting' | 'done' | 'started' | 'copied';
      title: string;
      title_en: string | null;
      summary: string;
      kind: string;
      object_kind: string;
      object_id: string;
      asker_id: string | null;
      raised_at: string;
      due_at: string | null;
      overdue: boolean | null;
      state: string;
      answer: string | null;
      verbs: unknown;
      opens: string | null;
    };
    filter: 'box' | 'kind' | 'unit_id' | 'object_kind' | 'object_id' | 'raised_at' | 'overdue';
  };
  /** 搁置的设备报文 · Parked messages */
  'kernel.parked-messages': {
    row: {
      id: string;
      unit_id: string | null;
      parked_at: string;
      device: string | null;
      topic: string | null;
      reason: 'topic-unknown' | 'topic-not-yours' | 'not-json' | 'shape-differs' | 'refused' | null;
      detail: string | null;
      excerpt: string | null;
      bytes: number | null;
      sha256: string | null;
    };
    filter: 'parked_at' | 'device' | 'topic' | 'reason' | 'sha256' | 'unit_id';
  };
  /** 个人敏感信息 · Personal values */
  'kernel.personal-values': {
    row: {
      id: string;
      unit_id: string | null;
      person_name: string | null;
      unit_name: string | null;
      field: 'phone' | 'id-number' | 'licence-number';
      shown: string;
      kept_at: string;
      person_id: string | null;
      may: readonly string[];
    };
    filter: 'person_name' | 'unit_id' | 'field' | 'kept_at' | 'person_id';
  };
  /** 人员 · People */
  'kernel.persons': {
    row: {
      id: string;
      unit_id: string | null;
      name: string;
      initials: string | null;
      unit_name: string | null;
      post: string | null;
      rank: string | null;
      number: string | null;
      valid_from: string;
      valid_to: string | null;
    };
    filter: 'name' | 'initials' | 'unit_id';
  };
  /** 岗位与编制 · Posts */
  'kernel.posts': {
    row: {
      id: string;
      unit_id: string | null;
      title: string;
      unit_name: string | null;
      rank: string | null;
      establishment: number | null;
      held_by: number | null;
      leads: boolean | null;
      valid_from: string;
      valid_to: string | null;
    };
    filter: 'unit_id' | 'rank' | 'leads';
  };
  /** 在线会话 · Sessions */
  'kernel.sessions': {
    row: {
      id: string;
      unit_id: string | null;
      account_name: string | null;
      person_name: string | null;
      post_title: string | null;
      method: 'password' | 'oidc' | null;
      opened_at: string;
      active_at: string;
      factor_at: string | null;
      address: string | null;
      agent: string | null;
      may: readonly string[];
    };
    filter: 'account_name' | 'person_name' | 'opened_at' | 'address' | 'unit_id';
  };
  /** 机构 · Units */
  'kernel.units': {
    row: {
      id: string;
      unit_id: string | null;
      name: string;
      short_name: string | null;
      code: string | null;
      kind: 'region' | 'institution' | 'division';
      level: 'nation' | 'province' | 'city' | 'county' | 'township';
      parent_id: string | null;
      people: number | null;
      establishment: number | null;
      valid_from: string;
      valid_to: string | null;
    };
    filter: 'name' | 'code' | 'kind' | 'level' | 'parent_id';
  };
}

export interface Verbs {
  /** 任职 · Appoint */
  'kernel.appoint': {
    input: {
      person: string;
      post: string;
      kind: 'main' | 'concurrent' | 'secondment' | 'acting';
      from: string;
      to?: string | undefined;
    };
    result: undefined;
    refusal: 'post-unknown' | 'person-unknown' | 'already-has-main-post';
  };
  /** 首次配备三员 · Appoint the first officers */
  'kernel.appoint-first-officers': {
    input: { security: readonly string[]; audit: readonly string[] };
    result: undefined;
    refusal: 'officers-already-appointed' | 'account-unknown' | 'officers-are-people' | 'not-for-oneself';
  };
  /** 关联统一身份 · Bind an identity */
  'kernel.bind-identity': {
    input: { account: string; issuer: string; subject: string };
    result: undefined;
    refusal: 'not-found' | 'account-disabled' | 'person-missing' | 'account-in-use' | 'identity-taken';
  };
  /** 变更通知渠道 · Change a notice channel */
  'kernel.change-channel': {
    input: {
      channel: string;
      version: number;
      title?: string | undefined;
      address?: string | undefined;
      inside?: readonly string[] | undefined;
      settings?:
        | {
            from?: string | undefined;
            domains?: readonly string[] | undefined;
            user?: string | undefined;
            site?: string | undefined;
            corp?: string | undefined;
            app?: string | undefined;
            kinds?: readonly ('task' | 'case' | 'reminder' | 'mention')[] | undefined;
          }
        | undefined;
      secret?: string | undefined;
      signingKey?: string | undefined;
    };
    result: { key: string | null };
    refusal:
      | 'not-found'
      | 'stale-version'
      | 'channel-address-unfit'
      | 'channel-needs-tls'
      | 'mail-needs-domains'
      | 'app-needs-names'
      | 'secret-needed';
  };
  /** 更改口令 · Change the password */
  'kernel.change-password': {
    input: { current: string; next: string };
    result: undefined;
    refusal:
      | 'not-signed-in'
      | 'second-factor-first'
      | 'sign-in-failed'
      | 'too-many-tries'
      | 'password-not-fitting'
      | 'busy';
  };
  /** 保存通知偏好 · Choose one’s notices */
  'kernel.choose-notices': {
    input: {
      kinds: {
        task: 'at-once' | 'digest' | 'off';
        case: 'at-once' | 'digest' | 'off';
        reminder: 'at-once' | 'digest' | 'off';
        mention: 'at-once' | 'digest' | 'off';
      };
      quietFrom: string;
      quietTo: string;
      workdaysOnly: boolean;
      digestAt: string;
    };
    result: undefined;
    refusal: never;
  };
  /** 首次启用 · Claim the first administrator */
  'kernel.claim-first-administrator': {
    input: {
      code: string;
      unit: {
        name: string;
        level: 'nation' | 'province' | 'city' | 'county' | 'township';
        regionCode?: string | undefined;
      };
      personName: string;
      name: string;
      password: string;
    };
    result: undefined;
    refusal: 'claim-failed' | 'name-not-fitting' | 'password-not-fitting' | 'busy';
  };
  /** 确认删除个人信息 · Confirm an erasure */
  'kernel.confirm-erasure': {
    input: { erasure: string };
    result: undefined;
    refusal: 'not-found' | 'erasure-done' | 'second-person-needed' | 'person-in-service';
  };
  /** 确认修好 · It is fixed */
  'kernel.confirm-fault-fixed': { input: { report: string }; result: undefined; refusal: 'not-now' };
  /** 确认授权 · Confirm a right */
  'kernel.confirm-grant': {
    input: { grant: string };
    result: undefined;
    refusal: 'not-found' | 'right-already-confirmed' | 'right-ended' | 'second-person-needed' | 'not-for-oneself';
  };
  /** 确认本地标准 · Confirm a local standard */
  'kernel.confirm-local-standard': {
    input: { local: string };
    result: undefined;
    refusal:
      | 'right-already-confirmed'
      | 'second-person-needed'
      | 'superior-signs-waivers'
      | 'standard-not-of-this-place'
      | 'standard-row-refused'
      | 'standard-weaker-than-above';
  };
  /** 确认接收地址 · Confirm one’s address */
  'kernel.confirm-receiver': {
    input: { channel: string; code: string };
    result: { confirmed: boolean; left: number };
    refusal: 'no-code-waiting' | 'code-over';
  };
  /** 确认绑定动态口令 · Confirm a second factor */
  'kernel.confirm-second-factor': {
    input: { code: string };
    result: { recoveryCodes: readonly string[] };
    refusal: 'not-signed-in' | 'code-wrong';
  };
  /** 开立账号 · Create an account */
  'kernel.create-account': {
    input: {
      id?: string | undefined;
      unit: string;
      kind?: 'person' | 'machine' | 'device' | undefined;
      name: string;
      person?: string | undefined;
      oidc?: { issuer: string; subject: string } | undefined;
    };
    result: { account: string; code: string | null; expiresAt: string | null };
    refusal: 'name-not-fitting' | 'name-taken' | 'person-unknown' | 'person-has-account' | 'person-missing';
  };
  /** 生成接口密钥 · Create a machine key */
  'kernel.create-machine-key': {
    input: { account: string; title: string; scope: readonly string[]; validTo: string };
    result: { key: string; id: string };
    refusal: 'not-found' | 'not-a-machines-account' | 'account-disabled' | 'officers-are-people' | 'key-too-long-lived';
  };
  /** 设置岗位 · Create a post */
  'kernel.create-post': {
    input: {
      id?: string | undefined;
      unit: string;
      title: string;
      rank?: string | undefined;
      establishment?: number | undefined;
      leads?: boolean | undefined;
      from: string;
    };
    result: undefined;
    refusal: 'unit-unknown';
  };
  /** 停用账号 · Disable an account */
  'kernel.disable-account': {
    input: { account: string; why: string };
    result: undefined;
    refusal: 'not-found' | 'account-disabled' | 'not-ones-own-account';
  };
  /** 不归本单位 · Not ours */
  'kernel.disown-fault-report': {
    input: { report: string; whose: string; answer: string };
    result: undefined;
    refusal: 'not-now';
  };
  /** 改写意见 · Reword a comment */
  'kernel.edit-comment': {
    input: { comment: string; version: number; text: string };
    result: undefined;
    refusal: 'not-found' | 'stale-version' | 'comment-struck' | 'too-late-to-edit';
  };
  /** 启用账号 · Enable an account */
  'kernel.enable-account': {
    input: { account: string };
    result: undefined;
    refusal: 'not-found' | 'account-not-disabled';
  };
  /** 免职 · End an appointment */
  'kernel.end-appointment': {
    input: { holding: string; to: string };
    result: undefined;
    refusal: 'appointment-already-ended' | 'ends-before-it-begins';
  };
  /** 收回授权 · End a right */
  'kernel.end-grant': {
    input: { grant: string; why: string };
    result: undefined;
    refusal: 'not-found' | 'right-ended';
  };
  /** 结束会话 · End a session */
  'kernel.end-session': {
    input: { session: string };
    result: undefined;
    refusal: 'not-found' | 'session-already-ended';
  };
  /** 结束代理 · End a stand-in */
  'kernel.end-stand-in': { input: { standIn: string }; result: undefined; refusal: 'not-found' | 'stand-in-over' };
  /** 绑定动态口令 · Enrol a second factor */
  'kernel.enrol-second-factor': {
    input: { [name: string]: never };
    result: { secret: string; uri: string };
    refusal: 'not-signed-in' | 'factor-not-fresh';
  };
  /** 统一身份登录返回 · Finish sign-in at a provider */
  'kernel.finish-oidc': {
    input: { provider: string; query: string };
    result: { to: string };
    refusal: 'provider-unknown' | 'sign-in-failed' | 'not-signed-in' | 'second-factor-first' | 'already-there';
  };
  /** 设置口令 · Finish a reset */
  'kernel.finish-reset': {
    input: { name: string; code: string; next: string };
    result: undefined;
    refusal: 'reset-failed' | 'too-many-tries' | 'password-not-fitting' | 'busy';
  };
  /** 设立机构 · Found a unit */
  'kernel.found-unit': {
    input: {
      id?: string | undefined;
      name: string;
      shortName?: string | undefined;
      code?: string | undefined;
      kind: 'region' | 'institution' | 'division';
      level: 'nation' | 'province' | 'city' | 'county' | 'township';
      regionCode?: string | undefined;
      parent: string | null;
      from: string;
    };
    result: undefined;
    refusal: 'unit-unknown' | 'unit-ended';
  };
  /** 提出授权 · Propose a right */
  'kernel.grant-right': {
    input: {
      role: string;
      unit: string;
      below?: boolean | undefined;
      post?: string | undefined;
      account?: string | undefined;
      from: string;
      to?: string | undefined;
      paper?: string | undefined;
    };
    result: undefined;
    refusal:
      | 'role-unknown'
      | 'right-for-one'
      | 'ends-before-it-begins'
      | 'post-unknown'
      | 'account-unknown'
      | 'officers-by-security'
      | 'officers-are-people';
  };
  /** 处理完成 · Handled */
  'kernel.handle-fault-report': { input: { report: string; answer: string }; result: undefined; refusal: 'not-now' };
  /** 登记个人敏感信息 · Keep a personal value */
  'kernel.keep-personal-value': {
    input: { person: string; field: 'phone' | 'id-number' | 'licence-number'; value: string };
    result: undefined;
    refusal: 'not-found' | 'personal-value-not-fitting';
  };
  /** 保存偏好 · Keep a preference */
  'kernel.keep-preference': { input: { key: string; value: Shape1 | null }; result: undefined; refusal: never };
  /** 登记服务电话 · Keep the service desk */
  'kernel.keep-service-desk': {
    input: { unit: string; name: string; phone: string; hours?: string | undefined };
    result: undefined;
    refusal: 'unit-unknown';
  };
  /** 生成日历订阅地址 · Make a calendar address */
  'kernel.make-calendar': {
    input: { fleet?: boolean | undefined };
    result: { path: string };
    refusal: 'person-unknown';
  };
  /** 制作标签 · Make labels */
  'kernel.make-labels': {
    input: { kind: string; objects: readonly string[] };
    result: undefined;
    refusal: 'label-thing-not-there';
  };
  /** 标为已读 · Mark as read */
  'kernel.mark-read': { input: { messages: readonly string[] }; result: undefined; refusal: never };
  /** 合并机构 · Merge units */
  'kernel.merge-units': {
    input: { units: readonly string[]; into: string; day: string; paper?: string | undefined };
    result: undefined;
    refusal: 'unit-unknown' | 'unit-ended' | 'unit-below-itself';
  };
  /** 调整隶属 · Move a unit */
  'kernel.move-unit': {
    input: { unit: string; parent: string; from: string; paper?: string | undefined };
    result: undefined;
    refusal: 'unit-unknown' | 'unit-below-itself' | 'unit-already-there';
  };
  /** 指定代理 · Name a stand-in */
  'kernel.name-stand-in': {
    input: { forPerson: string; person: string; from: string; to: string; reason: string };
    result: undefined;
    refusal:
      | 'person-unknown'
      | 'stand-in-for-oneself'
      | 'ends-before-it-begins'
      | 'officers-have-no-stand-in'
      | 'stand-in-away';
  };
  /** 提出删除个人信息 · Propose an erasure */
  'kernel.propose-erasure': {
    input: { person: string; why: string };
    result: undefined;
    refusal: 'not-found' | 'person-in-service';
  };
  /** 提出本地标准 · Propose a local standard */
  'kernel.propose-local-standard': {
    input: {
      unit: string;
      row: {
        standard: string;
        scope: {
          level: 'nation' | 'province' | 'city' | 'county' | 'township' | 'unit';
          code?: string | undefined;
          name?: string | undefined;
        };
        from: string;
        waiver?: { signedBy: string; from: string; until: string; paper: string } | undefined;
        until?: string | undefined;
        source: {
          document: string;
          number?: string | undefined;
          article?: string | undefined;
          published?: string | undefined;
          also?: string | undefined;
        };
        confidence?: 'confirmed' | 'single-source' | 'recalled' | undefined;
        note?: { zh: string; en: string } | undefined;
        value?: number | string | boolean | readonly string[] | null | undefined;
        table?: { [name: string]: unknown } | undefined;
        rows?:
          | readonly {
              when?: { [name: string]: string | number | boolean | readonly (string | number | boolean)[] } | undefined;
              value: number | string | boolean | readonly string[] | null;
              article?: string | undefined;
              source?:
                | {
                    document: string;
                    number?: string | undefined;
                    article?: string | undefined;
                    published?: string | undefined;
                    also?: string | undefined;
                  }
                | undefined;
              confidence?: 'confirmed' | 'single-source' | 'recalled' | undefined;
              note?: { zh: string; en: string } | undefined;
            }[]
          | undefined;
      };
    };
    result: undefined;
    refusal: 'standard-not-of-this-place' | 'standard-row-refused' | 'standard-weaker-than-above';
  };
  /** 登记通知渠道 · Register a notice channel */
  'kernel.register-channel': {
    input: {
      unit: string;
      kind: 'webhook' | 'mail' | 'dingtalk-robot' | 'dingtalk-app' | 'wecom-robot' | 'wecom-app';
      title: string;
      address: string;
      inside?: readonly string[] | undefined;
      settings?:
        | {
            from?: string | undefined;
            domains?: readonly string[] | undefined;
            user?: string | undefined;
            site?: string | undefined;
            corp?: string | undefined;
            app?: string | undefined;
            kinds?: readonly ('task' | 'case' | 'reminder' | 'mention')[] | undefined;
          }
        | undefined;
      secret?: string | undefined;
      signingKey?: string | undefined;
    };
    result: { id: string; key: string | null };
    refusal:
      | 'not-found'
      | 'channel-address-unfit'
      | 'channel-needs-tls'
      | 'mail-needs-domains'
      | 'app-needs-names'
      | 'secret-needed';
  };
  /** 登记人员 · Register a person */
  'kernel.register-person': {
    input: { id?: string | undefined; unit: string; name: string; number?: string | undefined; from: string };
    result: undefined;
    refusal: never;
  };
  /** 移除附件 · Remove a file */
  'kernel.remove-file': { input: { file: string }; result: undefined; refusal: 'file-in-use' };
  /** 取消共享视图 · Remove a shared view */
  'kernel.remove-shared-view': { input: { view: string }; result: undefined; refusal: 'not-found' };
  /** 没有修好 · It is not fixed */
  'kernel.reopen-fault-report': {
    input: { report: string; why?: string | undefined };
    result: undefined;
    refusal: 'not-now' | 'reopening-over';
  };
  /** 重新发送 · Try a delivery again */
  'kernel.retry-delivery': {
    input: { delivery: string };
    result: undefined;
    refusal: 'not-found' | 'not-dead' | 'channel-closed';
  };
  /** 撤销日历订阅 · Revoke the calendar address */
  'kernel.revoke-calendar': { input: { [name: string]: never }; result: undefined; refusal: never };
  /** 停用标签 · Revoke a label */
  'kernel.revoke-label': { input: { kind: string; object: string; why: string }; result: undefined; refusal: never };
  /** 吊销接口密钥 · Revoke a machine key */
  'kernel.revoke-machine-key': {
    input: { key: string };
    result: undefined;
    refusal: 'not-found' | 'key-already-revoked';
  };
  /** 填写接收地址 · Set one’s address on a channel */
  'kernel.set-receiver': {
    input: { channel: string; address: string | null };
    result: { codeSent: boolean };
    refusal: 'not-found' | 'not-a-personal-channel' | 'mail-domain-not-registered' | 'codes-too-often';
  };
  /** 共享视图 · Share a view */
  'kernel.share-view': {
    input: { list: string; title: string; search: { [name: string]: string }; columns?: readonly string[] | undefined };
    result: { view: string };
    refusal: 'not-found' | 'not-in-a-unit' | 'view-taken' | 'views-too-many';
  };
  /** 查看完整信息 · Show the full value */
  'kernel.show-full-value': {
    input: { value: string; reason: string };
    result: { value: string };
    refusal: 'not-found' | 'not-your-right' | 'full-values-enough' | 'personal-value-gone';
  };
  /** 输入动态口令 · Show the second factor */
  'kernel.show-second-factor': {
    input: { code: string };
    result: undefined;
    refusal: 'not-signed-in' | 'no-second-factor' | 'code-wrong';
  };
  /** 登录 · Sign in */
  'kernel.sign-in': {
    input: { name: string; password: string; code?: string | undefined };
    result: undefined;
    refusal: 'sign-in-failed' | 'too-many-tries' | 'busy';
  };
  /** 退出登录 · Sign out */
  'kernel.sign-out': { input: { [name: string]: never }; result: undefined; refusal: never };
  /** 分设机构 · Split a unit */
  'kernel.split-unit': {
    input: { unit: string; into: readonly string[]; day: string; paper?: string | undefined };
    result: undefined;
    refusal: 'unit-unknown' | 'unit-ended' | 'unit-below-itself';
  };
  /** 统一身份登录 · Start sign-in at a provider */
  'kernel.start-oidc': {
    input: { provider: string; purpose?: 'sign-in' | 'link' | undefined; to?: string | undefined };
    result: { url: string };
    refusal: 'provider-unknown' | 'provider-unreachable' | 'not-signed-in';
  };
  /** 发起口令重置 · Start a password reset */
  'kernel.start-reset': {
    input: { account: string };
    result: { code: string; expiresAt: string };
    refusal: 'not-found' | 'account-disabled' | 'not-a-persons-account' | 'not-ones-own-reset';
  };
  /** 取消导入 · Stop an import */
  'kernel.stop-import': { input: { import: string }; result: undefined; refusal: never };
  /** 划去意见 · Strike a comment */
  'kernel.strike-comment': { input: { comment: string }; result: undefined; refusal: 'not-found' | 'comment-struck' };
  /** 启停通知渠道 · Switch a notice channel */
  'kernel.switch-channel': {
    input: { channel: string; open: boolean; why: string };
    result: undefined;
    refusal: 'not-found';
  };
  /** 开关扫码报修 · Switch reports by scanning */
  'kernel.switch-fault-reports': {
    input: { unit: string; open: boolean; why: string };
    result: undefined;
    refusal: 'unit-unknown';
  };
  /** 切换岗位 · Switch the post */
  'kernel.switch-post': {
    input: { post: string; standInFor?: string | undefined };
    result: undefined;
    refusal: 'not-signed-in' | 'second-factor-first' | 'post-not-yours';
  };
  /** 受理 · Take it */
  'kernel.take-fault-report': { input: { report: string }; result: undefined; refusal: 'not-now' };
  /** 解除动态口令 · Take off a second factor */
  'kernel.take-off-second-factor': {
    input: { account: string; why: string };
    result: undefined;
    refusal: 'not-found' | 'not-ones-own-factor' | 'no-second-factor';
  };
  /** 试发 · Send a test */
  'kernel.test-channel': {
    input: { channel: string };
    result: undefined;
    refusal: 'not-found' | 'channel-closed' | 'receiver-missing';
  };
  /** 解除统一身份关联 · Unbind an identity */
  'kernel.unbind-identity': { input: { identity: string }; result: undefined; refusal: 'not-found' };
  /** 撤销导入 · Undo an import */
  'kernel.undo-import': { input: { import: string }; result: undefined; refusal: 'batch-not-finished' | 'overloaded' };
  /** 验证操作记录 · Verify the Record */
  'kernel.verify-record': { input: { [name: string]: never }; result: { job: string }; refusal: never };
  /** 停用本地标准 · Withdraw a local standard */
  'kernel.withdraw-local-standard': {
    input: { local: string; why: string };
    result: undefined;
    refusal: 'right-ended';
  };
  /** 发表意见 · Write a comment */
  'kernel.write-comment': {
    input: {
      kind: string;
      id: string;
      text: string;
      mentions?: readonly string[] | undefined;
      files?: readonly string[] | undefined;
    };
    result: { comment: string; notTold: readonly string[] };
    refusal: 'not-found' | 'too-often';
  };
}
