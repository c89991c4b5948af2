// Made from the contract (GET /api/openapi.json) by scripts/reference.ts; `npm run check` fails when it is stale.
/** Doors of this room, as pages call them by name. */

export {};

declare module '@opengoa/web-kit/doors' {
  interface Reads {
    /** 风控链 · The chain */
    'risk-centre.chain': {
      query: { [name: string]: never };
      answer: {
        collected: number;
        shared: number;
        looked: number;
        silent: number;
        patterns: number;
        measured: number;
        kits: number;
        kitsLive: number;
        kitsShadow: number;
        identified: number;
        since: string;
        live: number;
        raised: number;
        explained: number;
        confirmed: number;
        rectifying: number;
        overdue: number;
        overdueRectifying: number;
        verdicts: number;
        closed: number;
        dismissed: number;
        dueSoon: number;
        predicted: boolean;
        week: { from: string; raised: number; budget: number };
        tuned: readonly { kit: string; title: { zh: string; en: string }; since: string }[];
      };
    };
    /** 搜集 · Collected */
    'risk-centre.collect': {
      query: { [name: string]: never };
      answer: {
        sources: readonly {
          room: string;
          name: string;
          title: { zh: string; en: string } | null;
          today: number;
          last: string | null;
          stale: boolean;
          opens: string | null;
        }[];
        parked: number;
        sealed: number;
      };
    };
    /** 绩效评估 · Evaluated */
    'risk-centre.evaluate': {
      query: { [name: string]: never };
      answer: {
        fewest: number;
        kinds: readonly {
          kind: string;
          raised: number;
          answered: number;
          decided: number;
          ended: number;
          toAnswer: number | null;
          toDecide: number | null;
          toEnd: number | null;
        }[];
      };
    };
    /** 反馈 · Fed back */
    'risk-centre.feedback': {
      query: { [name: string]: never };
      answer: {
        fewest: number;
        kits: readonly {
          id: string;
          title: { zh: string; en: string };
          verdicts: number;
          ownWeight: number | null;
          measuredWeight: number | null;
          settings: { [name: string]: number };
          own: { [name: string]: number };
          since: string | null;
          reasons: readonly { code: string; title: { zh: string; en: string }; n: number }[];
        }[];
      };
    };
    /** 待核实异常 · A finding */
    'risk-centre.finding': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        number: string;
        kit: string;
        kitTitle: { zh: string; en: string };
        question: { zh: string; en: string };
        remedy: { zh: string; en: string };
        article: { document: string; number?: string; article?: string } | null;
        precision: { reviewed: number; mean: number; lower: number; upper: number } | null;
        subject: { kind: string; id: string; name: string };
        period: readonly [string, string];
        state: 'raised' | 'explained' | 'confirmed' | 'assigned' | 'rectified' | 'dismissed' | 'closed';
        level: 'red' | 'orange' | 'yellow' | 'blue';
        probability: number;
        loss: {
          low: number;
          mid: number;
          high: number;
          unit: string;
          amount: { low: number; mid: number; high: number; unit: string } | null;
        } | null;
        shadow: boolean;
        verdict: {
          kit: string;
          version: string;
          rule: string;
          evidenceClass: 'D' | 'S' | 'M';
          value: number | null;
          threshold: number | null;
          unit: string;
          explanation: { zh: string; en: string };
          benign: readonly { zh: string; en: string }[];
          evidence: readonly ({ table: string; key: string; field: string; value: unknown } & {
            [name: string]: unknown;
          })[];
          standards?: {
            [name: string]: { id: string; value: unknown; unit: string; day: string } & { [name: string]: unknown };
          };
        } & { [name: string]: unknown };
        fewest: number;
        signals: readonly {
          kit: string;
          kitTitle: { zh: string; en: string };
          at: string;
          period: readonly [string, string];
          explanation: { zh: string; en: string };
        }[];
        prior: number;
        contributions: readonly {
          kit: string;
          title: { zh: string; en: string };
          logOdds: number;
          weight: number;
          measured: boolean;
        }[];
        peers: { n: number; low: number; q1: number; median: number; q3: number; high: number } | null;
        history: readonly {
          id: string;
          number: string;
          kitTitle: { zh: string; en: string };
          period: readonly [string, string];
          state: 'raised' | 'explained' | 'confirmed' | 'assigned' | 'rectified' | 'dismissed' | 'closed';
          outcome: 'confirmed' | 'partly-confirmed' | 'explained' | 'data-problem' | 'not-verifiable' | null;
        }[];
        derived: { [name: string]: { zh: string; en: string } };
        reasons: readonly {
          code: string;
          title: { zh: string; en: string };
          outcome: 'explained' | 'data-problem' | 'not-verifiable';
        }[];
        cause: { zh: string; en: string } | null;
        papers: readonly { id: string; name: string }[];
        opens: string | null;
        raisedAt: string;
        due: string | null;
        overdue: boolean;
        escalations: number;
        answer: string | null;
        answeredAt: string | null;
        outcome: 'confirmed' | 'partly-confirmed' | 'explained' | 'data-problem' | 'not-verifiable' | null;
        outcomeReason: string | null;
        assignedTo: string | null;
        rectified: string | null;
        closedAt: string | null;
        may: readonly string[];
      };
    };
    /** 规则的方法与例证 · Method and cases of a kit */
    'risk-centre.kit-paper': {
      query: { kit: string };
      answer: {
        kit: string;
        title: { zh: string; en: string };
        method: string;
        derived: readonly { field: string; formula: { zh: string; en: string } }[];
        found: readonly { name: string; reason: string; status: string | null }[];
        notFound: readonly { name: string; reason: string; status: string | null }[];
      };
    };
    /** 规则登记册 · Register of kits */
    'risk-centre.kits': {
      query: { [name: string]: never };
      answer: {
        fewest: number;
        kits: readonly {
          id: string;
          title: { zh: string; en: string };
          question: { zh: string; en: string };
          version: string;
          state: string;
          evidenceClass: string;
          subject: string;
          article: { document: string; number?: string; article?: string };
          remedy: { zh: string; en: string };
          knownFalseAlarms: readonly { zh: string; en: string }[];
          indicators: readonly string[];
          together: readonly string[];
          atOnce: boolean;
          prior: number;
          settings: readonly { name: string; value: number; own: number; from: number; to: number; unit: string }[];
          standards: readonly {
            name: string;
            id: string;
            value: number | string | boolean | null;
            unit: string;
            article: { document: string; number?: string; article?: string } | null;
          }[];
          outcomes: { [name: string]: number };
          verdicts: number;
          precision: { reviewed: number; mean: number; lower: number; upper: number } | null;
          lastRun: {
            at: string;
            period: readonly [string, string];
            looked: number;
            flagged: number;
            clear: number;
            insufficient: number;
            notApplicable: number;
          } | null;
        }[];
      };
    };
    /** 价值挖掘 · Mined */
    'risk-centre.mine': {
      query: { [name: string]: never };
      answer: {
        limits: { together: number; lift: number };
        pairs: readonly {
          one: string;
          other: string;
          together: number;
          ofOne: number;
          ofOther: number;
          of: number;
          lift: number;
          pattern: boolean;
        }[];
      };
    };
    /** 预测 · Predicted */
    'risk-centre.predict': {
      query: { [name: string]: never };
      answer: {
        fewest: number;
        daysAhead: number;
        rates: readonly {
          level: 'red' | 'orange' | 'yellow' | 'blue';
          ended: number;
          overdue: number;
          rate: { mean: number; lower: number; upper: number } | null;
        }[];
        soon: readonly {
          id: string;
          number: string;
          unit: string;
          subject: string;
          state: string;
          level: 'red' | 'orange' | 'yellow' | 'blue';
          due: string;
          probability: number | null;
        }[];
      };
    };
    /** 最新信号 · The newest signal */
    'risk-centre.pulse': { query: { [name: string]: never }; answer: { newest: string | null } };
    /** 共享 · Shared */
    'risk-centre.share': {
      query: { [name: string]: never };
      answer: {
        views: readonly { room: string; view: string; columns: number; usedBy: readonly string[] }[];
        followers: readonly { name: string; behind: number; movedAt: string; parked: string | null }[];
        exports: number;
      };
    };
    /** 试算结果 · A trial */
    'risk-centre.trial': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        kit: string;
        title: { zh: string; en: string };
        version: string;
        period: readonly [string, string];
        settings: { [name: string]: number };
        present: { [name: string]: number };
        standards: { [name: string]: number };
        state: 'waiting' | 'running' | 'done' | 'cancelled' | 'too-much';
        done: number;
        of: number;
        askedCounts: { [name: string]: number };
        presentCounts: { [name: string]: number };
        askedAt: string;
        figures: {
          asked: number;
          present: number;
          agree: number;
          fresh: number;
          noLonger: number;
          noLongerTrue: number;
          precision: { reviewed: number; mean: number; lower: number; upper: number } | null;
        };
        months: readonly { month: string; asked: number; present: number; agree: number; noLonger: number }[];
        units: readonly { unit: string; asked: number; present: number; agree: number; noLonger: number }[];
        may: readonly string[];
      };
    };
  }

  interface Lists {
    /** 待核实异常 · Findings */
    'risk-centre.findings': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        level: 'red' | 'orange' | 'yellow' | 'blue' | null;
        state: 'raised' | 'explained' | 'confirmed' | 'assigned' | 'rectified' | 'dismissed' | 'closed' | null;
        unit_name: string | null;
        subject_name: string | null;
        kit_title: string | null;
        kit_title_en: string | null;
        kit: string | null;
        live: boolean | null;
        probability: number;
        expected_loss: number;
        expected_loss_fen: number | null;
        loss_unit: string | null;
        explanation: string | null;
        explanation_en: string | null;
        period_from: string | null;
        period_to: string | null;
        raised_at: string;
        due_at: string | null;
        overdue: boolean | null;
        escalations: number | null;
        outcome: 'confirmed' | 'partly-confirmed' | 'explained' | 'data-problem' | 'not-verifiable' | null;
        shadow: boolean | null;
        may: readonly string[];
      };
      filter:
        | 'number'
        | 'level'
        | 'state'
        | 'unit_id'
        | 'subject_name'
        | 'kit'
        | 'live'
        | 'probability'
        | 'period_from'
        | 'raised_at'
        | 'overdue'
        | 'outcome'
        | 'shadow';
    };
    /** 规则运行记录 · Runs of kits */
    'risk-centre.runs': {
      row: {
        id: string;
        unit_id: string | null;
        at: string;
        kit: string | null;
        kit_version: string | null;
        period_from: string | null;
        period_to: string | null;
        looked: number | null;
        flagged: number | null;
        clear: number | null;
        insufficient: number | null;
        at_once: boolean | null;
        not_applicable: number | null;
      };
      filter: 'kit' | 'unit_id' | 'at_once';
    };
    /** 试算提示 · Alarms of a trial */
    'risk-centre.trial-alarms': {
      row: {
        id: string;
        unit_id: string | null;
        trial_id: string | null;
        standing: 'agree' | 'new' | 'no-longer' | null;
        finding_number: string | null;
        outcome: 'confirmed' | 'partly-confirmed' | 'explained' | 'data-problem' | 'not-verifiable' | null;
        unit_name: string | null;
        subject_name: string | null;
        month: string | null;
        period_from: string;
        period_to: string | null;
        explanation: string | null;
        explanation_en: string | null;
        asked: boolean | null;
        present: boolean | null;
        finding_id: string | null;
      };
      filter: 'trial_id' | 'standing' | 'outcome' | 'unit_id' | 'subject_name' | 'month' | 'asked' | 'present';
    };
    /** 历史试算 · Trials on history */
    'risk-centre.trials': {
      row: {
        id: string;
        unit_id: string | null;
        kit: string | null;
        kit_version: string | null;
        period_from: string | null;
        period_to: string | null;
        state: 'waiting' | 'running' | 'done' | 'cancelled' | 'too-much' | null;
        asked_flags: number | null;
        present_flags: number | null;
        insufficient: number | null;
        asked_at: string;
      };
      filter: 'kit' | 'state';
    };
    /** 核实结论 · Verdicts */
    'risk-centre.verdicts': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        finding_id: string;
        kit: string;
        unit_name: string | null;
        subject_name: string | null;
        outcome: 'confirmed' | 'partly-confirmed' | 'explained' | 'data-problem' | 'not-verifiable';
        cause: string | null;
        outcome_reason: string | null;
        decided_at: string;
      };
      filter: 'number' | 'kit' | 'unit_id' | 'subject_name' | 'outcome' | 'cause' | 'decided_at';
    };
  }

  interface Verbs {
    /** 调整规则状态 · Change a kit’s state */
    'risk-centre.adopt-kit': {
      input: { kit: string; state: 'shadow' | 'live' | 'restricted' | 'retired'; reason: string };
      result: undefined;
      refusal: 'kit-unknown' | 'kit-already-so';
    };
    /** 交办整改 · Assign */
    'risk-centre.assign-finding': {
      input: { finding: string; to: string; request: string };
      result: undefined;
      refusal: 'not-now' | 'person-not-of-unit';
    };
    /** 取消试算 · Cancel the trial */
    'risk-centre.cancel-trial': { input: { trial: string }; result: undefined; refusal: 'trial-over' };
    /** 销号 · Close */
    'risk-centre.close-finding': {
      input: { finding: string; conclusion: string };
      result: undefined;
      refusal: 'not-now' | 'own-finding';
    };
    /** 确认属实 · Confirm */
    'risk-centre.confirm-finding': {
      input: { finding: string; outcome: 'confirmed' | 'partly-confirmed'; reason: string };
      result: undefined;
      refusal: 'not-now' | 'own-finding' | 'unit-answers-first';
    };
    /** 不属实 · Dismiss */
    'risk-centre.dismiss-finding': {
      input: {
        finding: string;
        outcome: 'explained' | 'data-problem' | 'not-verifiable';
        cause?: string | undefined;
        reason: string;
      };
      result: undefined;
      refusal: 'not-now' | 'own-finding' | 'unit-answers-first' | 'reason-not-listed';
    };
    /** 单位说明 · Explain */
    'risk-centre.explain-finding': {
      input: { finding: string; answer: string; papers?: readonly string[] | undefined };
      result: undefined;
      refusal: 'not-now';
    };
    /** 报告整改 · Report rectification */
    'risk-centre.rectify-finding': { input: { finding: string; done: string }; result: undefined; refusal: 'not-now' };
    /** 历史试算 · Try on history */
    'risk-centre.try-kit': {
      input: {
        kit: string;
        period: readonly [string, string];
        settings?: { [name: string]: number } | undefined;
        standards?: { [name: string]: number } | undefined;
      };
      result: { trial: string };
      refusal:
        | 'kit-unknown'
        | 'period-backwards'
        | 'period-too-long'
        | 'setting-outside-range'
        | 'standard-not-asked'
        | 'trial-waiting';
    };
    /** 调整规则灵敏度 · Change a kit’s settings */
    'risk-centre.tune-kit': {
      input: { kit: string; settings: { [name: string]: number }; reason: string };
      result: undefined;
      refusal: 'kit-unknown' | 'setting-outside-range' | 'kit-already-so';
    };
    /** 验收整改 · Accept rectification */
    'risk-centre.verify-finding': {
      input: { finding: string; accepted: boolean; opinion: string };
      result: undefined;
      refusal: 'not-now' | 'own-finding';
    };
  }
}
