// Made from the contract (GET /api/openapi.json) by scripts/reference.ts; `npm run check` fails when it is stale.
/** Doors of this room, as pages call them by name. */

export {};

declare module '@opengoa/web-kit/doors' {
  interface Reads {
    /** 风控链 · The chain */
    'risk-centre.chain': {
      query: { [name: string]: never };
      answer: {
        facts: number;
        kitsLive: number;
        kitsShadow: number;
        looked: number;
        silent: number;
        raised: number;
        explained: number;
        confirmed: number;
        rectifying: number;
        overdue: number;
        closed: number;
        dismissed: number;
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
        signals: readonly { at: string; period: readonly [string, string]; explanation: { zh: string; en: string } }[];
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
    /** 规则登记册 · Register of kits */
    'risk-centre.kits': {
      query: { [name: string]: never };
      answer: {
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
          settings: { [name: string]: unknown };
          outcomes: { [name: string]: number };
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
        probability: number;
        expected_loss: number;
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
        not_applicable: number | null;
      };
      filter: 'kit' | 'unit_id';
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
      input: { finding: string; outcome: 'explained' | 'data-problem' | 'not-verifiable'; reason: string };
      result: undefined;
      refusal: 'not-now' | 'own-finding' | 'unit-answers-first';
    };
    /** 单位说明 · Explain */
    'risk-centre.explain-finding': {
      input: { finding: string; answer: string; papers?: readonly string[] | undefined };
      result: undefined;
      refusal: 'not-now';
    };
    /** 报告整改 · Report rectification */
    'risk-centre.rectify-finding': { input: { finding: string; done: string }; result: undefined; refusal: 'not-now' };
    /** 验收整改 · Accept rectification */
    'risk-centre.verify-finding': {
      input: { finding: string; accepted: boolean; opinion: string };
      result: undefined;
      refusal: 'not-now' | 'own-finding';
    };
  }
}
