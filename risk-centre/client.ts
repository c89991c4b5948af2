// Made from the contract (GET /api/openapi.json) by scripts/reference.ts; `npm run check` fails when it is stale.
/** Doors of this room, as pages call them by name. */

export {};

declare module '@opengoa/web-kit/doors' {
  interface Reads {
    /** 本周提示 · Alerts of the week */
    'risk-centre.alerts': {
      query: { week?: string | undefined };
      answer: {
        week: string;
        thisWeek: string;
        fewest: number;
        limits: {
          lossFen: { red: number; orange: number; yellow: number };
          probability: { orange: number; yellow: number };
        };
        desks: readonly {
          unit: string;
          persons: number;
          budget: {
            falseShare: { red: number; orange: number; yellow: number };
            officeAlerts: number;
            alerts: number;
            hours: number;
          };
          used: { alerts: number; hours: number };
          carried: { alerts: number; hours: number };
          faint: number;
          correction: { way: 'as-stated' | 'line' | 'order'; cases: number; rarer: number; needed: number };
          drawnAt: string;
          offices: readonly {
            office: string;
            sent: number;
            hours: number;
            red: { sent: number; expectedFalse: number | null };
            orange: { sent: number; expectedFalse: number | null };
            yellow: { sent: number; expectedFalse: number | null };
            uncertain: number;
            capacity: number;
          }[];
        }[];
        sent: readonly {
          finding: string;
          number: string;
          unit: string;
          unitName: string;
          subject: string;
          kit: string;
          kitTitle: { zh: string; en: string };
          office: string;
          standing: 'sent' | 'too-uncertain' | 'no-capacity';
          colour: 'red' | 'orange' | 'yellow';
          asked: 'red' | 'orange' | 'yellow';
          reason:
            | 'shadow-or-data'
            | 'documentary-with-impact'
            | 'limit-broken'
            | 'expected-loss'
            | 'probability-and-loss'
            | 'breach-ahead'
            | 'below-all'
            | 'earlier-signal';
          stated: number;
          probability: number;
          lossFen: number;
          floored: boolean;
          hours: number;
          state: 'raised' | 'explained' | 'confirmed' | 'assigned' | 'rectified' | 'dismissed' | 'closed';
          outcome: 'confirmed' | 'partly-confirmed' | 'explained' | 'data-problem' | 'not-verifiable' | null;
        }[];
        held: readonly {
          finding: string;
          number: string;
          unit: string;
          unitName: string;
          subject: string;
          kit: string;
          kitTitle: { zh: string; en: string };
          office: string;
          standing: 'sent' | 'too-uncertain' | 'no-capacity';
          colour: 'red' | 'orange' | 'yellow';
          asked: 'red' | 'orange' | 'yellow';
          reason:
            | 'shadow-or-data'
            | 'documentary-with-impact'
            | 'limit-broken'
            | 'expected-loss'
            | 'probability-and-loss'
            | 'breach-ahead'
            | 'below-all'
            | 'earlier-signal';
          stated: number;
          probability: number;
          lossFen: number;
          floored: boolean;
          hours: number;
          state: 'raised' | 'explained' | 'confirmed' | 'assigned' | 'rectified' | 'dismissed' | 'closed';
          outcome: 'confirmed' | 'partly-confirmed' | 'explained' | 'data-problem' | 'not-verifiable' | null;
        }[];
        heldInAll: number;
        weeks: readonly {
          week: string;
          sent: number;
          open: number;
          true: number;
          partly: number;
          notTrue: number;
          unverifiable: number;
          expectedFalse: number | null;
          foundFalse: number | null;
        }[];
      };
    };
    /** 文件分析 · An analysis of files */
    'risk-centre.analysis': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        person: string | null;
        method: {
          name: string;
          about: { zh: string; en: string };
          files: readonly {
            role: string;
            title: { zh: string; en: string };
            columns: readonly { name: string; title: { zh: string; en: string }; required: boolean }[];
          }[];
          settings: readonly { name: string; about: { zh: string; en: string } }[];
          output: readonly { name: string; title: { zh: string; en: string } }[];
        };
        name: string | null;
        state: 'looking' | 'looked' | 'waiting' | 'running' | 'done' | 'kept' | 'cancelled' | 'failed' | 'dropped';
        files: readonly {
          file: string;
          name: string;
          role: string;
          head: {
            headers: readonly string[];
            columns: { [name: string]: string };
            rows: readonly (readonly string[])[];
            rowsOf: number;
          } | null;
        }[];
        settings: { [name: string]: string };
        rowsOf: number;
        rowsRead: number;
        bad: number;
        answers: number;
        flags: number;
        why: { zh: string; en: string } | null;
        askedAt: string;
        endedAt: string | null;
        may: readonly string[];
      };
    };
    /** 分析结果 · Answers of an analysis */
    'risk-centre.analysis-answers': {
      query: {
        id: string;
        after?: string | undefined;
        rows?: 'page' | 'many' | undefined;
        only?: 'all' | 'flagged' | undefined;
      };
      answer: {
        unit: string;
        name: string;
        columns: readonly { name: string; title: { zh: string; en: string } }[];
        rows: readonly {
          place: number;
          cells: readonly (string | number | null)[];
          score: number | null;
          flag: boolean;
          reason: { zh: string; en: string };
        }[];
        total: number;
      };
    };
    /** 不能分析的行 · Rows that were passed over */
    'risk-centre.analysis-bad-rows': {
      query: { id: string; after?: string | undefined; rows?: 'page' | 'many' | undefined };
      answer: {
        unit: string;
        name: string;
        rows: readonly { place: number; file: string; line: number; why: { zh: string; en: string } }[];
        total: number;
      };
    };
    /** 分析方法 · Methods for files */
    'risk-centre.analysis-methods': {
      query: { [name: string]: never };
      answer: {
        methods: readonly {
          name: string;
          about: { zh: string; en: string };
          files: readonly {
            role: string;
            title: { zh: string; en: string };
            columns: readonly { name: string; title: { zh: string; en: string }; required: boolean }[];
          }[];
          settings: readonly { name: string; about: { zh: string; en: string } }[];
          output: readonly { name: string; title: { zh: string; en: string } }[];
        }[];
      };
    };
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
        week: { from: string; raised: number; alerts: { sent: number; most: number; held: number } | null };
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
    /** 牵连与抢修次序 · What else goes down */
    'risk-centre.depending': {
      query: { part?: string | undefined; down?: string | undefined };
      answer: {
        needs: number;
        weighed: boolean;
        usualHours: number;
        choices: readonly {
          id: string;
          name: string;
          kind: 'building' | 'floor' | 'room' | 'supply' | 'equipment' | 'system' | 'service';
        }[];
        chosen: {
          id: string;
          name: string;
          kind: 'building' | 'floor' | 'room' | 'supply' | 'equipment' | 'system' | 'service';
          unit: string;
          source: { zh: string; en: string } | null;
          hourLossFen: number | null;
          down: readonly {
            id: string;
            name: string;
            kind: 'building' | 'floor' | 'room' | 'supply' | 'equipment' | 'system' | 'service';
            unit: string;
            wave: number;
            want: readonly { id: string; name: string }[];
            source: { zh: string; en: string } | null;
          }[];
          inAll: number;
        } | null;
        weak: readonly {
          id: string;
          name: string;
          kind: 'building' | 'floor' | 'room' | 'supply' | 'equipment' | 'system' | 'service';
          takes: number;
          first: readonly string[];
          outageFen: number | null;
          hours: number;
          assumed: boolean;
        }[];
        downNow: readonly { part: string; name: string; why: { zh: string; en: string }; opens: string }[];
        fix: {
          steps: readonly {
            id: string;
            name: string;
            doneAfterHours: number;
            comesBack: readonly string[];
            assumed: boolean;
          }[];
          supposed: readonly string[];
          lossFen: number | null;
          proven: boolean;
        } | null;
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
          rho: number | null;
        }[];
        stated: number | null;
        correction: { way: 'line' | 'order'; cases: number; came: number } | null;
        repeating: readonly {
          kits: readonly { zh: string; en: string }[];
          rho: number | null;
          subjects: number;
          needed: number;
        }[];
        round: number;
        rounds: readonly {
          id: string;
          number: string;
          round: number;
          period: readonly [string, string];
          state: 'raised' | 'explained' | 'confirmed' | 'assigned' | 'rectified' | 'dismissed' | 'closed';
          outcome: 'confirmed' | 'partly-confirmed' | 'explained' | 'data-problem' | 'not-verifiable' | null;
          rectified: string | null;
          heldDays: number | null;
        }[];
        reopenDays: number;
        stretches: readonly (readonly [string, string])[];
        rules: readonly { id: string; told: { zh: string; en: string }; at: string; opens: boolean }[];
        peers: { n: number; low: number; q1: number; median: number; q3: number; high: number } | null;
        peersAlike: boolean;
        history: readonly {
          id: string;
          number: string;
          kitTitle: { zh: string; en: string };
          period: readonly [string, string];
          state: 'raised' | 'explained' | 'confirmed' | 'assigned' | 'rectified' | 'dismissed' | 'closed';
          outcome: 'confirmed' | 'partly-confirmed' | 'explained' | 'data-problem' | 'not-verifiable' | null;
        }[];
        colour: {
          reason:
            | 'shadow-or-data'
            | 'documentary-with-impact'
            | 'limit-broken'
            | 'expected-loss'
            | 'probability-and-loss'
            | 'breach-ahead'
            | 'below-all'
            | 'earlier-signal';
          level: 'red' | 'orange' | 'yellow' | 'blue';
          lossFen: number;
          limits: {
            lossFen: { red: number; orange: number; yellow: number };
            probability: { orange: number; yellow: number };
          };
          alert: {
            week: string;
            standing: 'sent' | 'too-uncertain' | 'no-capacity';
            colour: 'red' | 'orange' | 'yellow';
            asked: 'red' | 'orange' | 'yellow';
          } | null;
        };
        subjectOpen: { open: number; anyProbability: number; expectedLossFen: number };
        remedies: {
          ways: readonly {
            done: string;
            held: number;
            cameBack: number;
            holds: number;
            lower: number;
            noFix: boolean;
            cases: readonly string[];
          }[];
          cases: readonly {
            id: string;
            number: string;
            subject: string;
            unitName: string;
            done: string;
            likeness: number;
            watchedDays: number;
            cameBack: { id: string; number: string } | null;
          }[];
          watchedDays: number;
          recurs: { probability: number; lower: number; of: number } | null;
        };
        native: { [name: string]: { zh: string; en: string } };
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
    /** 规则的学习 · What a kit has learned */
    'risk-centre.kit-learning': {
      query: { kit: string };
      answer: {
        kit: string;
        fewest: number;
        precision: readonly {
          by: 'all' | 'kind' | 'setting';
          key: string;
          verdicts: number;
          outcomes: { [name: string]: number };
          precision: { reviewed: number; mean: number; lower: number; upper: number } | null;
        }[];
        since: string;
        answerKinds: readonly ('flagged' | 'clear' | 'insufficient' | 'notApplicable')[];
        answers: {
          state: 'stable' | 'watch' | 'act' | null;
          psi: number | null;
          before: number;
          now: number;
          bins: readonly { from: number | null; before: number; now: number }[];
          why: readonly { zh: string; en: string; needed: number; found: number }[];
        };
        figures: {
          state: 'stable' | 'watch' | 'act' | null;
          psi: number | null;
          before: number;
          now: number;
          bins: readonly { from: number | null; before: number; now: number }[];
          why: readonly { zh: string; en: string; needed: number; found: number }[];
        };
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
          asKnown: { zh: string; en: string } | null;
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
    /** 阈值与命中率 · Thresholds and precision */
    'risk-centre.learning': {
      query: { [name: string]: never };
      answer: {
        fewest: number;
        kits: readonly {
          id: string;
          title: { zh: string; en: string };
          verdicts: number;
          precision: { reviewed: number; mean: number; lower: number; upper: number } | null;
          setting: string | null;
          now: number | null;
          to: number | null;
          reason:
            | 'gains-more'
            | 'precision-below-floor'
            | 'too-many-alerts'
            | 'best-already'
            | 'loss-not-told'
            | 'held'
            | 'frozen'
            | 'nothing-known-below'
            | null;
          why: readonly { zh: string; en: string; needed: number; found: number }[];
          drift: 'stable' | 'watch' | 'act' | null;
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
        rules: readonly {
          id: string;
          unit: string;
          way: 'verdicts' | 'together';
          told: { zh: string; en: string };
          state: 'draft' | 'live' | 'refused' | 'withdrawn';
          evidence: {
            cases: number;
            wereTrue: number | null;
            expected: number | null;
            lift: number;
            liftLower: number;
            liftUpper: number;
            adjustedP: number;
            share: { mean: number; lower: number; upper: number } | null;
            tried: number;
            tested: number;
          };
          draftedAt: string;
        }[];
        closed: { cases: number; wereTrue: number; needed: number };
      };
    };
    /** 挖掘出的规律 · A mined rule */
    'risk-centre.mined-rule': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        way: 'verdicts' | 'together';
        told: { zh: string; en: string };
        state: 'draft' | 'live' | 'refused' | 'withdrawn';
        evidence: {
          cases: number;
          wereTrue: number | null;
          expected: number | null;
          lift: number;
          liftLower: number;
          liftUpper: number;
          adjustedP: number;
          share: { mean: number; lower: number; upper: number } | null;
          tried: number;
          tested: number;
        };
        draftedAt: string;
        foundUntil: string;
        signedAt: string | null;
        decidedAt: string | null;
        reason: string | null;
        rows: { source: number; shadow: number; live: number; withdrawn: number };
        shadow: {
          flagged: number;
          precision: { reviewed: number; wereTrue: number; mean: number; lower: number; upper: number } | null;
          advice: 'sign' | 'go-on' | 'drop' | null;
          why: readonly { zh: string; en: string; needed: number; found: number }[];
        };
        may: readonly string[];
      };
    };
    /** 下月预测 · Next month */
    'risk-centre.next-month': {
      query: { outcome: string };
      answer: {
        run: {
          outcome: string;
          title: { zh: string; en: string };
          month: string;
          status: 'model' | 'base-rate';
          months: number;
          times: number;
          madeAt: string;
          why: readonly { zh: string; en: string; needed: number; found: number }[];
        } | null;
        fewest: number;
        tried: {
          foretold: number;
          happened: number;
          bins: readonly {
            from: number;
            to: number;
            cases: number;
            stated: number;
            actual: number;
            lower: number;
            upper: number;
          }[];
          brier: number;
          calibrationError: number;
          skill: number;
          auc: number | null;
          baselines: { [name: string]: number };
        } | null;
        live: {
          cases: number;
          happened: number;
          bins: readonly {
            from: number;
            to: number;
            cases: number;
            stated: number;
            actual: number;
            lower: number;
            upper: number;
          }[];
          brier: number;
          calibrationError: number;
        } | null;
        liveCases: number;
        subjects: readonly {
          subject: string;
          kind: string;
          name: string;
          unit: string;
          probability: number | null;
          months: number;
          times: number;
          because: readonly { feature: string; logOdds: number }[];
        }[];
        inAll: number;
      };
    };
    /** 下月预测 · Next months */
    'risk-centre.next-months': {
      query: { [name: string]: never };
      answer: {
        outcomes: readonly {
          outcome: string;
          title: { zh: string; en: string };
          month: string;
          status: 'model' | 'base-rate';
          months: number;
          times: number;
          madeAt: string;
          why: readonly { zh: string; en: string; needed: number; found: number }[];
          subjects: number;
          expected: number | null;
          skill: number | null;
        }[];
      };
    };
    /** 部件名称 · Names of parts */
    'risk-centre.part-choices': {
      query: { q?: string | undefined };
      answer: { choices: readonly { value: string; label: { zh: string; en: string } }[] };
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
    /** 工作质量 · Quality of the risk work */
    'risk-centre.quality': {
      query: { [name: string]: never };
      answer: {
        days: { silent: number; verdicts: number };
        checks: readonly {
          check: 'closed-without-evidence' | 'decided-before-answer' | 'rectification-overdue' | 'acceptance-expired';
          n: number;
        }[];
        offices: readonly {
          check: 'closed-without-evidence' | 'decided-before-answer' | 'rectification-overdue' | 'acceptance-expired';
          n: number;
          office: string;
        }[];
        units: readonly {
          check: 'closed-without-evidence' | 'decided-before-answer' | 'rectification-overdue' | 'acceptance-expired';
          n: number;
          unit: string;
          name: string;
        }[];
        looked: number;
        kits:
          | readonly {
              id: string;
              title: { zh: string; en: string };
              check: 'never-run' | 'silent' | 'no-verdicts' | 'moved-without-evidence';
              n: number;
            }[]
          | null;
      };
    };
    /** 一项风险 · A risk */
    'risk-centre.risk': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        name: string;
        office:
          | 'vehicles'
          | 'energy'
          | 'space'
          | 'assets'
          | 'procurement'
          | 'finance'
          | 'information'
          | 'safety'
          | 'services'
          | 'other';
        post: string;
        controls: string;
        inherent: { likelihood: number; consequence: number };
        residual: { likelihood: number; consequence: number };
        level: 'red' | 'orange' | 'yellow' | 'blue';
        residualLevel: 'red' | 'orange' | 'yellow' | 'blue';
        bounds: { red: number; orange: number; yellow: number };
        state: 'open' | 'accepted' | 'expired' | 'closed';
        acceptedUntil: string | null;
        acceptedReason: string | null;
        longest: number;
        conclusion: string | null;
        enteredAt: string;
        assessedAt: string;
        findings: readonly {
          id: string;
          number: string;
          subject: string;
          level: 'red' | 'orange' | 'yellow' | 'blue';
          state: 'raised' | 'explained' | 'confirmed' | 'assigned' | 'rectified' | 'dismissed' | 'closed';
        }[];
        may: readonly string[];
      };
    };
    /** 风险矩阵 · Risk matrix */
    'risk-centre.risk-matrix': {
      query: { [name: string]: never };
      answer: {
        open: number;
        accepted: number;
        expired: number;
        bounds: { red: number; orange: number; yellow: number };
        fields: readonly {
          likelihood: number;
          consequence: number;
          level: 'red' | 'orange' | 'yellow' | 'blue';
          before: number;
          after: number;
        }[];
      };
    };
    /** 共享 · Shared */
    'risk-centre.share': {
      query: { [name: string]: never };
      answer: {
        views: readonly { room: string; view: string; columns: number; usedBy: readonly string[] }[];
        followers: readonly { name: string; behind: number; movedAt: string; parked: string | null }[];
        exports: number;
      };
    };
    /** 逐月记录 · Months of a subject */
    'risk-centre.subject-months': {
      query: { outcome: string; subject: string };
      answer: {
        months: readonly {
          month: string;
          happened: 0 | 1 | null;
          measures: { [name: string]: number | null };
          opens: string;
        }[];
      };
    };
    /** 阈值建议 · Proposed threshold */
    'risk-centre.threshold-proposal': {
      query: { kit: string };
      answer: {
        kit: string;
        to: number | null;
        reason:
          | 'gains-more'
          | 'precision-below-floor'
          | 'too-many-alerts'
          | 'best-already'
          | 'loss-not-told'
          | 'held'
          | 'frozen'
          | 'nothing-known-below'
          | null;
        evidence: {
          setting: string;
          reason:
            | 'gains-more'
            | 'precision-below-floor'
            | 'too-many-alerts'
            | 'best-already'
            | 'loss-not-told'
            | 'held'
            | 'frozen'
            | 'nothing-known-below';
          now: {
            threshold: number;
            reviewed: number;
            precision: { mean: number; lower: number; upper: number } | null;
            alerts: number;
            gainFen: number;
          };
          proposed: {
            threshold: number;
            reviewed: number;
            precision: { mean: number; lower: number; upper: number } | null;
            alerts: number;
            gainFen: number;
          };
        } | null;
        why: readonly { zh: string; en: string; needed: number; found: number }[];
        moves: readonly { at: string; undone: boolean; undoes: boolean }[];
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
        backTest: {
          alarms: number;
          hits: number;
          wrong: number;
          unverified: number;
          missed: number;
          precision: { reviewed: number; mean: number; lower: number; upper: number } | null;
          recall: { reviewed: number; mean: number; lower: number; upper: number } | null;
          fewest: number;
          lossFoundFen: number;
          lossMissedFen: number;
          notInMoney: { hits: number; missed: number };
          minutesOnWrong: number;
          wrongFen: number;
          daysToDetection: number | null;
          why: readonly { zh: string; en: string; needed: number; found: number }[];
        };
        asKnown: boolean;
        sourceKnows: { zh: string; en: string } | null;
        months: readonly { month: string; asked: number; present: number; agree: number; noLonger: number }[];
        units: readonly { unit: string; asked: number; present: number; agree: number; noLonger: number }[];
        may: readonly string[];
      };
    };
    /** 只读窗口 · A read-only window */
    'risk-centre.window': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        units: readonly { id: string; name: string }[];
        findings: readonly { id: string; number: string }[];
        named: number;
        inspectors: string;
        purpose: string;
        paper: string;
        from: string;
        to: string;
        state: 'proposed' | 'open' | 'closed' | 'ended';
        standing: 'proposed' | 'ahead' | 'open' | 'over' | 'closed';
        daysLeft: number;
        mine: boolean;
        own: boolean;
        proposedBy: string;
        proposedAt: string;
        confirmedBy: string;
        confirmedAt: string | null;
        closedAt: string | null;
        reason: string | null;
        looks: readonly {
          id: string;
          at: string;
          person: string;
          unitName: string;
          finding: { id: string; number: string } | null;
        }[];
        looked: number;
        may: readonly string[];
      };
    };
  }

  interface Lists {
    /** 提示台账 · Alerts */
    'risk-centre.alert-rows': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        finding_id: string;
        week: string;
        office: string | null;
        standing: 'sent' | 'too-uncertain' | 'no-capacity' | null;
        colour: 'red' | 'orange' | 'yellow' | null;
        reason:
          | 'shadow-or-data'
          | 'documentary-with-impact'
          | 'limit-broken'
          | 'expected-loss'
          | 'probability-and-loss'
          | 'breach-ahead'
          | 'below-all'
          | 'earlier-signal'
          | null;
        subject_name: string | null;
        kit_title: string | null;
        probability: number;
        expected_loss_fen: number;
        hours: number | null;
        state: 'raised' | 'explained' | 'confirmed' | 'assigned' | 'rectified' | 'dismissed' | 'closed' | null;
        outcome: 'confirmed' | 'partly-confirmed' | 'explained' | 'data-problem' | 'not-verifiable' | null;
      };
      filter: 'number' | 'week' | 'office' | 'standing' | 'colour' | 'unit_id' | 'subject_name' | 'state' | 'outcome';
    };
    /** 文件分析 · Analyses of files */
    'risk-centre.analyses': {
      row: {
        id: string;
        unit_id: string | null;
        file_names: string | null;
        name: string | null;
        method:
          | 'report-truth'
          | 'bid-collusion'
          | 'ledger-anomalies'
          | 'energy-baseline'
          | 'energy-forecast'
          | 'energy-drivers'
          | 'energy-off-hours'
          | 'energy-thresholds'
          | 'energy-anomalies'
          | 'vehicle-use'
          | 'duplicate-projects'
          | 'people-counts'
          | 'inspection-rounds'
          | 'overdue-hazards'
          | 'incident-places'
          | 'requests-in-time'
          | 'desk-waiting'
          | 'satisfaction'
          | 'seldom-asked-for'
          | 'system-use'
          | 'system-benefit'
          | 'unread-data'
          | 'budget-projection'
          | 'invoice-runs'
          | 'running-costs'
          | 'per-head-targets'
          | 'bills-and-weather'
          | 'equipment-due'
          | 'reception-limits'
          | 'unit-changes'
          | null;
        state:
          | 'looking'
          | 'looked'
          | 'waiting'
          | 'running'
          | 'done'
          | 'kept'
          | 'cancelled'
          | 'failed'
          | 'dropped'
          | null;
        answers: number | null;
        flags: number | null;
        bad: number | null;
        person_id: string | null;
        asked_at: string;
      };
      filter: 'file_names' | 'name' | 'method' | 'state';
    };
    /** 依赖关系 · Dependencies */
    'risk-centre.dependencies': {
      row: {
        id: string;
        unit_id: string | null;
        part: string | null;
        part_id: string;
        kind: 'building' | 'floor' | 'room' | 'supply' | 'equipment' | 'system' | 'service' | null;
        said: string | null;
        at_least: number | null;
        since: string;
        until: string | null;
        standing: boolean | null;
        source: 'entered' | 'file' | null;
        hour_loss_fen: number | null;
        repair_hours: number | null;
        may: readonly string[];
      };
      filter: 'part' | 'kind' | 'said' | 'unit_id' | 'since' | 'until' | 'standing' | 'source';
    };
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
    /** 工作质量明细 · Rows of the quality scan */
    'risk-centre.quality-rows': {
      row: {
        id: string;
        unit_id: string | null;
        check:
          | 'closed-without-evidence'
          | 'decided-before-answer'
          | 'rectification-overdue'
          | 'acceptance-expired'
          | null;
        about: string | null;
        unit_name: string | null;
        office: string | null;
        kit: string | null;
        since: string | null;
        finding_id: string | null;
        risk_id: string | null;
      };
      filter: 'check' | 'unit_id' | 'office' | 'kit' | 'since';
    };
    /** 风险登记册 · Risk register */
    'risk-centre.risks': {
      row: {
        id: string;
        unit_id: string | null;
        name: string | null;
        unit_name: string | null;
        office:
          | 'vehicles'
          | 'energy'
          | 'space'
          | 'assets'
          | 'procurement'
          | 'finance'
          | 'information'
          | 'safety'
          | 'services'
          | 'other'
          | null;
        residual_level: 'red' | 'orange' | 'yellow' | 'blue' | null;
        state: 'open' | 'accepted' | 'expired' | 'closed' | null;
        accepted_until: string | null;
        post_title: string | null;
        level: 'red' | 'orange' | 'yellow' | 'blue' | null;
        residual_likelihood: number | null;
        residual_consequence: number | null;
        likelihood: number | null;
        consequence: number | null;
        controls: string | null;
        accepted_reason: string | null;
        findings: number | null;
        live: boolean | null;
        entered_at: string;
        assessed_at: string;
        may: readonly string[];
      };
      filter:
        | 'name'
        | 'unit_id'
        | 'office'
        | 'residual_level'
        | 'state'
        | 'accepted_until'
        | 'post_title'
        | 'level'
        | 'residual_likelihood'
        | 'residual_consequence'
        | 'likelihood'
        | 'consequence'
        | 'live';
    };
    /** 规律涉及的异常 · Findings of a rule */
    'risk-centre.rule-rows': {
      row: {
        id: string;
        unit_id: string | null;
        rule_id: string | null;
        kind: 'source' | 'shadow' | 'live' | 'withdrawn' | null;
        number: string;
        finding_id: string;
        kit: string;
        unit_name: string | null;
        subject_name: string | null;
        period_from: string | null;
        state: 'raised' | 'explained' | 'confirmed' | 'assigned' | 'rectified' | 'dismissed' | 'closed' | null;
        outcome: 'confirmed' | 'partly-confirmed' | 'explained' | 'data-problem' | 'not-verifiable' | null;
        decided_at: string | null;
        at: string;
      };
      filter: 'rule_id' | 'kind' | 'number' | 'kit' | 'unit_id' | 'subject_name' | 'state' | 'outcome';
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
        score: 'hit' | 'wrong' | 'unverified' | 'missed' | 'again' | null;
        finding_number: string | null;
        outcome: 'confirmed' | 'partly-confirmed' | 'explained' | 'data-problem' | 'not-verifiable' | null;
        unit_name: string | null;
        subject_name: string | null;
        month: string | null;
        period_from: string;
        period_to: string | null;
        tested_on: string | null;
        decided_at: string | null;
        explanation: string | null;
        explanation_en: string | null;
        asked: boolean | null;
        present: boolean | null;
        finding_id: string | null;
      };
      filter:
        | 'trial_id'
        | 'standing'
        | 'score'
        | 'outcome'
        | 'unit_id'
        | 'subject_name'
        | 'month'
        | 'asked'
        | 'present';
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
        hits: number | null;
        wrong: number | null;
        missed: number | null;
        unverified: number | null;
        as_known: boolean | null;
        present_flags: number | null;
        insufficient: number | null;
        asked_at: string;
      };
      filter: 'kit' | 'state' | 'as_known';
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
        unit_kind: 'region' | 'institution' | 'division' | null;
        setting: string | null;
        subject_name: string | null;
        outcome: 'confirmed' | 'partly-confirmed' | 'explained' | 'data-problem' | 'not-verifiable';
        cause: string | null;
        outcome_reason: string | null;
        decided_at: string;
      };
      filter:
        | 'number'
        | 'kit'
        | 'unit_id'
        | 'unit_kind'
        | 'setting'
        | 'subject_name'
        | 'outcome'
        | 'cause'
        | 'decided_at';
    };
    /** 只读窗口 · Read-only windows */
    'risk-centre.windows': {
      row: {
        id: string;
        unit_id: string | null;
        paper: string | null;
        unit_name: string | null;
        inspector_names: string | null;
        state: 'proposed' | 'open' | 'closed' | 'ended' | null;
        from_day: string | null;
        to_day: string;
        looks: number | null;
        purpose: string | null;
        proposed_at: string;
        may: readonly string[];
      };
      filter: 'paper' | 'unit_id' | 'state' | 'to_day';
    };
  }

  interface Verbs {
    /** 接受剩余风险 · Accept the residual risk */
    'risk-centre.accept-risk': {
      input: { risk: string; reason: string; until: string };
      result: undefined;
      refusal: 'not-now' | 'own-risk' | 'acceptance-past' | 'risk-not-acceptable' | 'acceptance-too-long';
    };
    /** 登记依赖 · Enter a dependency */
    'risk-centre.add-dependency': {
      input: {
        unit: string;
        part: string;
        kind: 'building' | 'floor' | 'room' | 'supply' | 'equipment' | 'system' | 'service';
        needs: string;
        atLeast?: number | null | undefined;
        since: string;
        source?: 'entered' | 'file' | undefined;
        hourLossFen?: number | null | undefined;
        repairHours?: number | null | undefined;
      };
      result: undefined;
      refusal: 'needs-itself' | 'needs-twice' | 'needs-too-many' | 'needs-more-than-there-are' | 'dependency-stands';
    };
    /** 调整规则状态 · Change a kit’s state */
    'risk-centre.adopt-kit': {
      input: { kit: string; state: 'shadow' | 'live' | 'restricted' | 'retired'; reason: string };
      result: undefined;
      refusal: 'kit-unknown' | 'kit-already-so';
    };
    /** 重新预测 · Foretell anew */
    'risk-centre.ask-next-month': { input: { [name: string]: never }; result: undefined; refusal: never };
    /** 重新评估 · Assess again */
    'risk-centre.assess-risk': {
      input: {
        controls: string;
        inherent: { likelihood: number; consequence: number };
        residual: { likelihood: number; consequence: number };
        risk: string;
        reason: string;
      };
      result: undefined;
      refusal: 'not-now' | 'residual-above';
    };
    /** 交办整改 · Assign */
    'risk-centre.assign-finding': {
      input: { finding: string; to: string; request: string };
      result: undefined;
      refusal: 'not-now' | 'person-not-of-unit';
    };
    /** 取消分析 · Cancel the analysis */
    'risk-centre.cancel-analysis': {
      input: { analysis: string };
      result: undefined;
      refusal: 'analysis-over' | 'not-found';
    };
    /** 取消试算 · Cancel the trial */
    'risk-centre.cancel-trial': { input: { trial: string }; result: undefined; refusal: 'trial-over' };
    /** 销号 · Close */
    'risk-centre.close-finding': {
      input: { finding: string; conclusion: string };
      result: undefined;
      refusal: 'not-now' | 'own-finding';
    };
    /** 关闭风险 · Close the risk */
    'risk-centre.close-risk': { input: { risk: string; conclusion: string }; result: undefined; refusal: 'not-now' };
    /** 关闭只读窗口 · Close the window */
    'risk-centre.close-window': {
      input: { window: string; reason: string };
      result: undefined;
      refusal: 'window-closed' | 'window-over';
    };
    /** 确认属实 · Confirm */
    'risk-centre.confirm-finding': {
      input: { finding: string; outcome: 'confirmed' | 'partly-confirmed'; reason: string };
      result: undefined;
      refusal: 'not-now' | 'own-finding' | 'unit-answers-first';
    };
    /** 确认只读窗口 · Confirm the window */
    'risk-centre.confirm-window': {
      input: { window: string };
      result: undefined;
      refusal: 'window-not-proposed' | 'window-second-person' | 'window-for-oneself' | 'window-over';
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
    /** 清除 · Drop */
    'risk-centre.drop-analysis': {
      input: { analysis: string };
      result: undefined;
      refusal: 'analysis-under-way' | 'not-found';
    };
    /** 终止依赖 · End a dependency */
    'risk-centre.end-dependency': {
      input: { need: string; until?: string | null | undefined };
      result: undefined;
      refusal: 'dependency-over' | 'ends-before-it-began';
    };
    /** 登记风险 · Enter a risk */
    'risk-centre.enter-risk': {
      input: {
        controls: string;
        inherent: { likelihood: number; consequence: number };
        residual: { likelihood: number; consequence: number };
        unit: string;
        name: string;
        office:
          | 'vehicles'
          | 'energy'
          | 'space'
          | 'assets'
          | 'procurement'
          | 'finance'
          | 'information'
          | 'safety'
          | 'services'
          | 'other';
        post: string;
      };
      result: { risk: string };
      refusal: 'post-not-of-unit' | 'residual-above';
    };
    /** 单位说明 · Explain */
    'risk-centre.explain-finding': {
      input: { finding: string; answer: string; papers?: readonly string[] | undefined };
      result: undefined;
      refusal: 'not-now';
    };
    /** 保留为数据集 · Keep as a dataset */
    'risk-centre.keep-analysis': {
      input: { analysis: string; name: string };
      result: undefined;
      refusal: 'analysis-not-done' | 'analysis-name-taken' | 'not-found';
    };
    /** 通过只读窗口查看 · Look through the window */
    'risk-centre.look-through-window': {
      input: { window: string; finding?: string | undefined; after?: string | undefined };
      result: {
        to: string;
        list: {
          rows: readonly {
            id: string;
            number: string;
            kitTitle: { zh: string; en: string };
            unitName: string;
            subject: string;
            level: 'red' | 'orange' | 'yellow' | 'blue';
            state: 'raised' | 'explained' | 'confirmed' | 'assigned' | 'rectified' | 'dismissed' | 'closed';
            outcome: 'confirmed' | 'partly-confirmed' | 'explained' | 'data-problem' | 'not-verifiable' | null;
            raisedAt: string;
          }[];
          total: number;
          after: string | null;
        } | null;
        finding: {
          id: string;
          number: string;
          unitName: string;
          kitTitle: { zh: string; en: string };
          question: { zh: string; en: string };
          remedy: { zh: string; en: string };
          article: string | null;
          subject: string;
          period: readonly [string, string];
          state: 'raised' | 'explained' | 'confirmed' | 'assigned' | 'rectified' | 'dismissed' | 'closed';
          level: 'red' | 'orange' | 'yellow' | 'blue';
          probability: number;
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
          native: { [name: string]: { zh: string; en: string } };
          derived: { [name: string]: { zh: string; en: string } };
          signals: readonly {
            kitTitle: { zh: string; en: string };
            at: string;
            explanation: { zh: string; en: string };
          }[];
          raisedAt: string;
          due: string | null;
          answer: string | null;
          answeredAt: string | null;
          papers: number;
          outcome: 'confirmed' | 'partly-confirmed' | 'explained' | 'data-problem' | 'not-verifiable' | null;
          outcomeReason: string | null;
          rectified: string | null;
          closedAt: string | null;
          history: readonly {
            id: string;
            number: string;
            kitTitle: { zh: string; en: string };
            state: 'raised' | 'explained' | 'confirmed' | 'assigned' | 'rectified' | 'dismissed' | 'closed';
            outcome: 'confirmed' | 'partly-confirmed' | 'explained' | 'data-problem' | 'not-verifiable' | null;
            raisedAt: string;
          }[];
        } | null;
      };
      refusal: 'not-found' | 'window-not-confirmed' | 'window-not-begun' | 'window-over' | 'window-closed';
    };
    /** 挖掘规律 · Mine rules */
    'risk-centre.mine-rules': { input: { [name: string]: never }; result: undefined; refusal: never };
    /** 打开文件 · Open files */
    'risk-centre.open-analysis': {
      input: { method: string; files: readonly { file: string; role: string }[] };
      result: { analysis: string };
      refusal: 'method-unknown' | 'analysis-input-missing' | 'analysis-file-not-asked' | 'analyses-open' | 'not-found';
    };
    /** 提出只读窗口 · Propose a read-only window */
    'risk-centre.propose-window': {
      input: {
        units?: readonly string[] | undefined;
        findings?: readonly string[] | undefined;
        inspectors: readonly string[];
        purpose: string;
        paper: string;
        from: string;
        to: string;
      };
      result: { window: string };
      refusal:
        | 'window-of-nothing'
        | 'not-found'
        | 'window-units-apart'
        | 'window-days'
        | 'window-past'
        | 'window-too-long'
        | 'not-an-inspector';
    };
    /** 报告整改 · Report rectification */
    'risk-centre.rectify-finding': { input: { finding: string; done: string }; result: undefined; refusal: 'not-now' };
    /** 不采纳 · Refuse the rule */
    'risk-centre.refuse-rule': {
      input: { rule: string; reason: string };
      result: undefined;
      refusal: 'rule-not-draft';
    };
    /** 运行分析 · Run the analysis */
    'risk-centre.run-analysis': {
      input: {
        analysis: string;
        mappings?: readonly { file: string; columns: { [name: string]: string } }[] | undefined;
        settings?: { [name: string]: string } | undefined;
      };
      result: undefined;
      refusal:
        | 'analysis-not-ready'
        | 'analysis-waiting'
        | 'analysis-file-not-asked'
        | 'analysis-column-unknown'
        | 'analysis-column-twice'
        | 'analysis-column-missing'
        | 'analysis-setting-unknown'
        | 'not-found';
    };
    /** 签署规律 · Sign the rule */
    'risk-centre.sign-rule': {
      input: { rule: string; reason: string };
      result: undefined;
      refusal: 'rule-not-draft' | 'own-proposal' | 'rule-not-tried' | 'rule-below-floor';
    };
    /** 采纳阈值建议 · Take a proposed threshold */
    'risk-centre.take-proposal': {
      input: { kit: string; to: number; reason: string };
      result: undefined;
      refusal: 'kit-unknown' | 'proposal-changed';
    };
    /** 关联待核实异常 · Tie a finding */
    'risk-centre.tie-finding': {
      input: { risk: string; finding: string; belongs?: boolean | undefined };
      result: undefined;
      refusal: 'not-now';
    };
    /** 历史试算 · Try on history */
    'risk-centre.try-kit': {
      input: {
        kit: string;
        period: readonly [string, string];
        settings?: { [name: string]: number } | undefined;
        standards?: { [name: string]: number } | undefined;
        asKnown?: boolean | undefined;
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
    /** 撤回灵敏度调整 · Take back a change of settings */
    'risk-centre.undo-tuning': {
      input: { kit: string; reason: string };
      result: undefined;
      refusal: 'kit-unknown' | 'nothing-to-take-back' | 'setting-outside-range';
    };
    /** 验收整改 · Accept rectification */
    'risk-centre.verify-finding': {
      input: { finding: string; accepted: boolean; opinion: string };
      result: undefined;
      refusal: 'not-now' | 'own-finding';
    };
    /** 撤回规律 · Take the rule back */
    'risk-centre.withdraw-rule': {
      input: { rule: string; reason: string };
      result: undefined;
      refusal: 'rule-not-live';
    };
  }
}
