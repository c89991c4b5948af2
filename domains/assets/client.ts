// Made from the contract (GET /api/openapi.json) by scripts/reference.ts; `npm run check` fails when it is stale.
/** Doors of this room, as pages call them by name. */

export {};

declare module '@opengoa/web-kit/doors' {
  interface Reads {
    /** 大型活动或临时机构 · An event or temporary body */
    'assets.body': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        name: string;
        kind: 'event' | 'temporary-body';
        from: string;
        until: string;
        needs: readonly { what: string; quantity: number }[];
        document: string;
        state: 'open' | 'ended';
        said: string;
        version: number;
        out: number;
        bought: readonly { card: string; number: string; name: string; state: string }[];
        may: readonly string[];
      };
    };
    /** 资产卡片 · An asset */
    'assets.card': {
      query: { id: string };
      answer: {
        id: string;
        number: string;
        name: string;
        class: string;
        model: string;
        brand: string;
        serial: string;
        measure: string;
        quantity: number;
        valueFen: number;
        valueKind: 'cost' | 'appraised' | 'nominal';
        acquiredBy: 'purchase' | 'transfer' | 'donation' | 'built' | 'exchange' | 'found' | 'other';
        acquiredOn: string;
        bookedOn: string | null;
        voucher: string;
        supplier: string;
        purchaseForm: string;
        budgetItem: string;
        funds: string;
        warrantyUntil: string | null;
        lifeYears: number | null;
        keeper: string | null;
        condition: 'new' | 'good' | 'worn' | 'repairable' | 'unusable';
        item: string;
        note: string;
        department: string | null;
        user: string | null;
        room: string | null;
        place: string;
        state:
          | 'in-stock'
          | 'in-use'
          | 'idle'
          | 'lent'
          | 'rented-out'
          | 'in-repair'
          | 'pooled'
          | 'awaiting-disposal'
          | 'disposed';
        unit: string;
        unitName: string;
        className: { zh: string; en: string };
        departmentName: string;
        userName: string;
        keeperName: string;
        roomName: string;
        facetKind: string | null;
        facetId: string | null;
        disposedOn: string | null;
        seenAt: string | null;
        handedTo: string | null;
        handedUnit: string | null;
        version: number;
        depreciation: {
          monthlyFen: number;
          chargedMonths: number;
          totalMonths: number;
          accumulatedFen: number;
          netFen: number;
          none: 'nominal' | 'no-years' | null;
        };
        life: readonly {
          paper: string;
          number: string;
          kind: string;
          state: string;
          day: string;
          madeName: string;
          person: string;
        }[];
        ledgers: readonly { unit: string; unitName: string; from: string }[];
        may: readonly string[];
      };
    };
    /** 资产的权利 · Rights in an asset */
    'assets.card-rights': {
      query: { card: string };
      answer: {
        card: string;
        unit: string;
        unitName: string;
        user: string | null;
        rights: readonly {
          kind: 'ownership' | 'allotment' | 'disposal';
          entry: {
            id: string;
            kind: 'ownership' | 'allotment' | 'disposal';
            holder: string;
            holderUnit: string | null;
            heir: string | null;
            from: string;
            to: string | null;
            paper: string;
            reason: string;
            endPaper: string;
            endReason: string;
            madeName: string;
            version: number;
          } | null;
          elsewhere: boolean;
        }[];
        history: readonly {
          id: string;
          kind: 'ownership' | 'allotment' | 'disposal';
          holder: string;
          holderUnit: string | null;
          heir: string | null;
          from: string;
          to: string | null;
          paper: string;
          reason: string;
          endPaper: string;
          endReason: string;
          madeName: string;
          version: number;
        }[];
      };
    };
    /** 分类代码备选 · Classes to choose from */
    'assets.class-choices': {
      query: { q?: string | undefined };
      answer: {
        choices: readonly {
          value: string;
          label: { zh: string; en: string };
          named: 'standard' | 'class' | 'cards';
          cards: number;
        }[];
      };
    };
    /** 离岗交接 · A clearance */
    'assets.clearance': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        person: string;
        personName: string;
        leftOn: string;
        state: 'open' | 'cleared';
        number: string | null;
        remaining: number;
        words: string;
        clearedName: string | null;
        clearedOn: string | null;
        held: readonly {
          id: string;
          number: string;
          name: string;
          place: string;
          state: string;
          valueFen: number;
          unitName: string;
        }[];
        may: readonly string[];
      };
    };
    /** 需求 · A demand */
    'assets.demand': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        number: string;
        name: string;
        class: string;
        item: string;
        quantity: number;
        needBy: string;
        until: string | null;
        urgent: boolean;
        mayBorrow: boolean;
        worstCondition: 'new' | 'good' | 'worn' | 'repairable';
        leastLifeYears: number;
        newPriceFen: number;
        place: string;
        longitude: number | null;
        latitude: number | null;
        purpose: string;
        body: string | null;
        reach: 'tree' | 'unit';
        given: number;
        coming: number;
        state: 'open' | 'met' | 'withdrawn';
        version: number;
        suiting: readonly {
          demand: string;
          offer: string;
          unitName: string;
          number: string;
          name: string;
          measure: string;
          there: number;
          pieces: number;
          score: number;
          savedFen: number;
          transportFen: number;
          distanceKm: number | null;
          reasons: readonly { factor: string; points: number; words: { zh: string; en: string } }[];
        }[];
        may: readonly string[];
      };
    };
    /** 折旧表 · Depreciation */
    'assets.depreciation': {
      query: { day?: string | undefined; unit?: string | undefined; class?: string | undefined };
      answer: {
        day: string;
        rows: readonly {
          unit: string;
          unitName: string;
          class: string;
          cards: number;
          quantity: number;
          valueFen: number;
          monthFen: number;
          yearFen: number;
          accumulatedFen: number;
          netFen: number;
        }[];
        total: {
          cards: number;
          quantity: number;
          valueFen: number;
          monthFen: number;
          yearFen: number;
          accumulatedFen: number;
          netFen: number;
        };
        cards: readonly {
          id: string;
          number: string;
          name: string;
          since: string;
          lifeYears: number | null;
          cards: number;
          quantity: number;
          valueFen: number;
          monthFen: number;
          yearFen: number;
          accumulatedFen: number;
          netFen: number;
        }[];
        more: boolean;
      };
    };
    /** 配置均衡 · Holdings per head between units */
    'assets.fairness': {
      query: {
        root?: string | undefined;
        limit:
          | 'desktop'
          | 'notebook'
          | 'printer'
          | 'printer-a3'
          | 'printer-colour'
          | 'copier'
          | 'multifunction'
          | 'scanner'
          | 'shredder'
          | 'projector'
          | 'desk'
          | 'chair'
          | 'bookcase'
          | 'file-cabinet'
          | 'sofa'
          | 'tea-table'
          | 'wardrobe'
          | 'visitor-chair'
          | 'tea-cabinet';
      };
      answer: {
        root: string;
        limit:
          | 'desktop'
          | 'notebook'
          | 'printer'
          | 'printer-a3'
          | 'printer-colour'
          | 'copier'
          | 'multifunction'
          | 'scanner'
          | 'shredder'
          | 'projector'
          | 'desk'
          | 'chair'
          | 'bookcase'
          | 'file-cabinet'
          | 'sofa'
          | 'tea-table'
          | 'wardrobe'
          | 'visitor-chair'
          | 'tea-cabinet';
        items: readonly (
          | 'desktop'
          | 'notebook'
          | 'printer-a4'
          | 'printer-a4-colour'
          | 'printer-a3'
          | 'printer-a3-colour'
          | 'receipt-printer'
          | 'copier'
          | 'multifunction'
          | 'scanner'
          | 'shredder'
          | 'projector'
          | 'desk'
          | 'chair'
          | 'sofa-three'
          | 'sofa-single'
          | 'tea-table-large'
          | 'tea-table-small'
          | 'visitor-chair'
          | 'bookcase'
          | 'file-cabinet'
          | 'wardrobe'
          | 'secure-cabinet'
          | 'tea-cabinet'
          | 'meeting-table'
          | 'meeting-chair'
        )[];
        leastPeople: number;
        bars: readonly {
          unit: string;
          unitName: string;
          people: number;
          held: number;
          allowed: number | null;
          perHead: number;
          allowedPerHead: number | null;
          ratio: number | null;
          units: readonly string[];
        }[];
        small: readonly { unit: string; unitName: string; people: number }[];
        total: number;
      };
    };
    /** 匹配 · A match */
    'assets.match': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        giver: string;
        unitName: string;
        giverName: string;
        demand: string;
        offer: string;
        name: string;
        needed: string;
        measure: string;
        quantity: number;
        score: number;
        savedFen: number;
        reasons: readonly { factor: string; points: number; words: { zh: string; en: string } }[];
        state: 'approving' | 'approved' | 'declined' | 'refused' | 'done';
        said: string;
        transfer: string | null;
        version: number;
        may: readonly string[];
      };
    };
    /** 在仓物品 · A thing in the warehouse */
    'assets.offer': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        keeper: string;
        keeperName: string;
        number: string;
        name: string;
        class: string;
        model: string;
        brand: string;
        measure: string;
        quantity: number;
        free: number;
        valueFen: number;
        acquiredOn: string;
        lifeYears: number | null;
        condition: 'new' | 'good' | 'worn' | 'repairable' | 'unusable';
        item: string;
        place: string;
        store: string;
        storeKind: 'central' | 'dispersed' | 'virtual';
        offeredFor: 'both' | 'lend' | 'transfer';
        asker: string | null;
        refurbishFen: number;
        untilDay: string | null;
        state: 'offered' | 'in-store' | 'turned-away' | 'withdrawn' | 'gone';
        photos: readonly string[];
        version: number;
        claims: readonly {
          id: string;
          kind: 'reservation' | 'loan' | 'match' | 'transfer' | 'call';
          unitName: string;
          quantity: number;
          untilDay: string | null;
        }[];
        own: {
          card: string;
          reason: 'idle' | 'over-standard' | 'low-use' | 'reform' | 'still-usable' | 'event-or-temporary';
          reach: 'tree' | 'unit';
          note: string;
          inspections: readonly {
            id: string;
            day: string;
            passed: boolean;
            condition: 'new' | 'good' | 'worn' | 'repairable' | 'unusable';
            refurbishFen: number;
            said: string;
            inspectedName: string;
          }[];
        } | null;
        may: readonly string[];
      };
    };
    /** 资产单据 · A paper of assets */
    'assets.paper': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        number: string;
        kind: string;
        state: string;
        day: string;
        dueOn: string | null;
        person: string | null;
        otherUnit: string | null;
        about: {
          note?: string;
          personName?: string;
          otherUnitName?: string;
          departmentName?: string;
          department?: string | null;
          room?: string | null;
          place?: string;
          borrower?: string;
          document?: string;
          what?: string;
          vendor?: string;
          quoteFen?: number | null;
          invoice?: string;
          result?: 'repaired' | 'beyond-repair';
          refused?: readonly { card: string; number: string; why: string }[];
          fitted?: readonly { card: string; name: string; model: string; measure: string; quantity: number }[];
          why?: string;
          opinion?: string;
          manner?: string;
          grounds?: readonly string[];
          certificate?: string;
          appraisalFen?: number | null;
          appraisal?: string;
          recipient?: string;
          consents?: readonly { holder: string; cards: number }[];
          warnings?: readonly { zh: string; en: string }[];
          stocktake?: string;
        };
        costFen: number | null;
        proceedsFen: number | null;
        paidFen: number;
        payBy: string | null;
        receipts: readonly { amountFen: number; paidOn: string; receipt: string }[];
        cards: number;
        valueFen: number;
        madeName: string;
        madeAt: string;
        endedName: string | null;
        endedAt: string | null;
        version: number;
        roomName: string;
        lines: readonly {
          card: string;
          number: string;
          name: string;
          model: string;
          serial: string;
          measure: string;
          quantity: number;
          valueFen: number;
          place: string;
          refused: string | null;
        }[];
        may: readonly string[];
      };
    };
    /** 撮合方案 · A plan */
    'assets.pool-plan': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        number: string;
        state: 'working' | 'ready' | 'stopped' | 'closed';
        askedName: string;
        askedAt: string;
        done: number;
        of: number;
        summary: {
          demands: number;
          things: number;
          pieces: number;
          urgentPieces: number;
          savedFen: number;
          avoidedFen: number;
          transportFen: number;
          greedyPieces: number;
          greedySavedFen: number;
          unfairPieces: number;
          admissible: number;
          unmetPieces: number;
          gap: number | null;
          cutShort: boolean;
          seconds: number;
        } | null;
        open: number;
        version: number;
        may: readonly string[];
      };
    };
    /** 购置计划 · A purchase */
    'assets.purchase': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        number: string;
        year: number;
        title: string;
        reason: string;
        budgetItem: string;
        funds: string;
        state: 'planned' | 'asked' | 'approved' | 'refused' | 'withdrawn' | 'received';
        totalFen: number;
        notes: readonly {
          standard: string;
          version: string;
          article: string;
          observed: number;
          allowed: number;
          outcome: 'block' | 'warn' | 'inform';
          explained: { zh: string; en: string };
        }[];
        plannedName: string;
        decidedName: string | null;
        opinion: string;
        inquiryId: string | null;
        inquiryNumber: string;
        supplier: string;
        agreedFen: number | null;
        version: number;
        waiting: number;
        lines: readonly {
          id: string;
          name: string;
          class: string;
          equipment:
            | 'desktop'
            | 'notebook'
            | 'printer-a4'
            | 'printer-a4-colour'
            | 'printer-a3'
            | 'printer-a3-colour'
            | 'receipt-printer'
            | 'copier'
            | 'multifunction'
            | 'scanner'
            | 'shredder'
            | 'projector'
            | 'desk'
            | 'chair'
            | 'sofa-three'
            | 'sofa-single'
            | 'tea-table-large'
            | 'tea-table-small'
            | 'visitor-chair'
            | 'bookcase'
            | 'file-cabinet'
            | 'wardrobe'
            | 'secure-cabinet'
            | 'tea-cabinet'
            | 'meeting-table'
            | 'meeting-chair'
            | null;
          mode: 'buy' | 'rent' | 'donation';
          grade: 'ordinary' | 'senior';
          model: string;
          measure: string;
          quantity: number;
          priceFen: number;
          taken: number;
          received: number;
          open: number;
          matches: readonly {
            card: string;
            unit: string;
            unitName: string;
            number: string;
            name: string;
            model: string;
            quantity: number;
            condition: string;
            state: string;
            valueFen: number;
            acquiredOn: string | null;
            why: readonly { zh: string; en: string }[];
            answer: 'taken' | 'declined' | null;
            reason: 'too-worn' | 'too-weak' | 'too-far' | 'not-in-time' | 'other-purpose' | 'other' | null;
            said: string;
            followed: 'agreed' | 'look-again' | null;
            followWords: string;
            offer: string | null;
            pool: { offer: string; keeper: string } | null;
          }[];
        }[];
        taken: readonly {
          card: string;
          number: string;
          name: string;
          unitName: string;
          quantity: number;
          savedFen: number;
          match: string | null;
          state: 'approving' | 'approved' | 'declined' | 'refused' | 'done' | null;
          transfer: {
            id: string;
            state: 'drawn' | 'signed' | 'packed' | 'on-the-way' | 'arrived' | 'differs' | 'received' | 'cancelled';
          } | null;
        }[];
        may: readonly string[];
      };
    };
    /** 盘点 · A stocktake */
    'assets.stocktake': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        number: string;
        title: string;
        scope: 'unit' | 'building' | 'floor' | 'class';
        scopeWords: string;
        day: string;
        blind: boolean;
        sample: number;
        state: 'counting' | 'signed' | 'closed' | 'cancelled';
        version: number;
        people: readonly string[];
        places: readonly {
          id: string;
          name: string;
          floor: number | null;
          done: boolean;
          expected: number;
          seen: number;
          missing: number;
          unexpected: number;
        }[];
        result: {
          expected: number;
          found: number;
          short: number;
          elsewhere: number;
          missing: number;
          unexpected: number;
          surplus: number;
          lost: number;
          lostFen: number;
          moved: number;
          sampled: number;
          sampledSeen: number;
          estimate: { total: number; error: number; onNeither: number; lowerBound: boolean } | null;
        };
        open: number;
        conflicts: number;
        bursts: readonly { place: string; scans: number; from: string; to: string }[];
        burstAsks: { scans: number; minutes: number };
        signatures: readonly { name: string; at: string }[];
        signedFirst: boolean;
        seconds: readonly string[];
        linesSha256: string | null;
        paperSha256: string | null;
        why: string;
        may: readonly string[];
      };
    };
    /** 盘点报告 · The sealed paper of a stocktake */
    'assets.stocktake-paper': {
      query: { id: string };
      answer: { name: string; sha256: string; base64: string; unit: string };
    };
    /** 盘点清单 · What a device counts by */
    'assets.stocktake-sheet': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        number: string;
        title: string;
        state: 'counting' | 'signed' | 'closed' | 'cancelled';
        blind: boolean;
        places: readonly { id: string; room: string | null; name: string; floor: number | null; done: boolean }[];
        lines: readonly {
          id: string;
          code: string;
          name: string;
          quantity: number;
          codes: readonly string[];
          expected: boolean;
          place: string | null;
          state: 'waiting' | 'found' | 'short' | 'elsewhere' | 'unexpected' | 'surplus';
          conflict: 'two-places' | 'moved-meanwhile' | 'disposed-meanwhile' | null;
          seenPlace: string | null;
          seenQuantity: number;
          how:
            | 'search-again'
            | 'lost'
            | 'present'
            | 'move-here'
            | 'stays'
            | 'book-it'
            | 'not-ours'
            | 'report-present'
            | null;
        }[];
        may: readonly string[];
      };
    };
    /** 调拨单 · A transfer */
    'assets.transfer': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        to: string;
        toName: string;
        number: string;
        match: string | null;
        why: string;
        document: string;
        state: 'drawn' | 'signed' | 'packed' | 'on-the-way' | 'arrived' | 'differs' | 'received' | 'cancelled';
        day: string;
        madeName: string;
        giverName: string | null;
        giverAt: string | null;
        receiverName: string | null;
        receiverAt: string | null;
        packedAt: string | null;
        carrier: string;
        sentAt: string | null;
        transportFen: number;
        arrivedAt: string | null;
        arrivedName: string | null;
        receivedAt: string | null;
        receivedName: string | null;
        said: string;
        version: number;
        lines: readonly {
          id: string;
          card: string;
          sentCard: string | null;
          number: string;
          name: string;
          model: string;
          measure: string;
          quantity: number;
          valueFen: number;
          accumulatedFen: number;
          netFen: number;
          condition: string;
          fitted: string;
          received: number | null;
          receivedCondition: string | null;
          said: string;
          settled: 'found' | 'lost' | null;
        }[];
        may: readonly string[];
      };
    };
    /** 单位配置情况 · What a unit may have and has */
    'assets.unit-equipment': {
      query: { unit?: string | undefined };
      answer: {
        staff: {
          unit: string;
          unitName: string;
          establishment: number | null;
          actual: number;
          basis: number;
          seniors: number;
          offices: number;
          secrecy: 'ordinary' | 'secret';
          known: 'declared' | 'counted';
        } | null;
        rows: readonly {
          limit:
            | 'desktop'
            | 'notebook'
            | 'printer'
            | 'printer-a3'
            | 'printer-colour'
            | 'copier'
            | 'multifunction'
            | 'scanner'
            | 'shredder'
            | 'projector'
            | 'desk'
            | 'chair'
            | 'bookcase'
            | 'file-cabinet'
            | 'sofa'
            | 'tea-table'
            | 'wardrobe'
            | 'visitor-chair'
            | 'tea-cabinet';
          allowed: number | null;
          held: number;
          surplus: number;
          perHead: number | null;
          allowedPerHead: number | null;
          document: string | null;
          article: string | null;
          confidence: string | null;
          dear: number;
          aged: number;
          items: readonly (
            | 'desktop'
            | 'notebook'
            | 'printer-a4'
            | 'printer-a4-colour'
            | 'printer-a3'
            | 'printer-a3-colour'
            | 'receipt-printer'
            | 'copier'
            | 'multifunction'
            | 'scanner'
            | 'shredder'
            | 'projector'
            | 'desk'
            | 'chair'
            | 'sofa-three'
            | 'sofa-single'
            | 'tea-table-large'
            | 'tea-table-small'
            | 'visitor-chair'
            | 'bookcase'
            | 'file-cabinet'
            | 'wardrobe'
            | 'secure-cabinet'
            | 'tea-cabinet'
            | 'meeting-table'
            | 'meeting-chair'
          )[];
        }[];
        units: readonly string[];
        may: readonly string[];
      };
    };
    /** 谁需要它 · Who needs it */
    'assets.wanted-by': {
      query: { id: string };
      answer: {
        unit: string;
        suiting: readonly {
          demand: string;
          offer: string;
          unitName: string;
          number: string;
          name: string;
          measure: string;
          there: number;
          pieces: number;
          score: number;
          savedFen: number;
          transportFen: number;
          distanceKm: number | null;
          reasons: readonly { factor: string; points: number; words: { zh: string; en: string } }[];
        }[];
        may: readonly string[];
      };
    };
  }

  interface Lists {
    /** 大型活动和临时机构 · Events and temporary bodies */
    'assets.bodies': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        kind: 'event' | 'temporary-body' | null;
        from_day: string | null;
        until_day: string;
        state: 'open' | 'ended' | null;
        out: number | null;
        bought: number | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'name' | 'kind' | 'unit_id' | 'until_day' | 'state';
    };
    /** 应急调用权限 · Rights to call */
    'assets.call-rights': {
      row: {
        id: string;
        unit_id: string | null;
        store: string;
        caller_id: string | null;
        class: string | null;
        most: number | null;
        document: string | null;
        contact: string | null;
        state: 'kept' | 'ended';
        version: number | null;
        may: readonly string[];
      };
      filter: 'store' | 'caller_id' | 'class' | 'unit_id' | 'state';
    };
    /** 可调用物资 · What may be called */
    'assets.callable': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        number: string | null;
        available: number | null;
        most: number | null;
        measure: string | null;
        store: string | null;
        keeper_id: string | null;
        place: string | null;
        condition: 'new' | 'good' | 'worn' | 'repairable' | 'unusable' | null;
        contact: string | null;
        class: string | null;
        offer_id: string | null;
        may: readonly string[];
      };
      filter: 'name' | 'number' | 'available' | 'unit_id' | 'store' | 'condition' | 'class';
    };
    /** 资产台账 · Assets */
    'assets.cards': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        name: string;
        top_class: 'A01' | 'A02' | 'A03' | 'A04' | 'A05' | 'A06' | 'A07' | 'A08' | null;
        class: string | null;
        state:
          | 'in-stock'
          | 'in-use'
          | 'idle'
          | 'lent'
          | 'rented-out'
          | 'in-repair'
          | 'pooled'
          | 'awaiting-disposal'
          | 'disposed';
        user_id: string | null;
        place: string | null;
        quantity: number | null;
        value_fen: number | null;
        net_fen: number | null;
        acquired_on: string | null;
        model: string | null;
        brand: string | null;
        serial: string | null;
        measure: string | null;
        value_kind: 'cost' | 'appraised' | 'nominal' | null;
        acquired_by: 'purchase' | 'transfer' | 'donation' | 'built' | 'exchange' | 'found' | 'other' | null;
        condition: 'new' | 'good' | 'worn' | 'repairable' | 'unusable' | null;
        item: string | null;
        department_id: string | null;
        room_id: string | null;
        life_years: number | null;
        booked_on: string | null;
        warranty_until: string | null;
        facet_kind: 'vehicles.vehicle' | 'space.building' | null;
        disposed_on: string | null;
        handed_to: string | null;
        handed_unit: string | null;
        facet_id: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter:
        | 'number'
        | 'name'
        | 'unit_id'
        | 'top_class'
        | 'class'
        | 'state'
        | 'user_id'
        | 'place'
        | 'value_fen'
        | 'acquired_on'
        | 'model'
        | 'serial'
        | 'acquired_by'
        | 'condition'
        | 'item'
        | 'department_id'
        | 'room_id'
        | 'warranty_until'
        | 'facet_kind'
        | 'disposed_on';
    };
    /** 离岗交接 · Clearances */
    'assets.clearances': {
      row: {
        id: string;
        unit_id: string | null;
        person_name: string | null;
        left_on: string;
        state: 'open' | 'cleared' | null;
        held: number | null;
        remaining: number | null;
        number: string | null;
        words: string | null;
        opened_at: string;
        cleared_name: string | null;
        may: readonly string[];
      };
      filter: 'person_name' | 'left_on' | 'state' | 'number' | 'unit_id';
    };
    /** 数据资产目录 · Data assets */
    'assets.data-assets': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        name: string | null;
        system: string | null;
        department_id: string | null;
        steward_id: string | null;
        level: 'general' | 'important' | 'core' | null;
        sharing: 'open' | 'conditional' | 'closed' | null;
        condition: string | null;
        renewed: 'live' | 'daily' | 'monthly' | 'yearly' | 'once' | null;
        records: number | null;
        value_fen: number | null;
        value_kind: 'cost' | 'appraised' | 'nominal' | null;
        certificate: string | null;
        subject: string | null;
        state:
          | 'in-stock'
          | 'in-use'
          | 'idle'
          | 'lent'
          | 'rented-out'
          | 'in-repair'
          | 'pooled'
          | 'awaiting-disposal'
          | 'disposed'
          | null;
        described_on: string | null;
        card_id: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter:
        | 'number'
        | 'name'
        | 'system'
        | 'department_id'
        | 'steward_id'
        | 'level'
        | 'sharing'
        | 'renewed'
        | 'value_kind'
        | 'subject'
        | 'unit_id'
        | 'state'
        | 'described_on';
    };
    /** 未选用闲置资产 · Idle things not taken */
    'assets.declined': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        name: string | null;
        card_number: string | null;
        card_name: string | null;
        card_unit: string | null;
        quantity: number | null;
        value_fen: number | null;
        reason: 'too-worn' | 'too-weak' | 'too-far' | 'not-in-time' | 'other-purpose' | 'other' | null;
        said: string | null;
        answered_name: string | null;
        answered_at: string;
        followed: 'agreed' | 'look-again' | null;
        follow_words: string | null;
        followed_name: string | null;
        purchase_id: string | null;
        may: readonly string[];
      };
      filter: 'number' | 'card_number' | 'reason' | 'answered_at' | 'followed' | 'unit_id' | 'purchase_id';
    };
    /** 验收单 · Deliveries accepted */
    'assets.delivery-notes': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        day: string;
        name: string | null;
        quantity: number | null;
        price_fen: number | null;
        total_fen: number | null;
        supplier: string | null;
        invoice: string | null;
        difference: string | null;
        accepted_name: string | null;
        purchase_id: string;
      };
      filter: 'number' | 'day' | 'name' | 'supplier' | 'invoice' | 'unit_id' | 'purchase_id';
    };
    /** 需求台账 · Demands */
    'assets.demands': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        name: string;
        quantity: number | null;
        urgent: boolean | null;
        need_by: string;
        state: 'open' | 'met' | 'withdrawn' | null;
        coming: number | null;
        given: number | null;
        new_price_fen: number | null;
        raised_at: string;
        version: number | null;
        may: readonly string[];
      };
      filter: 'number' | 'name' | 'urgent' | 'need_by' | 'unit_id' | 'state';
    };
    /** 卡账实差异 · Differences */
    'assets.differences': {
      row: {
        id: string;
        unit_id: string | null;
        month_end: string;
        side: 'ledger' | 'thing' | null;
        what: string | null;
        cards_fen: number | null;
        other_fen: number | null;
        difference_fen: number | null;
        state: 'open' | 'explained' | 'settled' | null;
        words: string | null;
        ended_name: string | null;
        may: readonly string[];
      };
      filter: 'month_end' | 'side' | 'state' | 'unit_id';
    };
    /** 资产处置 · Disposals */
    'assets.disposals': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        manner: 'scrap' | 'donate' | 'allocate' | 'sell' | 'auction' | 'exchange' | null;
        state:
          | 'done'
          | 'awaiting-signature'
          | 'partly-signed'
          | 'signed'
          | 'refused'
          | 'withdrawn'
          | 'open'
          | 'proposed'
          | 'approved'
          | null;
        day: string | null;
        cards: number | null;
        value_fen: number | null;
        appraisal_fen: number | null;
        proceeds_fen: number | null;
        paid_fen: number | null;
        owed_fen: number | null;
        pay_by: string | null;
        recipient: string | null;
        made_name: string | null;
        made_at: string;
        ended_name: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'number' | 'manner' | 'state' | 'unit_id' | 'day' | 'owed_fen' | 'pay_by';
    };
    /** 应急状态 · Emergencies */
    'assets.emergencies': {
      row: {
        id: string;
        unit_id: string | null;
        name: string | null;
        state: 'open' | 'ended';
        document: string | null;
        from_at: string;
        until_at: string | null;
        said: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'name' | 'state' | 'unit_id';
    };
    /** 应急调用单 · Calls */
    'assets.emergency-calls': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        emergency: string | null;
        name: string | null;
        quantity: number | null;
        side: 'taken' | 'given' | null;
        state: 'called' | 'handed-out' | 'cancelled';
        other_id: string | null;
        place: string | null;
        contact: string | null;
        due_day: string | null;
        made_at: string;
        handed_at: string | null;
        made_name: string | null;
        call_id: string | null;
        offer_id: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'number' | 'emergency' | 'name' | 'side' | 'state' | 'unit_id' | 'due_day';
    };
    /** 配置资产明细 · Cards of equipment */
    'assets.equipment-cards': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        name: string | null;
        equipment:
          | 'desktop'
          | 'notebook'
          | 'printer-a4'
          | 'printer-a4-colour'
          | 'printer-a3'
          | 'printer-a3-colour'
          | 'receipt-printer'
          | 'copier'
          | 'multifunction'
          | 'scanner'
          | 'shredder'
          | 'projector'
          | 'desk'
          | 'chair'
          | 'sofa-three'
          | 'sofa-single'
          | 'tea-table-large'
          | 'tea-table-small'
          | 'visitor-chair'
          | 'bookcase'
          | 'file-cabinet'
          | 'wardrobe'
          | 'secure-cabinet'
          | 'tea-cabinet'
          | 'meeting-table'
          | 'meeting-chair'
          | null;
        model: string | null;
        quantity: number | null;
        price_fen: number;
        value_fen: number | null;
        acquired_on: string;
        place: string | null;
      };
      filter: 'number' | 'name' | 'equipment' | 'price_fen' | 'acquired_on' | 'unit_id';
    };
    /** 配置人数 · Headcounts */
    'assets.headcounts': {
      row: {
        id: string;
        unit_id: string | null;
        from_day: string;
        establishment: number | null;
        actual: number | null;
        seniors: number | null;
        offices: number | null;
        secrecy: 'ordinary' | 'secret' | null;
        paper: string | null;
        set_name: string | null;
      };
      filter: 'unit_id' | 'from_day' | 'secrecy';
    };
    /** 疑似闲置 · Looks idle */
    'assets.idle': {
      row: {
        id: string;
        unit_id: string;
        number: string;
        name: string;
        class: string | null;
        place: string | null;
        state:
          | 'in-stock'
          | 'in-use'
          | 'idle'
          | 'lent'
          | 'rented-out'
          | 'in-repair'
          | 'pooled'
          | 'awaiting-disposal'
          | 'disposed';
        value_fen: number | null;
        last_sign: string | null;
        sources: string;
        seen_at: string | null;
        watched_from: string | null;
        room_last: string | null;
        room_watched_from: string | null;
        facet_kind: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'number' | 'name' | 'unit_id' | 'class' | 'place' | 'state' | 'last_sign' | 'seen_at';
    };
    /** 账面余额 · Sums of the ledger */
    'assets.ledger-sums': {
      row: {
        id: string;
        unit_id: string | null;
        month_end: string;
        class: 'A01' | 'A02' | 'A03' | 'A04' | 'A05' | 'A06' | 'A07' | 'A08' | null;
        account: string | null;
        amount_fen: number | null;
        entered_name: string | null;
      };
      filter: 'month_end' | 'class' | 'account' | 'unit_id';
    };
    /** 匹配办理 · Matches */
    'assets.matches': {
      row: {
        id: string;
        unit_id: string | null;
        name: string | null;
        needed: string | null;
        quantity: number | null;
        side: 'taken' | 'given' | null;
        other_id: string | null;
        state: 'approving' | 'approved' | 'declined' | 'refused' | 'done' | null;
        score: number;
        saved_fen: number | null;
        refused_by: 'receiver' | 'giver' | null;
        refusal: 'condition' | 'specification' | 'distance' | 'timing' | 'own-use' | 'met-otherwise' | 'other' | null;
        said: string | null;
        ask_again_on: string | null;
        followed_day: string | null;
        followed_said: string | null;
        made_at: string;
        match_id: string | null;
        demand_id: string | null;
        offer_id: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter:
        | 'name'
        | 'side'
        | 'unit_id'
        | 'state'
        | 'refused_by'
        | 'refusal'
        | 'ask_again_on'
        | 'followed_day'
        | 'demand_id'
        | 'offer_id';
    };
    /** 我的资产自查 · My self-check */
    'assets.my-holdings': {
      row: {
        id: string;
        unit_id: string | null;
        card_number: string;
        card_name: string;
        place: string | null;
        state: 'waiting' | 'confirmed' | 'disputed' | 'settled';
        reason: 'not-mine' | 'not-there' | 'elsewhere' | 'broken' | 'wrong-card' | 'other' | null;
        said: string | null;
        how: 'card-corrected' | 'handed-over' | 'found' | 'to-repair' | 'to-disposal' | 'as-it-was' | null;
        settled_words: string | null;
        check_number: string | null;
        due_day: string;
        check_id: string;
        person_id: string | null;
        may: readonly string[];
      };
      filter: 'card_number' | 'state' | 'reason' | 'how' | 'check_number' | 'due_day' | 'unit_id' | 'check_id';
    };
    /** 全系统需求 · What is needed */
    'assets.needs': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        name: string;
        quantity: number | null;
        urgent: boolean | null;
        need_by: string;
        left_over: number | null;
        class: string | null;
        may_borrow: boolean | null;
        until_day: string | null;
        place: string | null;
        purpose: string | null;
      };
      filter: 'number' | 'name' | 'urgent' | 'need_by' | 'unit_id' | 'class' | 'may_borrow';
    };
    /** 久未见到 · Not seen for long */
    'assets.not-seen-since': {
      row: {
        id: string;
        unit_id: string;
        number: string;
        name: string;
        class: string | null;
        place: string | null;
        state:
          | 'in-stock'
          | 'in-use'
          | 'idle'
          | 'lent'
          | 'rented-out'
          | 'in-repair'
          | 'pooled'
          | 'awaiting-disposal'
          | 'disposed';
        value_fen: number | null;
        last_sign: string | null;
        sources: string;
        seen_at: string | null;
        watched_from: string | null;
        room_last: string | null;
        room_watched_from: string | null;
        facet_kind: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'number' | 'name' | 'unit_id' | 'class' | 'place' | 'state' | 'last_sign' | 'seen_at';
    };
    /** 可入仓资产 · What may be offered */
    'assets.offerable': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        name: string | null;
        model: string | null;
        quantity: number | null;
        value_fen: number | null;
        state: 'in-stock' | 'in-use' | 'idle' | null;
        place: string | null;
      };
      filter: 'number' | 'name' | 'state' | 'unit_id';
    };
    /** 入仓台账 · Offered to the warehouse */
    'assets.offers': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        name: string;
        state: 'offered' | 'in-store' | 'turned-away' | 'withdrawn' | 'gone' | null;
        quantity: number | null;
        free: number | null;
        measure: string | null;
        value_fen: number | null;
        reason: 'idle' | 'over-standard' | 'low-use' | 'reform' | 'still-usable' | 'event-or-temporary' | null;
        offered_for: 'both' | 'lend' | 'transfer' | null;
        reach: 'tree' | 'unit' | null;
        condition: 'new' | 'good' | 'worn' | 'repairable' | 'unusable' | null;
        keeper_id: string | null;
        store: string | null;
        offered_at: string;
        version: number | null;
        may: readonly string[];
      };
      filter:
        | 'number'
        | 'name'
        | 'state'
        | 'reason'
        | 'offered_for'
        | 'reach'
        | 'condition'
        | 'unit_id'
        | 'store'
        | 'offered_at';
    };
    /** 资产单据 · Papers of assets */
    'assets.papers': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        kind:
          | 'issue'
          | 'take-back'
          | 'lend'
          | 'return'
          | 'move'
          | 'repair'
          | 'hand-over'
          | 'transfer'
          | 'dispose'
          | 'stocktake-move'
          | 'stocktake-loss'
          | null;
        state:
          | 'done'
          | 'awaiting-signature'
          | 'partly-signed'
          | 'signed'
          | 'refused'
          | 'withdrawn'
          | 'open'
          | 'proposed'
          | 'approved'
          | null;
        day: string | null;
        cards: number | null;
        value_fen: number | null;
        person_name: string | null;
        other_unit: string | null;
        due_on: string | null;
        cost_fen: number | null;
        note: string | null;
        made_name: string | null;
        made_at: string;
        ended_name: string | null;
        ended_at: string | null;
        person_id: string | null;
        other_unit_id: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'number' | 'kind' | 'state' | 'unit_id' | 'day' | 'person_name' | 'other_unit' | 'due_on' | 'made_at';
    };
    /** 公物仓借用 · Loans of the warehouse */
    'assets.pool-loans': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        name: string | null;
        quantity: number | null;
        side: 'taken' | 'given' | null;
        other_id: string | null;
        from_day: string | null;
        due_day: string;
        state: 'out' | 'returned' | null;
        returned_day: string | null;
        condition_out: 'new' | 'good' | 'worn' | 'repairable' | 'unusable' | null;
        condition_back: 'new' | 'good' | 'worn' | 'repairable' | 'unusable' | null;
        fitted: string | null;
        purpose: string | null;
        body_id: string | null;
        offer_id: string | null;
        loan_id: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'number' | 'name' | 'side' | 'unit_id' | 'due_day' | 'state' | 'body_id';
    };
    /** 撮合明细 · Lines of a plan */
    'assets.pool-plan-lines': {
      row: {
        id: string;
        unit_id: string | null;
        name: string | null;
        giver_id: string | null;
        needed: string | null;
        receiver_id: string | null;
        quantity: number | null;
        score: number | null;
        saved_fen: number;
        transport_fen: number | null;
        state: 'open' | 'accepted' | 'left-out' | null;
        plan_id: string | null;
        plan_version: number | null;
        may: readonly string[];
      };
      filter: 'giver_id' | 'receiver_id' | 'state' | 'plan_id';
    };
    /** 全系统撮合 · Plans */
    'assets.pool-plans': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        state: 'working' | 'ready' | 'stopped' | 'closed' | null;
        pieces: number | null;
        saved_fen: number | null;
        greedy_saved_fen: number | null;
        gap: number | null;
        asked_at: string;
        asked_name: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'number' | 'unit_id' | 'state';
    };
    /** 购置明细 · Lines of purchases */
    'assets.purchase-lines': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        name: string | null;
        equipment:
          | 'desktop'
          | 'notebook'
          | 'printer-a4'
          | 'printer-a4-colour'
          | 'printer-a3'
          | 'printer-a3-colour'
          | 'receipt-printer'
          | 'copier'
          | 'multifunction'
          | 'scanner'
          | 'shredder'
          | 'projector'
          | 'desk'
          | 'chair'
          | 'sofa-three'
          | 'sofa-single'
          | 'tea-table-large'
          | 'tea-table-small'
          | 'visitor-chair'
          | 'bookcase'
          | 'file-cabinet'
          | 'wardrobe'
          | 'secure-cabinet'
          | 'tea-cabinet'
          | 'meeting-table'
          | 'meeting-chair'
          | null;
        class: string | null;
        mode: 'buy' | 'rent' | 'donation' | null;
        state: 'planned' | 'asked' | 'approved' | 'refused' | 'withdrawn' | 'received' | null;
        quantity: number | null;
        price_fen: number;
        total_fen: number | null;
        taken: number | null;
        received: number | null;
        planned_at: string;
        purchase_id: string;
      };
      filter: 'number' | 'name' | 'equipment' | 'class' | 'mode' | 'state' | 'planned_at' | 'unit_id' | 'purchase_id';
    };
    /** 购置计划 · Purchases */
    'assets.purchases': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        title: string | null;
        year: string | null;
        state: 'planned' | 'asked' | 'approved' | 'refused' | 'withdrawn' | 'received' | null;
        pieces: number | null;
        taken: number | null;
        received: number | null;
        total_fen: number;
        saved_fen: number | null;
        agreed_fen: number | null;
        inquiry_number: string | null;
        supplier: string | null;
        planned_name: string | null;
        planned_at: string;
        decided_name: string | null;
        notes: number | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'number' | 'title' | 'year' | 'state' | 'unit_id' | 'inquiry_number' | 'supplier' | 'planned_at';
    };
    /** 预约 · Reservations */
    'assets.reservations': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        name: string | null;
        quantity: number | null;
        side: 'taken' | 'given' | null;
        other_id: string | null;
        until_day: string | null;
        purpose: string | null;
        state: 'held' | 'ended' | null;
        made_at: string;
        offer_id: string | null;
        claim_id: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'name' | 'side' | 'unit_id' | 'until_day' | 'state';
    };
    /** 资产权利登记 · Rights in assets */
    'assets.rights': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        name: string;
        kind: 'ownership' | 'allotment' | 'disposal';
        holder: string;
        heir_unit_id: string | null;
        from_day: string;
        to_day: string | null;
        state: 'standing' | 'ended';
        paper: string;
        reason: string | null;
        end_paper: string | null;
        end_reason: string | null;
        class: string | null;
        made_name: string | null;
        holder_unit_id: string | null;
        card_id: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter:
        | 'number'
        | 'name'
        | 'kind'
        | 'holder'
        | 'heir_unit_id'
        | 'from_day'
        | 'to_day'
        | 'state'
        | 'paper'
        | 'class'
        | 'unit_id'
        | 'card_id';
    };
    /** 自查明细 · Lines of self-checks */
    'assets.self-check-lines': {
      row: {
        id: string;
        unit_id: string | null;
        card_number: string;
        card_name: string;
        place: string | null;
        state: 'waiting' | 'confirmed' | 'disputed' | 'settled';
        reason: 'not-mine' | 'not-there' | 'elsewhere' | 'broken' | 'wrong-card' | 'other' | null;
        said: string | null;
        how: 'card-corrected' | 'handed-over' | 'found' | 'to-repair' | 'to-disposal' | 'as-it-was' | null;
        settled_words: string | null;
        check_number: string | null;
        due_day: string;
        check_id: string;
        person_name: string | null;
        person_id: string | null;
        settled_name: string | null;
        may: readonly string[];
      };
      filter:
        | 'card_number'
        | 'state'
        | 'reason'
        | 'how'
        | 'check_number'
        | 'due_day'
        | 'unit_id'
        | 'check_id'
        | 'person_name';
    };
    /** 资产自查 · Self-checks */
    'assets.self-checks': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        title: string | null;
        due_day: string;
        state: 'open' | 'closed' | null;
        lines: number | null;
        waiting: number | null;
        confirmed: number | null;
        disputed: number | null;
        settled: number | null;
        opened_name: string | null;
        opened_at: string;
        may: readonly string[];
      };
      filter: 'number' | 'title' | 'due_day' | 'state' | 'unit_id';
    };
    /** 公物仓共享物品 · On the shelf */
    'assets.shelf': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        name: string;
        class: string | null;
        model: string | null;
        free: number;
        quantity: number | null;
        measure: string | null;
        condition: 'new' | 'good' | 'worn' | 'repairable' | 'unusable' | null;
        offered_for: 'both' | 'lend' | 'transfer' | null;
        value_fen: number | null;
        store: string | null;
        store_kind: 'central' | 'dispersed' | 'virtual' | null;
        place: string | null;
        reserved_until: string | null;
        lent_until: string | null;
        acquired_on: string | null;
        offered_at: string;
      };
      filter: 'number' | 'name' | 'class' | 'free' | 'condition' | 'offered_for' | 'unit_id' | 'store' | 'store_kind';
    };
    /** 盘点明细 · Lines of stocktakes */
    'assets.stocktake-lines': {
      row: {
        id: string;
        unit_id: string | null;
        code: string;
        name: string;
        stocktake_id: string;
        stocktake: string;
        state: 'waiting' | 'found' | 'short' | 'elsewhere' | 'unexpected' | 'surplus';
        conflict: 'two-places' | 'moved-meanwhile' | 'disposed-meanwhile' | null;
        book_place: string | null;
        seen_place: string | null;
        seen_place_id: string | null;
        quantity: number | null;
        seen_quantity: number | null;
        value_fen: number | null;
        how:
          | 'search-again'
          | 'lost'
          | 'present'
          | 'move-here'
          | 'stays'
          | 'book-it'
          | 'not-ours'
          | 'report-present'
          | null;
        why: string | null;
        condition: 'new' | 'good' | 'worn' | 'repairable' | 'unusable' | null;
        note: string | null;
        differs: boolean | null;
        open: boolean | null;
        expected: boolean | null;
        sampled: boolean | null;
        seen_at: string | null;
        stocktake_state: 'counting' | 'signed' | 'closed' | 'cancelled';
        version: number | null;
      };
      filter:
        | 'code'
        | 'name'
        | 'stocktake_id'
        | 'stocktake'
        | 'unit_id'
        | 'state'
        | 'conflict'
        | 'book_place'
        | 'seen_place'
        | 'how'
        | 'condition'
        | 'differs'
        | 'open'
        | 'expected'
        | 'sampled';
    };
    /** 资产盘点 · Stocktakes */
    'assets.stocktakes': {
      row: {
        id: string;
        unit_id: string;
        number: string;
        title: string;
        state: 'counting' | 'signed' | 'closed' | 'cancelled';
        scope: 'unit' | 'building' | 'floor' | 'class';
        scope_words: string | null;
        day: string;
        places: number | null;
        done: number | null;
        expected: number | null;
        seen: number | null;
        open: number | null;
        opened_at: string;
        closed_at: string | null;
        paper_sha256: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'number' | 'title' | 'unit_id' | 'state' | 'scope' | 'day' | 'opened_at';
    };
    /** 公物仓设置 · Stores */
    'assets.stores': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        kind: 'central' | 'dispersed' | 'virtual' | null;
        place: string | null;
        state: 'open' | 'closed' | null;
        longitude: number | null;
        latitude: number | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'name' | 'kind' | 'unit_id' | 'state';
    };
    /** 耗材配件和软件授权 · Supplies and licences */
    'assets.supplies': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        kind: 'consumable' | 'component' | 'licence';
        model: string | null;
        on_hand: number;
        out_count: number;
        minimum: number;
        short: number | null;
        measure: string | null;
        valid_until: string | null;
        place: string | null;
        state: 'kept' | 'ended';
        note: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'name' | 'kind' | 'model' | 'on_hand' | 'short' | 'valid_until' | 'place' | 'unit_id' | 'state';
    };
    /** 耗材收发明细 · Comings and goings of supplies */
    'assets.supply-moves': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        name: string | null;
        kind: 'in' | 'out' | 'back' | 'count' | 'along' | null;
        quantity: number | null;
        after: number | null;
        held: number | null;
        measure: string | null;
        holder_id: string | null;
        thing: string | null;
        went_with: string | null;
        amount_fen: number | null;
        supplier: string | null;
        day: string | null;
        note: string | null;
        made_name: string | null;
        supply_kind: 'consumable' | 'component' | 'licence' | null;
        made_at: string;
        supply_id: string | null;
        card_id: string | null;
        may: readonly string[];
      };
      filter:
        | 'number'
        | 'name'
        | 'kind'
        | 'held'
        | 'holder_id'
        | 'day'
        | 'unit_id'
        | 'supply_kind'
        | 'supply_id'
        | 'card_id';
    };
    /** 调拨单 · Transfers */
    'assets.transfers': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        names: string | null;
        side: 'given' | 'taken' | null;
        state: 'drawn' | 'signed' | 'packed' | 'on-the-way' | 'arrived' | 'differs' | 'received' | 'cancelled' | null;
        other_id: string | null;
        day: string;
        value_fen: number | null;
        net_fen: number | null;
        transport_fen: number | null;
        carrier: string | null;
        sent_at: string | null;
        arrived_at: string | null;
        received_at: string | null;
        transfer_id: string | null;
      };
      filter: 'number' | 'side' | 'state' | 'unit_id' | 'day';
    };
    /** 维护工单 · Orders of upkeep */
    'assets.upkeep-orders': {
      row: {
        id: string;
        unit_id: string | null;
        number: string | null;
        what: string | null;
        card_number: string | null;
        name: string | null;
        state: 'open' | 'done' | 'cancelled';
        due_day: string | null;
        done_day: string | null;
        outcome: 'good' | 'watch' | 'to-repair' | null;
        found: string | null;
        cost_fen: number | null;
        vendor: string | null;
        place: string | null;
        made_name: string | null;
        made_at: string;
        card_id: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter:
        | 'number'
        | 'what'
        | 'card_number'
        | 'name'
        | 'state'
        | 'due_day'
        | 'done_day'
        | 'outcome'
        | 'vendor'
        | 'place'
        | 'unit_id'
        | 'card_id';
    };
    /** 维护计划 · Plans of upkeep */
    'assets.upkeep-plans': {
      row: {
        id: string;
        unit_id: string | null;
        what: string | null;
        number: string | null;
        name: string | null;
        place: string | null;
        every_months: number | null;
        next_due: string;
        order_number: string | null;
        vendor: string | null;
        state: 'running' | 'ended';
        card_id: string | null;
        order_id: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'what' | 'number' | 'name' | 'place' | 'next_due' | 'vendor' | 'unit_id' | 'state' | 'card_id';
    };
    /** 使用迹象 · Signs of use */
    'assets.use-signs': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        name: string;
        kind: 'scan' | 'log-in' | 'meter' | 'booking' | 'paper' | 'trip' | 'seated' | 'answer';
        source: string;
        last_at: string | null;
        watched_from: string | null;
        weak: boolean | null;
        card_id: string;
        source_id: string;
      };
      filter: 'number' | 'name' | 'unit_id' | 'kind' | 'source' | 'last_at' | 'weak' | 'card_id';
    };
  }

  interface Verbs {
    /** 验收到货 · Accept a delivery */
    'assets.accept-delivery': {
      input: {
        purchase: string;
        line: string;
        day: string;
        quantity: number;
        serials?: readonly string[] | undefined;
        apart?: boolean | undefined;
        priceFen?: number | undefined;
        supplier?: string | undefined;
        invoice?: string | undefined;
        brand?: string | undefined;
        model?: string | undefined;
        warrantyUntil?: string | null | undefined;
        room?: string | null | undefined;
        place?: string | undefined;
        difference?: string | undefined;
        files?: readonly string[] | undefined;
      };
      result: { note: string; number: string; cards: readonly string[] };
      refusal:
        | 'not-now'
        | 'line-unknown'
        | 'look-again-first'
        | 'more-than-planned'
        | 'serials-not-the-quantity'
        | 'rented-has-no-card'
        | 'serial-known'
        | 'unit-closed'
        | 'card-number-taken'
        | 'class-unknown'
        | 'day-ahead'
        | 'department-elsewhere'
        | 'person-unknown';
    };
    /** 采用 · Take it up */
    'assets.accept-match': {
      input: { demand: string; offer: string; quantity: number };
      result: { match: string };
      refusal:
        | 'demand-closed'
        | 'offer-not-there'
        | 'match-refused-before'
        | 'does-not-suit'
        | 'more-than-needed'
        | 'more-than-there-are'
        | 'bad-attributes'
        | 'no-holder';
    };
    /** 采纳 · Accept the plan */
    'assets.accept-plan': {
      input: { plan: string; version: number; lines?: readonly string[] | undefined };
      result: { accepted: number; behind: number };
      refusal: 'not-now' | 'stale-version' | 'nothing-to-accept';
    };
    /** 说明仍在使用 · Say that it is in use */
    'assets.answer-idle': { input: { card: string; why: string }; result: undefined; refusal: never };
    /** 同意处置 · Approve */
    'assets.approve-disposal': {
      input: { paper: string; opinion?: string | undefined };
      result: undefined;
      refusal:
        | 'not-now'
        | 'case-closed'
        | 'own-request'
        | 'bad-attributes'
        | 'not-the-asker'
        | 'with-asker'
        | 'not-with-asker'
        | 'already-decided'
        | 'urged-today'
        | 'step-not-open'
        | 'not-a-holder'
        | 'not-earlier'
        | 'no-such-person'
        | 'already-holder'
        | 'too-many-signers'
        | 'stand-in-only-decides'
        | 'not-added-by-you'
        | 'not-due'
        | 'no-holder';
    };
    /** 同意调出 · Agree */
    'assets.approve-match': {
      input: { match: string; opinion?: string | undefined };
      result: undefined;
      refusal:
        | 'not-found'
        | 'not-now'
        | 'case-closed'
        | 'own-request'
        | 'bad-attributes'
        | 'not-the-asker'
        | 'with-asker'
        | 'not-with-asker'
        | 'already-decided'
        | 'urged-today'
        | 'step-not-open'
        | 'not-a-holder'
        | 'not-earlier'
        | 'no-such-person'
        | 'already-holder'
        | 'too-many-signers'
        | 'stand-in-only-decides'
        | 'not-added-by-you'
        | 'not-due'
        | 'no-holder';
    };
    /** 批准购置 · Approve the purchase */
    'assets.approve-purchase': {
      input: { purchase: string; opinion?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'own-plan' | 'above-the-head';
    };
    /** 已到达 · Arrived */
    'assets.arrive-transfer': { input: { transfer: string }; result: undefined; refusal: 'not-now' };
    /** 提交审批 · Send for approval */
    'assets.ask-purchase': {
      input: { purchase: string; version: number };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'nothing-to-buy' | 'idle-not-answered';
    };
    /** 应急调用 · Call stock */
    'assets.call-stock': {
      input: {
        unit: string;
        emergency: string;
        offer: string;
        quantity: number;
        dueDay: string;
        place: string;
        contact?: string | undefined;
      };
      result: { call: string; number: string };
      refusal:
        | 'not-found'
        | 'not-now'
        | 'not-for-loan'
        | 'no-emergency'
        | 'no-right-to-call'
        | 'more-than-right'
        | 'call-day-passed'
        | 'too-long-lent'
        | 'more-than-there-are';
    };
    /** 取消调用 · Cancel the call */
    'assets.cancel-call': {
      input: { call: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 停止 · Stop */
    'assets.cancel-plan': { input: { plan: string }; result: undefined; refusal: 'not-now' };
    /** 取消盘点 · Cancel the stocktake */
    'assets.cancel-stocktake': {
      input: { stocktake: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 取消调拨 · Cancel */
    'assets.cancel-transfer': {
      input: { transfer: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 取消工单 · Cancel */
    'assets.cancel-upkeep': {
      input: { order: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 变更 · Change */
    'assets.change-card': {
      input: {
        card: string;
        version: number;
        number?: string | undefined;
        name?: string | undefined;
        class?: string | undefined;
        model?: string | undefined;
        brand?: string | undefined;
        serial?: string | undefined;
        measure?: string | undefined;
        quantity?: number | undefined;
        valueFen?: number | undefined;
        valueKind?: 'cost' | 'appraised' | 'nominal' | undefined;
        acquiredBy?: 'purchase' | 'transfer' | 'donation' | 'built' | 'exchange' | 'found' | 'other' | undefined;
        acquiredOn?: string | undefined;
        bookedOn?: string | null | undefined;
        voucher?: string | undefined;
        supplier?: string | undefined;
        purchaseForm?: string | undefined;
        budgetItem?: string | undefined;
        funds?: string | undefined;
        warrantyUntil?: string | null | undefined;
        lifeYears?: number | null | undefined;
        keeper?: string | null | undefined;
        condition?: 'new' | 'good' | 'worn' | 'repairable' | 'unusable' | undefined;
        item?: string | undefined;
        note?: string | undefined;
        place?: string | undefined;
        state?: 'in-stock' | 'in-use' | 'idle' | 'rented-out' | 'pooled' | undefined;
        serialTwice?: boolean | undefined;
      };
      result: undefined;
      refusal:
        | 'card-by-facet'
        | 'card-on-the-way'
        | 'not-now'
        | 'stale-version'
        | 'card-number-taken'
        | 'serial-in-unit'
        | 'class-unknown'
        | 'day-ahead';
    };
    /** 办结交接 · Clear the post */
    'assets.clear-post': {
      input: { clearance: string; words?: string | undefined };
      result: undefined;
      refusal: 'clearance-done' | 'say-what-remains';
    };
    /** 结束自查 · Close the self-check */
    'assets.close-self-check': { input: { check: string }; result: undefined; refusal: 'check-closed' | 'lines-open' };
    /** 关闭公物仓 · Close a store */
    'assets.close-store': {
      input: { store: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'store-not-empty';
    };
    /** 确认 · Confirm what is mine */
    'assets.confirm-holdings': {
      input: { check: string; lines?: readonly string[] | undefined };
      result: undefined;
      refusal: 'nothing-waiting';
    };
    /** 盘点更正 · Count */
    'assets.count-supply': {
      input: { supply: string; version: number; counted: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'supply-unchanged';
    };
    /** 转入应急状态 · Declare an emergency */
    'assets.declare-emergency': {
      input: { unit: string; name: string; document: string };
      result: { emergency: string };
      refusal: 'emergency-there';
    };
    /** 不选用 · Decline an idle thing */
    'assets.decline-idle': {
      input: {
        purchase: string;
        line: string;
        card: string;
        reason: 'too-worn' | 'too-weak' | 'too-far' | 'not-in-time' | 'other-purpose' | 'other';
        said?: string | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'thing-not-idle' | 'match-answered' | 'say-why-declined';
    };
    /** 不同意调出 · Decline */
    'assets.decline-match': {
      input: { match: string; opinion: string };
      result: undefined;
      refusal:
        | 'not-found'
        | 'not-now'
        | 'case-closed'
        | 'own-request'
        | 'bad-attributes'
        | 'not-the-asker'
        | 'with-asker'
        | 'not-with-asker'
        | 'already-decided'
        | 'urged-today'
        | 'step-not-open'
        | 'not-a-holder'
        | 'not-earlier'
        | 'no-such-person'
        | 'already-holder'
        | 'too-many-signers'
        | 'stand-in-only-decides'
        | 'not-added-by-you'
        | 'not-due'
        | 'no-holder';
    };
    /** 登记数据资产 · Describe data */
    'assets.describe-data': {
      input: {
        card: string;
        department?: string | null | undefined;
        steward?: string | null | undefined;
        system: string;
        subject?: string | undefined;
        level?: 'general' | 'important' | 'core' | undefined;
        sharing: 'open' | 'conditional' | 'closed';
        condition?: string | undefined;
        renewed: 'live' | 'daily' | 'monthly' | 'yearly' | 'once';
        records?: number | null | undefined;
        certificate?: string | undefined;
      };
      result: undefined;
      refusal: 'card-by-facet' | 'card-on-the-way' | 'not-now' | 'not-data' | 'no-steward' | 'say-condition';
    };
    /** 有异议 · Dispute a line */
    'assets.dispute-holding': {
      input: {
        line: string;
        reason: 'not-mine' | 'not-there' | 'elsewhere' | 'broken' | 'wrong-card' | 'other';
        said: string;
      };
      result: undefined;
      refusal: 'check-closed' | 'line-answered';
    };
    /** 开具调拨单 · Draw up a transfer */
    'assets.draw-transfer': {
      input: {
        match?: string | null | undefined;
        unit?: string | undefined;
        to?: string | undefined;
        lines?: readonly { card: string; quantity: number }[] | undefined;
        why: string;
        document?: string | undefined;
      };
      result: { transfer: string; number: string };
      refusal:
        | 'not-found'
        | 'match-not-approved'
        | 'transferred-before'
        | 'lines-missing'
        | 'transfer-within-unit'
        | 'unit-unknown'
        | 'kept-elsewhere'
        | 'card-on-its-way'
        | 'card-not-transferable'
        | 'more-than-there-are';
    };
    /** 办理结束 · End */
    'assets.end-body': {
      input: { body: string; version: number; said?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'things-still-out' | 'bought-not-pooled';
    };
    /** 停止权限 · End the right */
    'assets.end-call-right': {
      input: { right: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 说明或调平 · Explain or settle */
    'assets.end-difference': {
      input: { difference: string; state: 'explained' | 'settled'; words: string };
      result: undefined;
      refusal: 'difference-ended';
    };
    /** 转回平时 · End the emergency */
    'assets.end-emergency': {
      input: { emergency: string; version: number; said?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 维修完成 · End the repair */
    'assets.end-repair': {
      input: {
        paper: string;
        version: number;
        day?: string | undefined;
        result: 'repaired' | 'beyond-repair';
        costFen: number;
        invoice?: string | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'day-ahead';
    };
    /** 结束预约 · End a reservation */
    'assets.end-reservation': {
      input: { reservation: string; version: number; why?: string | undefined };
      result: undefined;
      refusal: 'stale-version' | 'reservation-ended';
    };
    /** 权属终止 · End a right */
    'assets.end-right': {
      input: { right: string; version: number; day: string; paper: string; reason: string };
      result: undefined;
      refusal: 'stale-version' | 'right-ended' | 'day-ahead' | 'right-not-yet';
    };
    /** 停用 · End */
    'assets.end-supply': {
      input: { supply: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'supply-still-there';
    };
    /** 停止计划 · End the plan */
    'assets.end-upkeep': {
      input: { plan: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'upkeep-ordered-before';
    };
    /** 登记购置资产 · Bought for it */
    'assets.enter-bought': {
      input: { body: string; card: string };
      result: undefined;
      refusal: 'not-found' | 'not-now';
    };
    /** 录入账面余额 · Enter a sum of the ledger */
    'assets.enter-ledger-sum': {
      input: { unit: string; monthEnd: string; class: string; account?: string | undefined; amountFen: number };
      result: undefined;
      refusal: 'unit-unknown' | 'month-ahead';
    };
    /** 完成处置 · Finish */
    'assets.finish-disposal': {
      input: {
        paper: string;
        version: number;
        day?: string | undefined;
        document: string;
        proceedsFen?: number | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'day-ahead';
    };
    /** 完成 · Done */
    'assets.finish-upkeep': {
      input: {
        order: string;
        version: number;
        outcome: 'good' | 'watch' | 'to-repair';
        found?: string | undefined;
        costFen?: number | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 跟踪 · Follow up */
    'assets.follow-declined': {
      input: { answer: string; followed: 'agreed' | 'look-again'; words: string };
      result: undefined;
      refusal: 'not-declined';
    };
    /** 跟进 · Follow up */
    'assets.follow-refusal': {
      input: { match: string; version: number; said: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 应急出库 · Hand out */
    'assets.hand-out-call': {
      input: { call: string; version: number };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'more-than-there-are';
    };
    /** 移交 · Hand over */
    'assets.hand-over-cards': {
      input: {
        cards: readonly string[];
        day?: string | undefined;
        note?: string | undefined;
        to: string;
        department?: string | null | undefined;
        room?: string | null | undefined;
        place?: string | undefined;
      };
      result: { paper: string };
      refusal:
        | 'cards-of-several-units'
        | 'card-by-facet'
        | 'card-on-the-way'
        | 'card-not-now'
        | 'day-ahead'
        | 'receiver-unknown'
        | 'receiver-holds-it'
        | 'room-unknown';
    };
    /** 入仓验收 · Inspect */
    'assets.inspect-offer': {
      input: {
        offer: string;
        version: number;
        passed: boolean;
        condition: 'new' | 'good' | 'worn' | 'repairable' | 'unusable';
        refurbishFen?: number | undefined;
        said?: string | undefined;
        photos?: readonly string[] | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'still-claimed' | 'unusable-not-stored' | 'say-why-turned-away';
    };
    /** 领用 · Issue */
    'assets.issue-cards': {
      input: {
        cards: readonly string[];
        day?: string | undefined;
        note?: string | undefined;
        to: string;
        department?: string | null | undefined;
        room?: string | null | undefined;
        place?: string | undefined;
      };
      result: undefined;
      refusal:
        | 'cards-of-several-units'
        | 'card-by-facet'
        | 'card-on-the-way'
        | 'card-not-now'
        | 'day-ahead'
        | 'receiver-unknown'
        | 'room-unknown';
    };
    /** 领用 · Give out */
    'assets.issue-supply': {
      input: {
        supply: string;
        quantity: number;
        card?: string | null | undefined;
        holder?: string | null | undefined;
        note?: string | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'supply-needs-place' | 'supply-thing-elsewhere' | 'supply-over' | 'supply-short';
    };
    /** 设定调用权限 · Keep a right to call */
    'assets.keep-call-right': {
      input: {
        store: string;
        caller: string;
        class?: string | undefined;
        most?: number | null | undefined;
        document?: string | undefined;
        contact?: string | undefined;
      };
      result: { right: string };
      refusal: 'store-closed' | 'caller-unknown' | 'call-right-there';
    };
    /** 设立或变更公物仓 · Keep a store */
    'assets.keep-store': {
      input: {
        unit: string;
        store?: string | undefined;
        name: string;
        kind: 'central' | 'dispersed' | 'virtual';
        place?: string | undefined;
        longitude?: number | null | undefined;
        latitude?: number | null | undefined;
      };
      result: { store: string };
      refusal: 'not-now' | 'store-name-taken';
    };
    /** 登记或变更 · Keep a supply */
    'assets.keep-supply': {
      input: {
        unit: string;
        supply?: string | undefined;
        kind: 'consumable' | 'component' | 'licence';
        name: string;
        model?: string | undefined;
        measure?: string | undefined;
        minimum?: number | undefined;
        place?: string | undefined;
        validUntil?: string | null | undefined;
        note?: string | undefined;
      };
      result: { supply: string };
      refusal: 'not-now' | 'supply-taken';
    };
    /** 借出 · Lend */
    'assets.lend-cards': {
      input: {
        cards: readonly string[];
        day?: string | undefined;
        note?: string | undefined;
        borrower: string;
        dueOn: string;
      };
      result: undefined;
      refusal:
        | 'cards-of-several-units'
        | 'card-by-facet'
        | 'card-on-the-way'
        | 'card-not-now'
        | 'day-ahead'
        | 'due-before-loan';
    };
    /** 借出 · Lend */
    'assets.lend-offer': {
      input: {
        offer: string;
        borrower: string;
        quantity: number;
        dueDay: string;
        purpose?: string | undefined;
        body?: string | null | undefined;
        reservation?: string | null | undefined;
      };
      result: { loan: string; number: string };
      refusal:
        | 'not-now'
        | 'unit-unknown'
        | 'not-for-loan'
        | 'day-passed'
        | 'too-long-lent'
        | 'reservation-ended'
        | 'not-the-taker'
        | 'body-over'
        | 'not-your-body'
        | 'after-the-body'
        | 'more-than-there-are';
    };
    /** 关联询价 · Link the inquiry */
    'assets.link-inquiry': {
      input: { purchase: string; number: string };
      result: undefined;
      refusal: 'not-now' | 'inquiry-unknown' | 'inquiry-of-another';
    };
    /** 认定闲置 · Mark as idle */
    'assets.mark-idle': { input: { card: string }; result: undefined; refusal: 'not-to-be-idle' | 'in-use-after-all' };
    /** 移动 · Move */
    'assets.move-cards': {
      input: {
        cards: readonly string[];
        day?: string | undefined;
        note?: string | undefined;
        department?: string | null | undefined;
        room?: string | null | undefined;
        place?: string | undefined;
      };
      result: undefined;
      refusal:
        | 'cards-of-several-units'
        | 'card-by-facet'
        | 'card-on-the-way'
        | 'card-not-now'
        | 'day-ahead'
        | 'nothing-moves'
        | 'room-unknown'
        | 'department-elsewhere';
    };
    /** 记录实物情况 · Note the condition of a thing */
    'assets.note-line': {
      input: {
        stocktake: string;
        code: string;
        condition?: 'new' | 'good' | 'worn' | 'repairable' | 'unusable' | undefined;
        note?: string | undefined;
        photos?: readonly string[] | undefined;
      };
      result: undefined;
      refusal: 'not-now';
    };
    /** 申请入仓 · Offer to the warehouse */
    'assets.offer-card': {
      input: {
        card: string;
        store: string;
        quantity: number;
        reason: 'idle' | 'over-standard' | 'low-use' | 'reform' | 'still-usable' | 'event-or-temporary';
        may?: 'both' | 'lend' | 'transfer' | undefined;
        reach?: 'tree' | 'unit' | undefined;
        place?: string | undefined;
        untilDay?: string | null | undefined;
        note?: string | undefined;
        photos?: readonly string[] | undefined;
      };
      result: { offer: string; number: string };
      refusal:
        | 'kept-elsewhere'
        | 'offered-before'
        | 'not-to-be-offered'
        | 'more-than-there-are'
        | 'store-closed'
        | 'store-not-in-reach'
        | 'reason-not-in-scope'
        | 'day-passed';
    };
    /** 登记活动或临时机构 · Enter an event or temporary body */
    'assets.open-body': {
      input: {
        unit: string;
        name: string;
        kind: 'event' | 'temporary-body';
        from: string;
        until: string;
        needs?: readonly { what: string; quantity: number }[] | undefined;
        document?: string | undefined;
      };
      result: { body: string };
      refusal: 'period-backwards' | 'day-passed' | 'body-name-taken';
    };
    /** 开始离岗交接 · Open a clearance */
    'assets.open-clearance': {
      input: { unit: string; person: string; leftOn: string };
      result: undefined;
      refusal: 'unit-unknown' | 'person-unknown' | 'clearance-open';
    };
    /** 发起自查 · Open a self-check */
    'assets.open-self-check': {
      input: { unit: string; title: string; dueDay: string };
      result: undefined;
      refusal: 'unit-unknown' | 'due-past' | 'check-open' | 'nobody-holds';
    };
    /** 开始盘点 · Open a stocktake */
    'assets.open-stocktake': {
      input: {
        unit: string;
        title: string;
        scope: 'unit' | 'building' | 'floor' | 'class';
        place?: string | undefined;
        class?: string | undefined;
        people?: readonly string[] | undefined;
        blind?: boolean | undefined;
        sample?: number | undefined;
      };
      result: { stocktake: string; number: string };
      refusal: 'unit-unknown' | 'scope-incomplete' | 'nothing-to-count' | 'too-many-to-count';
    };
    /** 开维护工单 · Order upkeep */
    'assets.order-upkeep': {
      input: {
        card: string;
        plan?: string | null | undefined;
        what: string;
        dueDay: string;
        vendor?: string | undefined;
        report?: string | undefined;
      };
      result: { order: string; number: string };
      refusal: 'not-now' | 'upkeep-not-this-thing' | 'upkeep-thing-gone' | 'upkeep-day-over' | 'upkeep-ordered-before';
    };
    /** 打包完成 · Packed */
    'assets.pack-transfer': {
      input: { transfer: string; version: number };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 开始全系统撮合 · Plan for the whole tree */
    'assets.plan-matches': { input: { unit: string }; result: { plan: string; number: string }; refusal: never };
    /** 拟定购置计划 · Plan a purchase */
    'assets.plan-purchase': {
      input: {
        unit: string;
        year: number;
        title: string;
        reason: string;
        budgetItem?: string | undefined;
        funds?: string | undefined;
        lines: readonly {
          name: string;
          class: string;
          equipment?:
            | 'desktop'
            | 'notebook'
            | 'printer-a4'
            | 'printer-a4-colour'
            | 'printer-a3'
            | 'printer-a3-colour'
            | 'receipt-printer'
            | 'copier'
            | 'multifunction'
            | 'scanner'
            | 'shredder'
            | 'projector'
            | 'desk'
            | 'chair'
            | 'sofa-three'
            | 'sofa-single'
            | 'tea-table-large'
            | 'tea-table-small'
            | 'visitor-chair'
            | 'bookcase'
            | 'file-cabinet'
            | 'wardrobe'
            | 'secure-cabinet'
            | 'tea-cabinet'
            | 'meeting-table'
            | 'meeting-chair'
            | null
            | undefined;
          mode?: 'buy' | 'rent' | 'donation' | undefined;
          grade?: 'ordinary' | 'senior' | undefined;
          model?: string | undefined;
          measure?: string | undefined;
          quantity: number;
          priceFen: number;
        }[];
      };
      result: { purchase: string; number: string };
      refusal: 'unit-unknown' | 'year-closed' | 'price-over-standard' | 'over-allowance';
    };
    /** 制定维护计划 · Plan upkeep */
    'assets.plan-upkeep': {
      input: { card: string; what: string; everyMonths: number; nextDue: string; vendor?: string | undefined };
      result: { plan: string };
      refusal: 'upkeep-thing-gone' | 'upkeep-day-over' | 'upkeep-planned-before';
    };
    /** 申请处置 · Propose a disposal */
    'assets.propose-disposal': {
      input: {
        cards: readonly string[];
        manner: 'scrap' | 'donate' | 'allocate' | 'sell' | 'auction' | 'exchange';
        grounds?: readonly ('obsolete' | 'lost' | 'over-age' | 'force-majeure')[] | undefined;
        why?: string | undefined;
        certificate?: string | undefined;
        appraisal?: string | undefined;
        appraisalFen?: number | null | undefined;
        recipient?: string | undefined;
        note?: string | undefined;
      };
      result: { paper: string; number: string };
      refusal:
        | 'cards-of-several-units'
        | 'card-by-facet'
        | 'card-on-the-way'
        | 'card-not-now'
        | 'day-ahead'
        | 'appraisal-wanted'
        | 'recipient-wanted'
        | 'ground-wanted'
        | 'age-alone'
        | 'under-age'
        | 'certificate-wanted'
        | 'not-your-right'
        | 'case-closed'
        | 'own-request'
        | 'bad-attributes'
        | 'not-the-asker'
        | 'with-asker'
        | 'not-with-asker'
        | 'already-decided'
        | 'urged-today'
        | 'step-not-open'
        | 'not-a-holder'
        | 'not-earlier'
        | 'no-such-person'
        | 'already-holder'
        | 'too-many-signers'
        | 'stand-in-only-decides'
        | 'not-added-by-you'
        | 'not-due'
        | 'no-holder';
    };
    /** 提出需求 · Raise a demand */
    'assets.raise-demand': {
      input: {
        name: string;
        class: string;
        item?: string | undefined;
        quantity: number;
        needBy: string;
        until?: string | null | undefined;
        urgent?: boolean | undefined;
        mayBorrow?: boolean | undefined;
        worstCondition?: 'new' | 'good' | 'worn' | 'repairable' | undefined;
        leastLifeYears?: number | undefined;
        newPriceFen: number;
        place?: string | undefined;
        longitude?: number | null | undefined;
        latitude?: number | null | undefined;
        purpose?: string | undefined;
        body?: string | null | undefined;
        reach?: 'tree' | 'unit' | undefined;
        unit: string;
      };
      result: { demand: string; number: string };
      refusal: 'day-passed' | 'period-backwards';
    };
    /** 入库 · Receive */
    'assets.receive-supply': {
      input: {
        supply: string;
        quantity: number;
        amountFen?: number | undefined;
        supplier?: string | undefined;
        note?: string | undefined;
      };
      result: undefined;
      refusal: 'not-now';
    };
    /** 清点接收 · Receive */
    'assets.receive-transfer': {
      input: {
        transfer: string;
        version: number;
        lines?:
          | readonly {
              line: string;
              received: number;
              condition: 'new' | 'good' | 'worn' | 'repairable' | 'unusable';
              said?: string | undefined;
            }[]
          | undefined;
        said?: string | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'count-every-line' | 'more-than-sent';
    };
    /** 核对 · Reconcile */
    'assets.reconcile': {
      input: { unit: string; monthEnd: string };
      result: undefined;
      refusal: 'unit-unknown' | 'month-ahead' | 'no-ledger-sums';
    };
    /** 登记使用权 · Record an allotment */
    'assets.record-allotment': {
      input: {
        cards: readonly string[];
        holderUnit?: string | null | undefined;
        holder?: string | undefined;
        from: string;
        paper: string;
        reason: string;
      };
      result: undefined;
      refusal:
        | 'day-ahead'
        | 'unit-closed'
        | 'holder-wanted'
        | 'card-by-facet'
        | 'card-on-the-way'
        | 'card-not-now'
        | 'right-stands-already'
        | 'day-before-right';
    };
    /** 登记处置权 · Record a right of disposal */
    'assets.record-disposal-right': {
      input: {
        cards: readonly string[];
        holderUnit?: string | null | undefined;
        holder?: string | undefined;
        from: string;
        paper: string;
        reason: string;
      };
      result: undefined;
      refusal:
        | 'day-ahead'
        | 'unit-closed'
        | 'holder-wanted'
        | 'card-by-facet'
        | 'card-on-the-way'
        | 'card-not-now'
        | 'right-stands-already'
        | 'day-before-right';
    };
    /** 登记收入上缴 · Record income paid in */
    'assets.record-income': {
      input: { paper: string; amountFen: number; paidOn: string; receipt: string };
      result: undefined;
      refusal: 'not-now' | 'no-income-owed' | 'more-than-owed' | 'day-ahead';
    };
    /** 登记所有权 · Record ownership */
    'assets.record-ownership': {
      input: {
        cards: readonly string[];
        holderUnit?: string | null | undefined;
        holder?: string | undefined;
        from: string;
        paper: string;
        reason: string;
      };
      result: undefined;
      refusal:
        | 'day-ahead'
        | 'unit-closed'
        | 'holder-wanted'
        | 'card-by-facet'
        | 'card-on-the-way'
        | 'card-not-now'
        | 'right-stands-already'
        | 'day-before-right';
    };
    /** 整类登记权利 · Record a right for a class */
    'assets.record-right-of-class': {
      input: {
        kind: 'ownership' | 'allotment' | 'disposal';
        unit: string;
        class: string;
        holderUnit?: string | null | undefined;
        holder?: string | undefined;
        from: string;
        paper: string;
        reason: string;
      };
      result: { cards: number; left: number };
      refusal:
        | 'no-such-cards'
        | 'day-ahead'
        | 'unit-closed'
        | 'holder-wanted'
        | 'card-by-facet'
        | 'card-on-the-way'
        | 'card-not-now'
        | 'right-stands-already'
        | 'day-before-right';
    };
    /** 不同意处置 · Refuse */
    'assets.refuse-disposal': {
      input: { paper: string; opinion: string };
      result: undefined;
      refusal:
        | 'not-now'
        | 'case-closed'
        | 'own-request'
        | 'bad-attributes'
        | 'not-the-asker'
        | 'with-asker'
        | 'not-with-asker'
        | 'already-decided'
        | 'urged-today'
        | 'step-not-open'
        | 'not-a-holder'
        | 'not-earlier'
        | 'no-such-person'
        | 'already-holder'
        | 'too-many-signers'
        | 'stand-in-only-decides'
        | 'not-added-by-you'
        | 'not-due'
        | 'no-holder';
    };
    /** 不采用 · Refuse the match */
    'assets.refuse-match': {
      input: {
        demand: string;
        offer: string;
        side: 'receiver' | 'giver';
        reason: 'condition' | 'specification' | 'distance' | 'timing' | 'own-use' | 'met-otherwise' | 'other';
        said?: string | undefined;
      };
      result: undefined;
      refusal: 'not-found' | 'demand-closed' | 'offer-not-there' | 'say-more';
    };
    /** 不批准 · Refuse the purchase */
    'assets.refuse-purchase': { input: { purchase: string; opinion: string }; result: undefined; refusal: 'not-now' };
    /** 拒收 · Refuse */
    'assets.refuse-transfer': {
      input: { paper: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 登记资产 · Register an asset */
    'assets.register-card': {
      input: {
        unit: string;
        number?: string | undefined;
        serialTwice?: boolean | undefined;
        name: string;
        class: string;
        model?: string | undefined;
        brand?: string | undefined;
        serial?: string | undefined;
        measure?: string | undefined;
        quantity?: number | undefined;
        valueFen: number;
        valueKind?: 'cost' | 'appraised' | 'nominal' | undefined;
        acquiredBy?: 'purchase' | 'transfer' | 'donation' | 'built' | 'exchange' | 'found' | 'other' | undefined;
        acquiredOn: string;
        bookedOn?: string | null | undefined;
        voucher?: string | undefined;
        supplier?: string | undefined;
        purchaseForm?: string | undefined;
        budgetItem?: string | undefined;
        funds?: string | undefined;
        warrantyUntil?: string | null | undefined;
        lifeYears?: number | null | undefined;
        keeper?: string | null | undefined;
        condition?: 'new' | 'good' | 'worn' | 'repairable' | 'unusable' | undefined;
        item?: string | undefined;
        note?: string | undefined;
        department?: string | null | undefined;
        user?: string | null | undefined;
        room?: string | null | undefined;
        place?: string | undefined;
        userName?: string | undefined;
        state?: 'in-stock' | 'in-use' | 'idle' | 'lent' | 'rented-out' | 'in-repair' | 'pooled' | undefined;
      };
      result: { card: string; number: string };
      refusal:
        | 'unit-closed'
        | 'card-number-taken'
        | 'class-unknown'
        | 'day-ahead'
        | 'department-elsewhere'
        | 'person-unknown'
        | 'serial-in-unit'
        | 'repair-by-paper';
    };
    /** 退回续盘 · Reopen the stocktake */
    'assets.reopen-stocktake': {
      input: { stocktake: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 报送使用迹象 · Report signs of use */
    'assets.report-signs': {
      input: {
        unit: string;
        source: string;
        since: string;
        signs: readonly (readonly [
          string,
          'scan' | 'log-in' | 'meter' | 'booking' | 'paper' | 'trip' | 'seated' | 'answer',
          string,
        ])[];
      };
      result: undefined;
      refusal: 'signs-unknown' | 'sign-not-yet';
    };
    /** 预约 · Reserve */
    'assets.reserve-offer': {
      input: { unit: string; offer: string; quantity: number; untilDay: string; purpose: string };
      result: { reservation: string };
      refusal: 'not-found' | 'not-now' | 'day-passed' | 'too-long-held' | 'more-than-there-are';
    };
    /** 归还 · Take in a return */
    'assets.return-cards': {
      input: {
        cards: readonly string[];
        day?: string | undefined;
        note?: string | undefined;
        condition?: 'new' | 'good' | 'worn' | 'repairable' | 'unusable' | undefined;
      };
      result: undefined;
      refusal: 'cards-of-several-units' | 'card-by-facet' | 'card-on-the-way' | 'card-not-now' | 'day-ahead';
    };
    /** 归还验收 · Take back */
    'assets.return-loan': {
      input: {
        loan: string;
        version: number;
        condition: 'new' | 'good' | 'worn' | 'repairable' | 'unusable';
        said?: string | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 收回 · Take back */
    'assets.return-supply': {
      input: { move: string; quantity: number; note?: string | undefined };
      result: undefined;
      refusal: 'supply-not-out';
    };
    /** 送修 · Send to repair */
    'assets.send-to-repair': {
      input: {
        cards: readonly string[];
        day?: string | undefined;
        note?: string | undefined;
        what: string;
        vendor?: string | undefined;
        quoteFen?: number | null | undefined;
      };
      result: undefined;
      refusal: 'cards-of-several-units' | 'card-by-facet' | 'card-on-the-way' | 'card-not-now' | 'day-ahead';
    };
    /** 发出 · Send */
    'assets.send-transfer': {
      input: { transfer: string; version: number; carrier: string; transportFen?: number | undefined };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'more-than-there-are';
    };
    /** 核定配置人数 · Set the headcount for equipment */
    'assets.set-headcount': {
      input: {
        unit: string;
        fromDay: string;
        establishment: number;
        actual?: number | undefined;
        seniors?: number | undefined;
        offices?: number | undefined;
        secrecy?: 'ordinary' | 'secret' | undefined;
        paper?: string | undefined;
      };
      result: undefined;
      refusal: 'unit-unknown' | 'not-an-institution' | 'headcount-ahead' | 'seniors-over-staff';
    };
    /** 说明差异 · Explain a difference */
    'assets.settle-difference': {
      input: {
        stocktake: string;
        lines: readonly string[];
        how: 'search-again' | 'lost' | 'present' | 'move-here' | 'stays' | 'book-it' | 'not-ours' | 'report-present';
        place?: string | undefined;
        why?: string | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'same-line-twice' | 'not-found' | 'place-not-of-it' | 'way-not-open';
    };
    /** 处理异议 · Settle a dispute */
    'assets.settle-dispute': {
      input: {
        line: string;
        how: 'card-corrected' | 'handed-over' | 'found' | 'to-repair' | 'to-disposal' | 'as-it-was';
        words: string;
      };
      result: undefined;
      refusal: 'not-disputed';
    };
    /** 差异处理 · Settle the difference */
    'assets.settle-shortfall': {
      input: { transfer: string; version: number; as: 'found' | 'lost'; said: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'no-difference';
    };
    /** 签收 · Sign */
    'assets.sign-hand-over': {
      input: { paper: string; version: number; refused?: readonly { card: string; why: string }[] | undefined };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'not-on-the-paper';
    };
    /** 签字 · Sign the stocktake */
    'assets.sign-stocktake': {
      input: { stocktake: string; version: number };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'places-open' | 'differences-open' | 'signed-before';
    };
    /** 签字 · Sign */
    'assets.sign-transfer': {
      input: { transfer: string; side: 'giver' | 'receiver' };
      result: undefined;
      refusal: 'not-now' | 'side-signed-before' | 'signs-both-sides';
    };
    /** 撤销 · Strike */
    'assets.strike-card': {
      input: { card: string; version?: number | undefined; why: string };
      result: undefined;
      refusal: 'card-by-facet' | 'card-on-the-way' | 'not-now' | 'stale-version' | 'card-has-papers';
    };
    /** 上传盘点记录 · Send what was scanned */
    'assets.sync-scans': {
      input: {
        stocktake: string;
        entries: readonly (readonly [
          string,
          'camera' | 'scanner' | 'typed' | 'picked' | 'move' | 'done' | 'strike',
          string,
          string,
          number,
          string,
        ])[];
      };
      result: { received: number; before: number; conflicts: number };
      refusal: 'not-now' | 'place-not-of-it';
    };
    /** 退库 · Take back */
    'assets.take-back-cards': {
      input: {
        cards: readonly string[];
        day?: string | undefined;
        note?: string | undefined;
        room?: string | null | undefined;
        place?: string | undefined;
        condition?: 'new' | 'good' | 'worn' | 'repairable' | 'unusable' | undefined;
      };
      result: undefined;
      refusal:
        | 'cards-of-several-units'
        | 'card-by-facet'
        | 'card-on-the-way'
        | 'card-not-now'
        | 'day-ahead'
        | 'room-unknown';
    };
    /** 选用 · Take an idle thing */
    'assets.take-idle': {
      input: { purchase: string; line: string; card: string; quantity?: number | undefined };
      result: undefined;
      refusal:
        | 'not-now'
        | 'thing-not-idle'
        | 'match-answered'
        | 'nothing-left-to-take'
        | 'demand-closed'
        | 'offer-not-there'
        | 'match-refused-before'
        | 'does-not-suit'
        | 'more-than-needed'
        | 'more-than-there-are'
        | 'bad-attributes'
        | 'no-holder';
    };
    /** 接收 · Take in */
    'assets.take-transfer': {
      input: {
        paper: string;
        version: number;
        department?: string | null | undefined;
        room?: string | null | undefined;
        place?: string | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'card-number-taken' | 'room-unknown';
    };
    /** 调拨 · Transfer */
    'assets.transfer-cards': {
      input: {
        cards: readonly string[];
        day?: string | undefined;
        note?: string | undefined;
        to: string;
        document: string;
      };
      result: { paper: string };
      refusal:
        | 'cards-of-several-units'
        | 'card-by-facet'
        | 'card-on-the-way'
        | 'card-not-now'
        | 'day-ahead'
        | 'unit-closed'
        | 'same-unit';
    };
    /** 撤回需求 · Withdraw a demand */
    'assets.withdraw-demand': {
      input: { demand: string; version: number; why: string };
      result: undefined;
      refusal: 'not-found' | 'not-now' | 'stale-version' | 'match-open';
    };
    /** 撤回处置 · Withdraw */
    'assets.withdraw-disposal': {
      input: { paper: string; why: string };
      result: undefined;
      refusal:
        | 'not-now'
        | 'case-closed'
        | 'own-request'
        | 'bad-attributes'
        | 'not-the-asker'
        | 'with-asker'
        | 'not-with-asker'
        | 'already-decided'
        | 'urged-today'
        | 'step-not-open'
        | 'not-a-holder'
        | 'not-earlier'
        | 'no-such-person'
        | 'already-holder'
        | 'too-many-signers'
        | 'stand-in-only-decides'
        | 'not-added-by-you'
        | 'not-due'
        | 'no-holder';
    };
    /** 出仓退回 · Withdraw */
    'assets.withdraw-offer': {
      input: { offer: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'still-claimed';
    };
    /** 撤回 · Withdraw */
    'assets.withdraw-paper': {
      input: { paper: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 撤回计划 · Withdraw the plan */
    'assets.withdraw-purchase': { input: { purchase: string; why: string }; result: undefined; refusal: 'not-now' };
  }
}
