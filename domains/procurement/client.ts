// Made from the contract (GET /api/openapi.json) by scripts/reference.ts; `npm run check` fails when it is stale.
/** Doors of this room, as pages call them by name. */

export {};

declare module '@opengoa/web-kit/doors' {
  interface Reads {
    /** 询价 · An inquiry */
    'procurement.inquiry': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        number: string;
        state: 'open' | 'opened' | 'awarded' | 'cancelled';
        version: number;
        title: string;
        kind: 'repair' | 'insurance' | 'hired-cars' | 'goods' | 'services' | 'works';
        what: string;
        estimateFen: number;
        method: 'open' | 'invited' | 'direct';
        reason: string;
        rule: 'lowest' | 'scored' | 'benchmark';
        deadline: string;
        notices: readonly { zh: string; en: string }[];
        publishedName: string;
        openedAt: string | null;
        quotes: number;
        lowestFen: number | null;
        supplier: string | null;
        amountFen: number | null;
        awardReason: string | null;
        awardedName: string | null;
        why: string | null;
        invited: readonly { supplier: string; code: string }[];
        may: readonly string[];
      };
    };
  }

  interface Lists {
    /** 询价 · Inquiries */
    'procurement.inquiries': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        title: string | null;
        state: 'open' | 'opened' | 'awarded' | 'cancelled' | null;
        kind: 'repair' | 'insurance' | 'hired-cars' | 'goods' | 'services' | 'works' | null;
        deadline: string;
        quotes: number;
        estimate_fen: number;
        amount_fen: number | null;
        supplier: string | null;
        method: 'open' | 'invited' | 'direct' | null;
        rule: 'lowest' | 'scored' | 'benchmark' | null;
        award_reason: string | null;
        published_at: string;
        published_name: string | null;
        awarded_name: string | null;
        why: string | null;
        may: readonly string[];
      };
      filter: 'number' | 'state' | 'kind' | 'deadline' | 'supplier' | 'method' | 'rule' | 'published_at' | 'unit_id';
    };
    /** 报价 · Quotes */
    'procurement.quotes': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        supplier: string;
        amount_fen: number | null;
        opened: boolean | null;
        state: 'entered' | 'valid' | 'invalid' | 'struck' | null;
        won: boolean | null;
        late: boolean | null;
        invited: boolean | null;
        received_at: string;
        why: string | null;
        note: string | null;
        code: string | null;
        title: string | null;
        entered_name: string | null;
        entered_at: string;
        judged_name: string | null;
        inquiry_id: string;
        inquiry_state: string | null;
        may: readonly string[];
      };
      filter:
        | 'number'
        | 'supplier'
        | 'opened'
        | 'state'
        | 'won'
        | 'late'
        | 'invited'
        | 'received_at'
        | 'code'
        | 'unit_id'
        | 'inquiry_id';
    };
  }

  interface Verbs {
    /** 确定成交 · Award */
    'procurement.award-inquiry': {
      input: { inquiry: string; quote: string; reason?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'entered-by-yourself' | 'quotes-unjudged' | 'quote-not-valid' | 'award-needs-reason';
    };
    /** 取消询价 · Cancel an inquiry */
    'procurement.cancel-inquiry': { input: { inquiry: string; why: string }; result: undefined; refusal: 'not-now' };
    /** 登记报价 · Enter a quote */
    'procurement.enter-quote': {
      input: {
        inquiry?: string | undefined;
        number?: string | undefined;
        supplier: string;
        code: string;
        amountFen: number;
        receivedAt: string;
        note?: string | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'credit-code-wrong' | 'received-ahead' | 'quote-entered';
    };
    /** 邀请供应商 · Invite a supplier */
    'procurement.invite-supplier': {
      input: { inquiry: string; supplier: string; code: string };
      result: undefined;
      refusal: 'not-now' | 'credit-code-wrong' | 'invited-after-deadline' | 'already-invited';
    };
    /** 评审报价 · Judge a quote */
    'procurement.judge-quote': {
      input: { quote: string; valid: boolean; why?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'quote-not-open' | 'reason-needed';
    };
    /** 开启报价 · Open the quotes */
    'procurement.open-quotes': {
      input: { inquiry: string };
      result: undefined;
      refusal: 'not-now' | 'before-deadline';
    };
    /** 发布询价 · Publish an inquiry */
    'procurement.publish-inquiry': {
      input: {
        unit: string;
        title: string;
        kind: 'repair' | 'insurance' | 'hired-cars' | 'goods' | 'services' | 'works';
        what?: string | undefined;
        estimateFen: number;
        method: 'open' | 'invited' | 'direct';
        reason?: string | undefined;
        rule: 'lowest' | 'scored' | 'benchmark';
        deadline: string;
      };
      result: { inquiry: string; number: string };
      refusal: 'unit-unknown' | 'deadline-past' | 'method-needs-reason' | 'over-open-limit';
    };
    /** 撤销报价 · Strike a quote */
    'procurement.strike-quote': {
      input: { quote: string; why: string };
      result: undefined;
      refusal: 'not-now' | 'quote-not-open';
    };
  }
}
