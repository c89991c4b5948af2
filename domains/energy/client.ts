// Made from the contract (GET /api/openapi.json) by scripts/reference.ts; `npm run check` fails when it is stale.
/** Doors of this room, as pages call them by name. */

export {};

declare module '@opengoa/web-kit/doors' {
  interface Reads {
    /** 碳账户 · Energy and carbon account */
    'energy.account': {
      query: { year?: string | undefined; unit?: string | undefined };
      answer: {
        unit: string | null;
        unitName: string | null;
        year: number;
        years: readonly number[];
        lastMonth: string | null;
        rows: readonly {
          id: string;
          of: 'unit' | 'building' | 'vehicles';
          name: string;
          buildings: number;
          carriers: readonly {
            carrier: 'electricity' | 'gas' | 'heat' | 'water' | 'gasoline' | 'diesel';
            measure: 'kWh' | 'm3' | 'GJ' | 'L';
            amount: number;
            scope: 1 | 2 | null;
            coalKg: number | null;
            carbonKg: number | null;
            parts: readonly { factor: number; amount: number; kg: number }[];
          }[];
          coalKg: number | null;
          carbonKg: number | null;
          scope1Kg: number | null;
          scope2Kg: number | null;
          carbonKgBefore: number | null;
          perM2: {
            by: number;
            buildings: number;
            of: number;
            kwh: number;
            waterM3: number;
            coalKg: number | null;
            carbonKg: number | null;
          } | null;
          perHead: {
            by: number;
            buildings: number;
            of: number;
            kwh: number;
            waterM3: number;
            coalKg: number | null;
            carbonKg: number | null;
          } | null;
        }[];
        total: {
          id: string;
          of: 'unit' | 'building' | 'vehicles';
          name: string;
          buildings: number;
          carriers: readonly {
            carrier: 'electricity' | 'gas' | 'heat' | 'water' | 'gasoline' | 'diesel';
            measure: 'kWh' | 'm3' | 'GJ' | 'L';
            amount: number;
            scope: 1 | 2 | null;
            coalKg: number | null;
            carbonKg: number | null;
            parts: readonly { factor: number; amount: number; kg: number }[];
          }[];
          coalKg: number | null;
          carbonKg: number | null;
          scope1Kg: number | null;
          scope2Kg: number | null;
          carbonKgBefore: number | null;
          perM2: {
            by: number;
            buildings: number;
            of: number;
            kwh: number;
            waterM3: number;
            coalKg: number | null;
            carbonKg: number | null;
          } | null;
          perHead: {
            by: number;
            buildings: number;
            of: number;
            kwh: number;
            waterM3: number;
            coalKg: number | null;
            carbonKg: number | null;
          } | null;
        };
        factors: readonly {
          kind: 'coal' | 'carbon';
          carrier: 'electricity' | 'gas' | 'heat' | 'water' | 'gasoline' | 'diesel';
          value: number;
          unit: string;
          standard: string;
          day: string;
          document: string;
          ofYear: number | null;
          later: boolean;
          kgPerUnit: number;
        }[];
        months: readonly {
          month: number;
          scope1Kg: number | null;
          scope2Kg: number | null;
          carbonKgBefore: number | null;
          coalKg: number | null;
        }[];
        change: {
          beforeKg: number;
          nowKg: number;
          areaKg: number;
          intensityKg: number;
          mixKg: number;
          factorKg: number;
          comeOrGoneKg: number;
          buildings: number;
          of: number;
        } | null;
      };
    };
    /** 变化原因 · Why it changed */
    'energy.attribution': {
      query: { building: string; year: string; month?: string | undefined };
      answer: {
        unit: string;
        building: string;
        name: string;
        from: string;
        toExclusive: string;
        fromBefore: string;
        toExclusiveBefore: string;
        found: {
          before: number;
          now: number;
          readBefore: number;
          readNow: number;
          weather: number;
          days: number;
          area: number;
          people: number;
          lastYearResidual: number;
          thisYearResidual: number;
          baseline: { from: string; toExclusive: string; cvRmsePercent: number };
          peopleShare: number;
          areaBefore: number | null;
          areaNow: number | null;
          peopleBefore: number | null;
          peopleNow: number | null;
        } | null;
        why: { zh: string; en: string } | null;
        changes: readonly {
          day: string;
          kind: 'renovation' | 'occupant' | 'equipment' | 'schedule' | 'other';
          what: string;
          residualSince: number | null;
        }[];
        cost: { beforeFen: number; nowFen: number; byPriceFen: number; byAmountFen: number } | null;
      };
    };
    /** 年度用能预算 · A year’s energy budget */
    'energy.budget': {
      query: {
        unit: string;
        year: string;
        carrier?: 'electricity' | 'gas' | 'water' | 'heat' | undefined;
        saving?: string | undefined;
        climate?: 'cold' | 'hot-summer-cold-winter' | 'hot-summer-warm-winter' | 'mild' | undefined;
      };
      answer: {
        unit: string;
        unitName: string;
        year: number;
        carrier: 'electricity' | 'gas' | 'water' | 'heat';
        measure: 'kWh' | 'm3' | 'GJ';
        document: string | null;
        until: string | null;
        budget: number | null;
        used: number;
        projected: number | null;
        state: 'none' | 'too-early' | 'within' | 'warn' | 'over';
        low: number | null;
        high: number | null;
        exceeds: { correlated: number; independent: number } | null;
        by: 'baseline' | 'last-year' | 'days' | null;
        errorPercent: number | null;
        excess: {
          id: string;
          state: 'open' | 'explained' | 'gone';
          says: string;
          reason: string | null;
          measures: string | null;
          answeredName: string | null;
          answeredAt: string | null;
        } | null;
        saving: number;
        warnShare: number;
        months: readonly {
          month: number;
          planned: number | null;
          used: number | null;
          lastYear: number | null;
          expected: number | null;
        }[];
        buildings: readonly {
          id: string;
          name: string;
          budget: number | null;
          used: number;
          projected: number | null;
          state: 'none' | 'too-early' | 'within' | 'warn' | 'over';
        }[];
        perM2: number | null;
        quotas: readonly {
          level: 'constraint' | 'base' | 'guide';
          value: number;
          unit: string;
          document: string;
          confidence: string;
          above: boolean;
        }[];
        may: readonly string[];
      };
    };
    /** 用能建筑 · A building */
    'energy.building': {
      query: { id: string; year?: string | undefined };
      answer: {
        name: string;
        use:
          | 'office'
          | 'library'
          | 'school'
          | 'hospital'
          | 'venue'
          | 'laboratory'
          | 'data-centre'
          | 'canteen'
          | 'dormitory'
          | 'other'
          | 'unknown';
        areaM2: number | null;
        floors: number | null;
        builtYear: number | null;
        people: number | null;
        station: string;
        calendar: string;
        workFromHour: number;
        workToHour: number;
        nightLoads: readonly string[];
        note: string;
        id: string;
        unit: string;
        unitName: string;
        version: number;
        year: number;
        years: readonly number[];
        comparedTo: string;
        carriers: readonly {
          carrier: 'electricity' | 'gas' | 'water' | 'heat';
          measure: 'kWh' | 'm3' | 'GJ';
          amount: number;
          lastYear: number | null;
          daysRead: number;
        }[];
        coal: {
          amount: number;
          perM2: number | null;
          factors: readonly {
            kind: 'coal' | 'carbon';
            carrier: 'electricity' | 'gas' | 'heat' | 'water' | 'gasoline' | 'diesel';
            value: number;
            unit: string;
            standard: string;
            day: string;
            document: string;
            ofYear: number | null;
            later: boolean;
            kgPerUnit: number;
            amount: number;
            kg: number;
          }[];
        } | null;
        carbon: {
          amount: number;
          perM2: number | null;
          factors: readonly {
            kind: 'coal' | 'carbon';
            carrier: 'electricity' | 'gas' | 'heat' | 'water' | 'gasoline' | 'diesel';
            value: number;
            unit: string;
            standard: string;
            day: string;
            document: string;
            ofYear: number | null;
            later: boolean;
            kgPerUnit: number;
            amount: number;
            kg: number;
          }[];
        } | null;
        kwhPerPerson: number | null;
        meanAreaM2: number | null;
        meanPeople: number | null;
        sizes: readonly { from: string; areaM2: number | null; people: number | null }[];
        tenures: readonly {
          unit: string;
          unitName: string;
          from: string;
          toExclusive: string | null;
          document: string;
          why: string;
        }[];
        meters: readonly {
          id: string;
          name: string;
          carrier: 'electricity' | 'gas' | 'water' | 'heat';
          measure: 'kWh' | 'm3' | 'GJ';
          kind: 'main' | 'sub';
          use: 'lighting' | 'air-conditioning' | 'power' | 'special' | null;
          parent: string | null;
          reads: 'interval' | 'register';
          amount: number;
          lastAt: string | null;
          stale: boolean;
        }[];
        remainders: readonly { meter: string; days: number; amount: number; share: number | null; over: boolean }[];
        changes: readonly {
          day: string;
          kind: 'renovation' | 'occupant' | 'equipment' | 'schedule' | 'other';
          what: string;
        }[];
        prices: readonly {
          meter: string | null;
          carrier: 'electricity' | 'gas' | 'water' | 'heat';
          from: string;
          toExclusive: string | null;
          fenPerUnit: number;
          document: string;
        }[];
        openDoubts: number;
        may: readonly string[];
      };
    };
    /** 建筑月度用能 · Months of buildings */
    'energy.building-months': {
      query: { year: string; carrier?: 'electricity' | 'gas' | 'water' | 'heat' | undefined };
      answer: {
        unit: string;
        year: number;
        carrier: 'electricity' | 'gas' | 'water' | 'heat';
        buildings: readonly {
          id: string;
          name: string;
          measure: 'kWh' | 'm3' | 'GJ';
          months: readonly { month: number; amount: number; count: number; estimated: number; suspect: number }[];
        }[];
      };
    };
    /** 数据完整率 · Completeness */
    'energy.completeness': {
      query: { building?: string | undefined; meter?: string | undefined; year: string };
      answer: {
        unit: string;
        year: number;
        meters: readonly {
          id: string;
          name: string;
          building: string;
          buildingName: string;
          months: readonly {
            month: string;
            expected: number;
            received: number;
            estimated: number;
            suspect: number;
            share: number | null;
          }[];
        }[];
      };
    };
    /** 受控点 · A control point */
    'energy.control-point': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        building: string;
        buildingName: string;
        name: string;
        device: string;
        address: string;
        sets: 'cooling' | 'heating' | 'switch';
        least: number;
        most: number;
        step: number;
        safe: number;
        pauseMinutes: number;
        ttlMinutes: number;
        meter: string;
        staleMinutes: number;
        exemptBy: string | null;
        running: boolean;
        version: number;
        meterName: string;
        readAt: string | null;
        fresh: boolean;
        value: number | null;
        valueAt: string | null;
        heldUntil: string | null;
        plan: { id: string; name: string; state: 'shadow' | 'active' | 'stopped' | 'ended' } | null;
        law: {
          outcome: 'ok' | 'block' | 'warn' | 'inform';
          allowed: number;
          document: string;
          confidence: string;
        } | null;
        may: readonly string[];
      };
    };
    /** 日前预测 · Day-ahead forecast */
    'energy.day-ahead': {
      query: {
        meter?: string | undefined;
        building?: string | undefined;
        carrier?: 'electricity' | 'gas' | 'water' | 'heat' | undefined;
        day?: string | undefined;
      };
      answer: {
        unit: string;
        name: string;
        measure: 'kWh' | 'm3' | 'GJ';
        day: string;
        made: 'kept' | 'replayed' | 'none';
        madeAt: string | null;
        why: { zh: string; en: string } | null;
        method: 'ensemble' | 'previous-week' | 'like-days' | 'regression' | null;
        knownTo: string | null;
        nominal: number | null;
        expected: readonly (number | null)[];
        low: readonly (number | null)[];
        high: readonly (number | null)[];
        readFrom: string;
        read: readonly (number | null)[];
        scores: readonly {
          method: 'ensemble' | 'previous-week' | 'like-days' | 'regression';
          nrmsePercent: number;
          days: number;
        }[];
        kept: readonly {
          day: string;
          method: 'ensemble' | 'previous-week' | 'like-days' | 'regression';
          expected: number;
          read: number | null;
          nrmsePercent: number | null;
          within: number;
          hours: number;
        }[];
      };
    };
    /** 重复计量核查 · What may be counted twice */
    'energy.doubles': {
      query: { [name: string]: never };
      answer: {
        unit: string;
        looked: number;
        days: { from: string; to: string } | null;
        found: readonly {
          rule:
            | 'number-twice'
            | 'number-alike'
            | 'register-twice'
            | 'same-readings'
            | 'mains-side-by-side'
            | 'below-over-parent';
          meters: readonly {
            id: string;
            name: string;
            key: string | null;
            building: string;
            buildingName: string;
            unitName: string;
          }[];
          days: number | null;
        }[];
      };
    };
    /** 缺数 · Gaps */
    'energy.gaps': {
      query: { meter: string; year: string };
      answer: {
        unit: string;
        meter: string;
        year: number;
        gaps: readonly { from: string; to: string; readings: number; estimated: number }[];
        more: boolean;
      };
    };
    /** 时段负荷 · Intervals */
    'energy.intervals': {
      query: { meter: string; from: string; toExclusive: string };
      answer: {
        unit: string;
        name: string;
        measure: 'kWh' | 'm3' | 'GJ';
        from: string;
        toExclusive: string;
        minutes: number;
        values: readonly (number | null)[];
        estimated: number;
        days: string;
        workFromHour: number;
        workToHour: number;
      };
    };
    /** 食堂厨余 · Kitchen waste */
    'energy.kitchen-waste': {
      query: { unit: string; year: string };
      answer: {
        unit: string;
        unitName: string;
        year: number;
        canteens: readonly {
          id: string;
          name: string;
          months: readonly {
            wasteKg: number;
            meals: number;
            gPerMeal: number;
            kgPerPerson: number;
            month: number;
            people: number;
            document: string;
          }[];
        }[];
        total: { wasteKg: number; meals: number; gPerMeal: number; kgPerPerson: number } | null;
        before: { wasteKg: number; meals: number; gPerMeal: number; kgPerPerson: number } | null;
        may: readonly string[];
      };
    };
    /** 负荷曲线 · Load */
    'energy.load': {
      query: {
        meter?: string | undefined;
        building?: string | undefined;
        carrier?: 'electricity' | 'gas' | 'water' | 'heat' | undefined;
        from: string;
        toExclusive: string;
        by?: 'hour' | 'day' | undefined;
      };
      answer: {
        unit: string;
        name: string;
        measure: 'kWh' | 'm3' | 'GJ';
        by: 'hour' | 'day';
        from: string;
        toExclusive: string;
        places: readonly string[];
        read: readonly (number | null)[];
        expected: readonly (number | null)[];
        low: readonly (number | null)[];
        high: readonly (number | null)[];
        offHours: readonly (readonly [number, number])[];
        baseline: { from: string; toExclusive: string; cvRmsePercent: number; nmbePercent: number } | null;
        changes: readonly { day: string; what: string }[];
      };
    };
    /** 表计 · A meter */
    'energy.meter': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        building: string;
        buildingName: string;
        name: string;
        carrier: 'electricity' | 'gas' | 'water' | 'heat';
        measure: 'kWh' | 'm3' | 'GJ';
        kind: 'main' | 'sub';
        use: 'lighting' | 'air-conditioning' | 'power' | 'special' | null;
        parent: string | null;
        parentName: string | null;
        reads: 'interval' | 'register';
        intervalMinutes: number | null;
        stamped: 'begins' | 'ends';
        digits: number | null;
        validFrom: string;
        validTo: string | null;
        lastAt: string | null;
        stale: boolean;
        lastRegister: { at: string; value: number; photos: readonly string[] } | null;
        version: number;
        instruments: readonly { key: string | null; multiplier: number; from: string | null; to: string | null }[];
        baseline: {
          id: string;
          from: string;
          toExclusive: string;
          trainedDays: number;
          cvRmsePercent: number;
          nmbePercent: number;
          fittedAt: string;
        } | null;
        openDoubts: number;
        may: readonly string[];
      };
    };
    /** 某日的表计结构 · The meter tree on a day */
    'energy.meter-tree': {
      query: { building: string; day: string };
      answer: {
        unit: string;
        building: string;
        name: string;
        day: string;
        meters: readonly {
          id: string;
          name: string;
          carrier: 'electricity' | 'gas' | 'water' | 'heat';
          measure: 'kWh' | 'm3' | 'GJ';
          kind: 'main' | 'sub';
          use: 'lighting' | 'air-conditioning' | 'power' | 'special' | null;
          parent: string | null;
          key: string | null;
          amount: number | null;
          changed: boolean;
        }[];
      };
    };
    /** 本单位 · One’s own institution */
    'energy.own-institution': {
      query: { [name: string]: never };
      answer: { unit: string; institution: string | null; name: string | null };
    };
    /** 用能热力图 · Profile */
    'energy.profile': {
      query: {
        meter?: string | undefined;
        building?: string | undefined;
        carrier?: 'electricity' | 'gas' | 'water' | 'heat' | undefined;
        from: string;
        toExclusive: string;
      };
      answer: {
        unit: string;
        name: string;
        measure: 'kWh' | 'm3' | 'GJ';
        from: string;
        toExclusive: string;
        days: readonly { day: string; kind: 'workday' | 'rest-day' | 'holiday' }[];
        hours: readonly (readonly (number | null)[])[];
        highest: number;
        meanDays: readonly {
          kind: 'workday' | 'rest-day' | 'holiday';
          days: number;
          mean: readonly (number | null)[];
        }[];
      };
    };
    /** 节能项目 · A saving project */
    'energy.project': {
      query: { id: string };
      answer: {
        name: string;
        kind: 'own-funded' | 'shared-savings' | 'guaranteed' | 'energy-trust';
        measures: string;
        contractor: string | null;
        investmentFen: number;
        contractFrom: string | null;
        contractTo: string | null;
        sharePercents: readonly number[];
        guaranteed: number | null;
        yearlyFeeFen: number | null;
        baselineFrom: string;
        baselineToExclusive: string;
        document: string;
        id: string;
        unit: string;
        unitName: string;
        carrier: 'electricity' | 'gas' | 'water' | 'heat';
        measure: 'kWh' | 'm3' | 'GJ';
        reportingFrom: string | null;
        state: 'planned' | 'running' | 'accepted' | 'ended';
        said: string;
        version: number;
        covered: readonly { meter: string; name: string; building: string; buildingName: string }[];
        savings:
          | { status: 'insufficient_data'; reasons: readonly { meter: string; zh: string; en: string }[] }
          | {
              status: 'ok';
              from: string;
              toExclusive: string;
              days: number;
              counted: number;
              expected: number;
              actual: number;
              avoided: number;
              uncertainty: number;
              confidence: number;
              shown: boolean;
              coalKg: number | null;
              carbonKg: number | null;
              savedFen: number | null;
              meanPriceFen: number | null;
              meters: readonly {
                meter: string;
                name: string;
                days: number;
                expected: number;
                actual: number;
                avoided: number;
                uncertainty: number;
                cvRmsePercent: number;
                nmbePercent: number;
                trainedDays: number;
                savedFen: number | null;
              }[];
              months: readonly { month: string; expected: number; actual: number }[];
            }
          | null;
        paybackYears: number | null;
        settlements: readonly {
          id: string;
          from: string;
          toExclusive: string;
          inputs: {
            expected: number | null;
            actual: number | null;
            avoided: number | null;
            uncertainty: number | null;
            confidence: number | null;
            shown: boolean;
            days: number;
            counted: number;
            savedFen: number | null;
            sharePercent: number | null;
            contractYear: number | null;
            feeFen: number | null;
            guaranteed: number | null;
            shortfall: number | null;
            shortfallFen: number | null;
          };
          payableFen: number;
          document: string;
          settledName: string;
          settledAt: string;
        }[];
        may: readonly string[];
      };
    };
    /** 定额对照 · Against the quota */
    'energy.quota': {
      query: {
        building?: string | undefined;
        unit?: string | undefined;
        to?: string | undefined;
        climate?: 'cold' | 'hot-summer-cold-winter' | 'hot-summer-warm-winter' | 'mild' | undefined;
        zone?: 'a' | 'b' | undefined;
        ventilated?: 'a' | 'b' | undefined;
      };
      answer: {
        unit: string;
        name: string;
        buildings: number;
        leftOut: number;
        from: string | null;
        to: string | null;
        areaM2: number | null;
        people: number | null;
        indicators: readonly {
          indicator: 'electricity' | 'non-heating' | 'per-capita' | 'water';
          unit: string;
          amount: number | null;
          value: number | null;
          missing: 'not-read' | 'few-days' | 'no-area' | 'no-people' | 'no-factor' | null;
          levels: readonly {
            level: 'constraint' | 'base' | 'guide' | 'general' | 'advanced';
            allowed: number;
            outcome: 'ok' | 'block' | 'warn' | 'inform' | null;
            standard: string;
            document: string;
            since: string;
            confidence: string;
          }[];
        }[];
      };
    };
    /** 调控方案 · A regulation */
    'energy.regulation-plan': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        name: string;
        points: readonly string[];
        rules: readonly {
          when: 'off-hours' | 'hours' | 'forecast-over';
          days: 'any' | 'workday' | 'rest-day';
          fromHour: number | null;
          toHour: number | null;
          kw: number | null;
          value: number;
        }[];
        from: string;
        to: string;
        state: 'shadow' | 'active' | 'stopped' | 'ended';
        version: number;
        shadowSince: string;
        ripeAt: string;
        proposedBy: string;
        proposedName: string;
        proposedAt: string;
        approvedName: string | null;
        approvedAt: string | null;
        opinion: string | null;
        stoppedName: string | null;
        stoppedAt: string | null;
        stoppedWhy: string | null;
        switchedOn: boolean;
        of: readonly {
          id: string;
          name: string;
          building: string;
          sets: 'cooling' | 'heating' | 'switch';
          least: number;
          most: number;
          safe: number;
          value: number | null;
          heldUntil: string | null;
        }[];
        may: readonly string[];
      };
    };
    /** 自动调控开关 · Whether regulation is on */
    'energy.regulation-switch': {
      query: { unit: string };
      answer: {
        unit: string;
        unitName: string;
        running: boolean;
        document: string | null;
        setBy: string | null;
        setAt: string | null;
        points: number;
        acting: number;
        may: readonly string[];
      };
    };
    /** 方案试算 · A regulation tried on history */
    'energy.regulation-trial': {
      query: { plan: string; days?: string | undefined };
      answer: {
        plan: string;
        unit: string;
        from: string;
        to: string;
        stepMinutes: number;
        points: readonly {
          id: string;
          name: string;
          safe: number;
          values: readonly number[];
          commands: number;
          returns: number;
          refused: readonly {
            reason:
              | 'off-hours'
              | 'hours'
              | 'forecast-over'
              | 'no-rule'
              | 'data-stale'
              | 'data-before-start'
              | 'outside-limits'
              | 'step-too-big'
              | 'too-soon'
              | 'not-answered'
              | 'two-persons-missing'
              | 'plan-stopped'
              | 'plan-changed'
              | 'plan-over'
              | 'switched-off'
              | 'point-off'
              | 'time-over';
            times: number;
          }[];
          changes: readonly {
            at: string;
            kind: 'set' | 'renew' | 'return' | 'refused' | 'lapsed' | 'shadow';
            value: number | null;
            reason:
              | 'off-hours'
              | 'hours'
              | 'forecast-over'
              | 'no-rule'
              | 'data-stale'
              | 'data-before-start'
              | 'outside-limits'
              | 'step-too-big'
              | 'too-soon'
              | 'not-answered'
              | 'two-persons-missing'
              | 'plan-stopped'
              | 'plan-changed'
              | 'plan-over'
              | 'switched-off'
              | 'point-off'
              | 'time-over';
          }[];
          more: number;
        }[];
      };
    };
    /** 分时用电与费用 · Use and cost by time of day */
    'energy.split': {
      query: { building: string; year: string };
      answer: {
        unit: string;
        building: string;
        name: string;
        year: number;
        kwh: number;
        fen: number | null;
        bands: readonly { band: 'sharp' | 'peak' | 'flat' | 'valley' | 'deep'; kwh: number; fen: number | null }[];
        withoutBand: { kwh: number; fen: number | null };
        months: readonly {
          month: number;
          kwh: number;
          fen: number | null;
          bands: readonly { band: 'sharp' | 'peak' | 'flat' | 'valley' | 'deep'; kwh: number }[];
        }[];
        categories: readonly {
          use: 'lighting' | 'air-conditioning' | 'power' | 'special';
          kwh: number;
          meters: number;
        }[];
        restKwh: number | null;
        tariffs: readonly { from: string; unitName: string; document: string }[];
        others: readonly {
          carrier: 'electricity' | 'gas' | 'water' | 'heat';
          measure: 'kWh' | 'm3' | 'GJ';
          amount: number;
          fen: number | null;
        }[];
      };
    };
    /** 能源资源消费统计月报 · A monthly statement */
    'energy.statement': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        month: string;
        state: 'draft' | 'submitted' | 'returned' | 'accepted';
        version: number;
        dueDay: string;
        late: boolean;
        own: boolean;
        form: { title: string; from: string; document: string; confidence: string };
        head: string | null;
        statistician: string | null;
        submittedBy: string | null;
        submittedAt: string | null;
        decidedBy: string | null;
        decidedAt: string | null;
        opinion: string | null;
        revisions: readonly {
          revision: number;
          acceptedBy: string | null;
          acceptedAt: string | null;
          reopenedBy: string;
          reopenedAt: string;
          why: string;
          sha256: string | null;
          changed: readonly { line: string; field: 'amount' | 'cost'; was: number | null; is: number | null }[];
        }[];
        lines: readonly {
          line: string;
          measure: string;
          partOf: string | null;
          amount: {
            value: number | null;
            taken: number | null;
            corrected: boolean;
            why: string | null;
            basis: 'metered' | 'ledger' | 'bill' | 'allocated' | 'estimated' | null;
            source: {
              kind: 'native' | 'derived' | 'none';
              formula:
                | 'one-meter'
                | 'sum-of-meters'
                | 'sum-of-fills'
                | 'sum-of-fill-costs'
                | 'amount-times-price'
                | 'one-building'
                | 'sum-of-buildings'
                | 'by-hand'
                | 'none';
              parts: readonly {
                opens: string | null;
                name: string;
                amount: number | null;
                rows: number;
                estimated: number;
                share: number | null;
              }[];
            };
          };
          cost: {
            value: number | null;
            taken: number | null;
            corrected: boolean;
            why: string | null;
            basis: 'metered' | 'ledger' | 'bill' | 'allocated' | 'estimated' | null;
            source: {
              kind: 'native' | 'derived' | 'none';
              formula:
                | 'one-meter'
                | 'sum-of-meters'
                | 'sum-of-fills'
                | 'sum-of-fill-costs'
                | 'amount-times-price'
                | 'one-building'
                | 'sum-of-buildings'
                | 'by-hand'
                | 'none';
              parts: readonly {
                opens: string | null;
                name: string;
                amount: number | null;
                rows: number;
                estimated: number;
                share: number | null;
              }[];
            };
          } | null;
        }[];
        notes: readonly {
          check: string;
          line: string;
          outcome: 'block' | 'warn' | 'inform';
          said: { zh: string; en: string };
          paper: string | null;
          answer: string | null;
        }[];
        indicators: {
          coalKg: number | null;
          coalPerHeadKg: number | null;
          coalPerM2Kg: number | null;
          kwhPerHead: number | null;
          waterPerHeadT: number | null;
          costFen: number | null;
          factors: readonly { line: string; value: number; unit: string; document: string }[];
        };
        may: readonly string[];
      };
    };
    /** 统计月报汇总 · Statements summed up */
    'energy.statement-sums': {
      query: { unit?: string | undefined; from: string; to: string };
      answer: {
        unit: string;
        unitName: string;
        from: string;
        to: string;
        lines: readonly { line: string; measure: string; cost: boolean; partOf: string | null }[];
        rows: readonly {
          unit: string;
          name: string;
          kind: string;
          own: boolean;
          expected: number;
          opened: number;
          submitted: number;
          accepted: number;
          late: number;
          sums: readonly { line: string; field: 'amount' | 'cost'; value: number }[];
        }[];
        total: {
          expected: number;
          opened: number;
          submitted: number;
          accepted: number;
          late: number;
          sums: readonly { line: string; field: 'amount' | 'cost'; value: number }[];
        };
      };
    };
  }

  interface Lists {
    /** 用能建筑 · Buildings */
    'energy.buildings': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        use:
          | 'office'
          | 'library'
          | 'school'
          | 'hospital'
          | 'venue'
          | 'laboratory'
          | 'data-centre'
          | 'canteen'
          | 'dormitory'
          | 'other'
          | 'unknown'
          | null;
        area_m2: number | null;
        floors: number | null;
        built_year: number | null;
        people: number | null;
        meters: number | null;
        last_at: string | null;
        open_doubts: number | null;
        station: string | null;
        calendar: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'name' | 'unit_id' | 'use' | 'area_m2' | 'built_year' | 'open_doubts' | 'station' | 'calendar';
    };
    /** 受控点 · Control points */
    'energy.control-points': {
      row: {
        id: string;
        unit_id: string;
        name: string;
        building: string;
        sets: 'cooling' | 'heating' | 'switch';
        value: number | null;
        value_at: string | null;
        least: number;
        most: number;
        safe: number;
        running: boolean;
        version: number;
      };
      filter: 'name' | 'building' | 'sets' | 'running' | 'unit_id';
    };
    /** 存疑读数 · Doubts */
    'energy.doubts': {
      row: {
        id: string;
        unit_id: string | null;
        building: string | null;
        meter: string | null;
        rule:
          | 'negative'
          | 'future'
          | 'not-in-service'
          | 'late'
          | 'stuck'
          | 'dead-meter'
          | 'multiplier-jump'
          | 'register-falls'
          | null;
        from_at: string;
        to_at: string | null;
        count: number | null;
        value: number | null;
        state: 'open' | 'counted' | 'left-out' | null;
        found_at: string;
        decided_at: string | null;
        why: string | null;
        meter_id: string | null;
        building_id: string | null;
        may: readonly string[];
      };
      filter: 'building' | 'meter' | 'rule' | 'from_at' | 'state' | 'unit_id' | 'meter_id' | 'building_id';
    };
    /** 采集器 · Gateways */
    'energy.gateways': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        address: string | null;
        station: number | null;
        every_minutes: number | null;
        running: boolean | null;
        points: number | null;
        answered_at: string | null;
        tried_at: string | null;
        fault: string | null;
        host: string | null;
        port: number | null;
        map: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'name' | 'address' | 'running' | 'answered_at' | 'fault' | 'unit_id';
    };
    /** 表计 · Meters */
    'energy.meters': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        building: string;
        carrier: 'electricity' | 'gas' | 'water' | 'heat';
        kind: 'main' | 'sub';
        reads: 'interval' | 'register';
        interval_minutes: number | null;
        measure: 'kWh' | 'm3' | 'GJ';
        key: string | null;
        multiplier: number;
        last_at: string | null;
        cv_rmse_percent: number | null;
        open_doubts: number | null;
        valid_from: string;
        valid_to: string | null;
        building_id: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter:
        | 'name'
        | 'building'
        | 'carrier'
        | 'kind'
        | 'reads'
        | 'interval_minutes'
        | 'key'
        | 'last_at'
        | 'open_doubts'
        | 'valid_from'
        | 'valid_to'
        | 'unit_id'
        | 'building_id';
    };
    /** 月度用能 · Months */
    'energy.months': {
      row: {
        id: string;
        unit_id: string | null;
        month: string;
        building: string;
        meter: string | null;
        carrier: 'electricity' | 'gas' | 'water' | 'heat' | null;
        kind: 'main' | 'sub' | null;
        amount: number;
        measure: 'kWh' | 'm3' | 'GJ' | null;
        share: number | null;
        count: number | null;
        estimated: number | null;
        suspect: number | null;
        meter_id: string | null;
        building_id: string | null;
      };
      filter:
        | 'month'
        | 'building'
        | 'meter'
        | 'carrier'
        | 'kind'
        | 'measure'
        | 'share'
        | 'suspect'
        | 'unit_id'
        | 'meter_id'
        | 'building_id';
    };
    /** 节能项目 · Saving projects */
    'energy.projects': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        kind: 'own-funded' | 'shared-savings' | 'guaranteed' | 'energy-trust' | null;
        state: 'planned' | 'running' | 'accepted' | 'ended' | null;
        contractor: string | null;
        investment_fen: number | null;
        carrier: 'electricity' | 'gas' | 'water' | 'heat' | null;
        meters: number | null;
        reporting_from: string | null;
        contract_from: string | null;
        contract_to: string | null;
        baseline_from: string | null;
        baseline_to: string | null;
        settlements: number | null;
        paid_fen: number | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'name' | 'unit_id' | 'kind' | 'state' | 'contractor' | 'carrier' | 'reporting_from' | 'contract_to';
    };
    /** 调控日志 · Log of regulation */
    'energy.regulation-log': {
      row: {
        id: string;
        unit_id: string;
        decided_at: string;
        point: string;
        kind: 'set' | 'renew' | 'return' | 'refused' | 'lapsed' | 'shadow';
        value: number | null;
        reason:
          | 'off-hours'
          | 'hours'
          | 'forecast-over'
          | 'no-rule'
          | 'data-stale'
          | 'data-before-start'
          | 'outside-limits'
          | 'step-too-big'
          | 'too-soon'
          | 'not-answered'
          | 'two-persons-missing'
          | 'plan-stopped'
          | 'plan-changed'
          | 'plan-over'
          | 'switched-off'
          | 'point-off'
          | 'time-over';
        state: 'to-send' | 'sent' | 'applied' | 'returned' | 'declined' | 'unanswered' | 'withdrawn' | 'noted';
        until: string | null;
        sent_at: string | null;
        tries: number;
        answered_at: string | null;
        answered_value: number | null;
        plan: string;
        point_id: string;
        plan_id: string;
      };
      filter: 'decided_at' | 'point' | 'kind' | 'reason' | 'state' | 'plan' | 'unit_id' | 'point_id' | 'plan_id';
    };
    /** 调控方案 · Regulations */
    'energy.regulation-plans': {
      row: {
        id: string;
        unit_id: string;
        name: string;
        state: 'shadow' | 'active' | 'stopped' | 'ended';
        points: number;
        from_day: string;
        to_day: string;
        proposed_name: string;
        proposed_at: string;
        approved_name: string | null;
        approved_at: string | null;
        stopped_name: string | null;
        stopped_why: string | null;
        version: number;
        may: readonly string[];
      };
      filter: 'name' | 'state' | 'unit_id';
    };
    /** 能源资源消费统计月报 · Monthly statements */
    'energy.statements': {
      row: {
        id: string;
        unit_id: string | null;
        month: string;
        state: 'draft' | 'submitted' | 'returned' | 'accepted' | null;
        late: boolean | null;
        due_day: string | null;
        electricity: number | null;
        water: number | null;
        natural_gas: number | null;
        cost_fen: number | null;
        corrected: number | null;
        submitted_name: string | null;
        submitted_at: string | null;
        decided_name: string | null;
        opinion: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'month' | 'unit_id' | 'state' | 'late' | 'due_day' | 'corrected';
    };
    /** 分时电价 · Tariffs */
    'energy.tariffs': {
      row: {
        id: string;
        unit_id: string | null;
        from_day: string;
        sharp_fen: number | null;
        peak_fen: number | null;
        flat_fen: number | null;
        valley_fen: number | null;
        deep_fen: number | null;
        document: string | null;
        set_at: string | null;
      };
      filter: 'from_day' | 'unit_id' | 'document';
    };
  }

  interface Verbs {
    /** 验收 · Accept a saving project */
    'energy.accept-project': {
      input: { project: string; version: number; opinion: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 审核通过 · Accept */
    'energy.accept-statement': {
      input: { statement: string; opinion?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'own-statement';
    };
    /** 说明 · Answer */
    'energy.answer-check': {
      input: { statement: string; version: number; check: string; line: string; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'check-not-asked';
    };
    /** 批准调控方案 · Approve a regulation */
    'energy.approve-regulation': {
      input: { plan: string; version: number; opinion?: string | undefined };
      result: undefined;
      refusal:
        | 'another-approves'
        | 'not-now'
        | 'stale-version'
        | 'regulation-off'
        | 'shadow-too-short'
        | 'points-unknown'
        | 'points-differ'
        | 'period-backwards'
        | 'plan-is-over'
        | 'rule-incomplete'
        | 'value-outside-limits'
        | 'point-held';
    };
    /** 分解下达预算 · Break a budget down */
    'energy.break-down-budget': {
      input: {
        unit: string;
        year: number;
        carrier?: 'electricity' | 'gas' | 'water' | 'heat' | undefined;
        amount: number;
        document: string;
      };
      result: undefined;
      refusal: 'nothing-to-break-down';
    };
    /** 变更建筑 · Change a building */
    'energy.change-building': {
      input: {
        name?: string | undefined;
        use?:
          | 'office'
          | 'library'
          | 'school'
          | 'hospital'
          | 'venue'
          | 'laboratory'
          | 'data-centre'
          | 'canteen'
          | 'dormitory'
          | 'other'
          | 'unknown'
          | undefined;
        areaM2?: number | null | undefined;
        floors?: number | null | undefined;
        builtYear?: number | null | undefined;
        people?: number | null | undefined;
        station?: string | undefined;
        calendar?: string | undefined;
        workFromHour?: number | undefined;
        workToHour?: number | undefined;
        nightLoads?: readonly string[] | undefined;
        note?: string | undefined;
        building: string;
        version: number;
      };
      result: undefined;
      refusal: 'stale-version' | 'building-name-taken' | 'period-backwards';
    };
    /** 变更受控点 · Change a control point */
    'energy.change-control-point': {
      input: {
        name?: string | undefined;
        device?: string | undefined;
        address?: string | undefined;
        sets?: 'cooling' | 'heating' | 'switch' | undefined;
        least?: number | undefined;
        most?: number | undefined;
        step?: number | undefined;
        safe?: number | undefined;
        pauseMinutes?: number | undefined;
        ttlMinutes?: number | undefined;
        meter?: string | undefined;
        staleMinutes?: number | undefined;
        exemptBy?: string | null | undefined;
        running?: boolean | undefined;
        point: string;
        version: number;
      };
      result: undefined;
      refusal:
        | 'stale-version'
        | 'point-in-use'
        | 'limits-crossed'
        | 'switch-is-on-or-off'
        | 'limits-beyond-law'
        | 'meter-not-of-intervals'
        | 'address-taken';
    };
    /** 变更采集器 · Change a gateway */
    'energy.change-gateway': {
      input: {
        gateway: string;
        version: number;
        name?: string | undefined;
        host?: string | undefined;
        port?: number | undefined;
        station?: number | undefined;
        everyMinutes?: number | undefined;
        timeoutMs?: number | undefined;
        running?: boolean | undefined;
        points?:
          | readonly {
              key: string;
              functionCode?: 3 | 4 | undefined;
              address: number;
              type: 'uint16' | 'int16' | 'uint32' | 'int32' | 'float32' | 'uint64' | 'float64';
              order?: 'high-first' | 'low-first' | undefined;
              scale?: number | undefined;
            }[]
          | undefined;
      };
      result: undefined;
      refusal:
        | 'stale-version'
        | 'meters-unknown'
        | 'not-a-register'
        | 'meter-bound-twice'
        | 'meter-bound-elsewhere'
        | 'register-bound-elsewhere';
    };
    /** 变更表计 · Change a meter */
    'energy.change-meter': {
      input: {
        meter: string;
        version: number;
        name?: string | undefined;
        kind?: 'main' | 'sub' | undefined;
        use?: 'lighting' | 'air-conditioning' | 'power' | 'special' | null | undefined;
        parent?: string | null | undefined;
        validTo?: string | null | undefined;
      };
      result: undefined;
      refusal: 'stale-version' | 'main-has-no-parent' | 'parent-not-fitting' | 'use-not-fitting' | 'period-backwards';
    };
    /** 变更节能项目 · Change a saving project */
    'energy.change-project': {
      input: {
        name?: string | undefined;
        kind?: 'own-funded' | 'shared-savings' | 'guaranteed' | 'energy-trust' | undefined;
        measures?: string | undefined;
        contractor?: string | null | undefined;
        investmentFen?: number | undefined;
        contractFrom?: string | null | undefined;
        contractTo?: string | null | undefined;
        sharePercents?: readonly number[] | undefined;
        guaranteed?: number | null | undefined;
        yearlyFeeFen?: number | null | undefined;
        baselineFrom?: string | undefined;
        baselineToExclusive?: string | undefined;
        document?: string | undefined;
        project: string;
        version: number;
      };
      result: undefined;
      refusal:
        | 'not-now'
        | 'stale-version'
        | 'project-name-taken'
        | 'period-backwards'
        | 'contract-incomplete'
        | 'shares-not-the-years';
    };
    /** 变更调控方案 · Change a regulation */
    'energy.change-regulation': {
      input: {
        name?: string | undefined;
        points?: readonly string[] | undefined;
        rules?:
          | readonly {
              when: 'off-hours' | 'hours' | 'forecast-over';
              days?: 'any' | 'workday' | 'rest-day' | undefined;
              fromHour?: number | null | undefined;
              toHour?: number | null | undefined;
              kw?: number | null | undefined;
              value: number;
            }[]
          | undefined;
        from?: string | undefined;
        to?: string | undefined;
        plan: string;
        version: number;
      };
      result: undefined;
      refusal:
        | 'person-needed'
        | 'not-now'
        | 'stale-version'
        | 'points-unknown'
        | 'points-differ'
        | 'period-backwards'
        | 'plan-is-over'
        | 'rule-incomplete'
        | 'value-outside-limits';
    };
    /** 现场核表 · Check a meter */
    'energy.check-meter': {
      input: { meter: string; outcome: 'fine' | 'faulty' | 'outside'; found: string; report?: string | undefined };
      result: undefined;
      refusal: never;
    };
    /** 更正读数 · Correct a reading */
    'energy.correct-reading': {
      input: { meter: string; at: string; value: number; why: string };
      result: undefined;
      refusal: 'no-such-reading' | 'nothing-to-correct';
    };
    /** 确认存疑读数 · Decide on a doubt */
    'energy.decide-doubt': {
      input: { doubt: string; outcome: 'counted' | 'left-out'; why: string };
      result: undefined;
      refusal: 'already-decided-here' | 'register-is-not-counted';
    };
    /** 报备用能变化 · Declare a change */
    'energy.declare-change': {
      input: {
        building: string;
        day: string;
        kind: 'renovation' | 'occupant' | 'equipment' | 'schedule' | 'other';
        what: string;
      };
      result: undefined;
      refusal: never;
    };
    /** 结束项目 · End a saving project */
    'energy.end-project': {
      input: { project: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 估补缺数 · Estimate what is missing */
    'energy.estimate-gaps': {
      input: { meter: string; from: string; toExclusive: string; why: string };
      result: undefined;
      refusal: 'period-backwards' | 'period-too-long' | 'no-interval-meter' | 'no-gap' | 'too-little-around';
    };
    /** 说明超定额情况 · Explain the excess */
    'energy.explain-excess': {
      input: { excess: string; reason: string; measures: string };
      result: undefined;
      refusal: 'excess-answered';
    };
    /** 更正 · Fill in */
    'energy.fill-cell': {
      input: {
        statement: string;
        version: number;
        line: string;
        field: 'amount' | 'cost';
        value: number | null;
        basis: 'metered' | 'ledger' | 'bill' | 'allocated' | 'estimated';
        why: string;
      };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'no-such-cell' | 'cost-in-whole-fen';
    };
    /** 建立用能基线 · Fit a baseline */
    'energy.fit-baseline': {
      input: { meter: string; from: string; toExclusive: string };
      result: {
        baseline: string;
        method: string;
        version: string;
        from: string;
        toExclusive: string;
        hours: number;
        missingHours: number;
        trainedDays: number;
        cvRmsePercent: number;
        nmbePercent: number;
        r2: number | null;
      };
      refusal: 'period-backwards' | 'no-baseline';
    };
    /** 日前预测 · Forecast a day */
    'energy.forecast-day': {
      input: { meter: string; day: string };
      result: {
        day: string;
        method: 'ensemble' | 'previous-week' | 'like-days' | 'regression';
        version: string;
        knownTo: string;
        expected: number;
        scoredDays: number;
        nrmsePercent: number;
        floorNrmsePercent: number;
      };
      refusal: 'day-begun' | 'forecast-there' | 'no-interval-meter' | 'no-forecast';
    };
    /** 登记日历 · Keep a calendar */
    'energy.keep-calendar': {
      input: { calendar: string; days: readonly { day: string; kind: 'workday' | 'rest-day' | 'holiday' }[] };
      result: undefined;
      refusal: never;
    };
    /** 移交建筑 · Move a building */
    'energy.move-building': {
      input: { building: string; version: number; to: string; from: string; document: string; why: string };
      result: undefined;
      refusal:
        | 'stale-version'
        | 'unit-unknown'
        | 'unit-ended'
        | 'building-there-already'
        | 'time-not-yet'
        | 'move-before-last'
        | 'building-name-taken'
        | 'month-reported'
        | 'gateway-shared'
        | 'regulated-here';
    };
    /** 生成月报 · Open a statement */
    'energy.open-statement': {
      input: { unit: string; month: string };
      result: undefined;
      refusal: 'not-an-institution' | 'month-not-over' | 'statement-exists';
    };
    /** 登记节能项目 · Plan a saving project */
    'energy.plan-project': {
      input: {
        name: string;
        kind: 'own-funded' | 'shared-savings' | 'guaranteed' | 'energy-trust';
        measures: string;
        contractor?: string | null | undefined;
        investmentFen: number;
        contractFrom?: string | null | undefined;
        contractTo?: string | null | undefined;
        sharePercents?: readonly number[] | undefined;
        guaranteed?: number | null | undefined;
        yearlyFeeFen?: number | null | undefined;
        baselineFrom: string;
        baselineToExclusive: string;
        document: string;
        unit: string;
        buildings?: readonly string[] | undefined;
        meters?: readonly string[] | undefined;
        carrier?: 'electricity' | 'gas' | 'water' | 'heat' | undefined;
      };
      result: undefined;
      refusal:
        | 'project-name-taken'
        | 'no-such-meters'
        | 'meters-differ'
        | 'meter-within-another'
        | 'period-backwards'
        | 'contract-incomplete'
        | 'shares-not-the-years';
    };
    /** 提出调控方案 · Propose a regulation */
    'energy.propose-regulation': {
      input: {
        name: string;
        points: readonly string[];
        rules: readonly {
          when: 'off-hours' | 'hours' | 'forecast-over';
          days?: 'any' | 'workday' | 'rest-day' | undefined;
          fromHour?: number | null | undefined;
          toHour?: number | null | undefined;
          kw?: number | null | undefined;
          value: number;
        }[];
        from: string;
        to: string;
      };
      result: undefined;
      refusal:
        | 'person-needed'
        | 'points-unknown'
        | 'points-differ'
        | 'period-backwards'
        | 'plan-is-over'
        | 'rule-incomplete'
        | 'value-outside-limits';
    };
    /** 核查读数 · Question readings */
    'energy.question-readings': {
      input: { meter: string; from: string; toExclusive: string };
      result: undefined;
      refusal: 'period-backwards';
    };
    /** 抄表 · Read a meter */
    'energy.read-meter': {
      input: { meter: string; value: number; at?: string | undefined; photos?: readonly string[] | undefined };
      result: undefined;
      refusal: 'not-a-register' | 'time-not-yet' | 'reading-goes-back' | 'reading-beyond-next' | 'already-there';
    };
    /** 撤回 · Recall */
    'energy.recall-statement': { input: { statement: string; why: string }; result: undefined; refusal: 'not-now' };
    /** 接收读数 · Receive readings */
    'energy.receive-readings': {
      input: {
        meters: readonly {
          meter?: string | undefined;
          key?: string | undefined;
          measure?: string | undefined;
          readings?: readonly { at: string; value: number; estimated?: boolean | undefined }[] | undefined;
          pairs?: readonly (readonly [string, number])[] | undefined;
        }[];
        refuseDifferent?: boolean | undefined;
      };
      result: { received: number; doubtful: number; before: boolean };
      refusal: 'meters-unknown' | 'measure-differs' | 'reading-differs';
    };
    /** 接收气温 · Receive weather */
    'energy.receive-weather': {
      input: { station: string; readings: readonly { at: string; temperatureC: number }[] };
      result: undefined;
      refusal: never;
    };
    /** 登记厨余垃圾 · Record kitchen waste */
    'energy.record-kitchen-waste': {
      input: {
        unit: string;
        canteen: string;
        month: string;
        wasteKg: number;
        meals: number;
        people: number;
        document: string;
      };
      result: undefined;
      refusal: 'month-not-over' | 'waste-as-before';
    };
    /** 登记面积人数变化 · Record a change of size */
    'energy.record-size': {
      input: {
        building: string;
        day: string;
        areaM2?: number | undefined;
        people?: number | undefined;
        document: string;
      };
      result: undefined;
      refusal: 'time-not-yet' | 'size-as-before';
    };
    /** 重新取数 · Take from the records again */
    'energy.refill-statement': {
      input: { statement: string; version: number };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 登记建筑 · Register a building */
    'energy.register-building': {
      input: {
        name: string;
        use?:
          | 'office'
          | 'library'
          | 'school'
          | 'hospital'
          | 'venue'
          | 'laboratory'
          | 'data-centre'
          | 'canteen'
          | 'dormitory'
          | 'other'
          | 'unknown'
          | undefined;
        areaM2?: number | null | undefined;
        floors?: number | null | undefined;
        builtYear?: number | null | undefined;
        people?: number | null | undefined;
        station?: string | undefined;
        calendar?: string | undefined;
        workFromHour?: number | undefined;
        workToHour?: number | undefined;
        nightLoads?: readonly string[] | undefined;
        note?: string | undefined;
        unit: string;
      };
      result: undefined;
      refusal: 'building-name-taken' | 'period-backwards';
    };
    /** 登记受控点 · Register a control point */
    'energy.register-control-point': {
      input: {
        building: string;
        name: string;
        device: string;
        address: string;
        sets: 'cooling' | 'heating' | 'switch';
        least: number;
        most: number;
        step: number;
        safe: number;
        pauseMinutes?: number | undefined;
        ttlMinutes?: number | undefined;
        meter: string;
        staleMinutes?: number | undefined;
        exemptBy?: string | null | undefined;
        running?: boolean | undefined;
      };
      result: undefined;
      refusal:
        | 'limits-crossed'
        | 'switch-is-on-or-off'
        | 'limits-beyond-law'
        | 'meter-not-of-intervals'
        | 'address-taken';
    };
    /** 登记采集器 · Register a gateway */
    'energy.register-gateway': {
      input: {
        name: string;
        host: string;
        port?: number | undefined;
        station?: number | undefined;
        everyMinutes?: number | undefined;
        timeoutMs?: number | undefined;
        unit: string;
        points: readonly {
          key: string;
          functionCode?: 3 | 4 | undefined;
          address: number;
          type: 'uint16' | 'int16' | 'uint32' | 'int32' | 'float32' | 'uint64' | 'float64';
          order?: 'high-first' | 'low-first' | undefined;
          scale?: number | undefined;
        }[];
      };
      result: undefined;
      refusal:
        | 'meters-unknown'
        | 'not-a-register'
        | 'meter-bound-twice'
        | 'meter-bound-elsewhere'
        | 'register-bound-elsewhere';
    };
    /** 登记表计 · Register a meter */
    'energy.register-meter': {
      input: {
        building: string | { unit: string; name: string };
        name: string;
        carrier: 'electricity' | 'gas' | 'water' | 'heat';
        measure?: 'kWh' | 'm3' | 'GJ' | undefined;
        kind?: 'main' | 'sub' | undefined;
        use?: 'lighting' | 'air-conditioning' | 'power' | 'special' | null | undefined;
        parent?: string | null | undefined;
        key?: string | null | undefined;
        reads?: 'interval' | 'register' | undefined;
        intervalMinutes?: 5 | 10 | 15 | 30 | 60 | 1440 | null | undefined;
        stamped?: 'begins' | 'ends' | undefined;
        multiplier?: number | undefined;
        digits?: number | null | undefined;
        firstRegister?: number | null | undefined;
        validFrom: string;
      };
      result: undefined;
      refusal:
        | 'meter-key-taken'
        | 'measure-not-of-carrier'
        | 'interval-needed'
        | 'main-has-no-parent'
        | 'parent-not-fitting'
        | 'use-not-fitting';
    };
    /** 重新打开 · Reopen */
    'energy.reopen-statement': {
      input: { statement: string; why: string };
      result: undefined;
      refusal: 'not-now' | 'own-statement';
    };
    /** 换表 · Replace a meter */
    'energy.replace-meter': {
      input: {
        meter: string;
        at: string;
        key?: string | null | undefined;
        multiplier?: number | undefined;
        lastRegister?: number | null | undefined;
        firstRegister?: number | null | undefined;
        why: string;
      };
      result: undefined;
      refusal:
        | 'time-not-yet'
        | 'meter-key-taken'
        | 'exchange-before-last'
        | 'first-register-needed'
        | 'reading-goes-back';
    };
    /** 退回 · Return */
    'energy.return-statement': {
      input: { statement: string; opinion: string };
      result: undefined;
      refusal: 'not-now' | 'own-statement';
    };
    /** 核定预算 · Set a budget */
    'energy.set-budget': {
      input: {
        unit: string;
        year: number;
        carrier?: 'electricity' | 'gas' | 'water' | 'heat' | undefined;
        amount: number;
        months?: readonly number[] | undefined;
        document: string;
      };
      result: undefined;
      refusal: 'not-an-institution' | 'months-not-the-year';
    };
    /** 登记用能单价 · Set a price */
    'energy.set-price': {
      input: {
        building: string;
        meter?: string | null | undefined;
        carrier?: 'electricity' | 'gas' | 'water' | 'heat' | undefined;
        from: string;
        toExclusive?: string | null | undefined;
        fenPerUnit: number;
        document: string;
      };
      result: undefined;
      refusal: 'period-backwards' | 'meter-not-fitting';
    };
    /** 登记分时电价 · Set a tariff */
    'energy.set-tariff': {
      input: {
        unit: string;
        from: string;
        seasons: readonly {
          months: readonly number[];
          stretches: readonly {
            fromHour: number;
            toHour: number;
            band: 'sharp' | 'peak' | 'flat' | 'valley' | 'deep';
          }[];
        }[];
        prices: readonly { band: 'sharp' | 'peak' | 'flat' | 'valley' | 'deep'; fenPerKwh: number }[];
        document: string;
      };
      result: undefined;
      refusal: 'periods-not-whole' | 'band-without-price';
    };
    /** 结算 · Settle savings */
    'energy.settle-project': {
      input: { project: string; from: string; to: string; document: string };
      result: undefined;
      refusal:
        | 'not-now'
        | 'nothing-to-settle'
        | 'outside-the-contract'
        | 'across-contract-years'
        | 'settled-before'
        | 'savings-not-known'
        | 'price-not-known';
    };
    /** 投运 · Start a saving project */
    'energy.start-project': {
      input: { project: string; version: number; from: string; document: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'time-not-yet' | 'baseline-after-start';
    };
    /** 立即停止 · Stop now */
    'energy.stop-regulation': { input: { plan: string; why: string }; result: undefined; refusal: 'not-now' };
    /** 签字报送 · Sign and submit */
    'energy.submit-statement': {
      input: { statement: string; version: number; head: string; statistician: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'statement-contradicts' | 'checks-unanswered';
    };
    /** 自动调控开关 · Switch regulation on or off */
    'energy.switch-regulation': {
      input: { unit: string; running: boolean; document: string };
      result: undefined;
      refusal: 'regulation-as-before';
    };
    /** 撤销估补 · Take estimates back */
    'energy.withdraw-estimates': {
      input: { meter: string; from: string; toExclusive: string; why: string };
      result: undefined;
      refusal: 'period-backwards' | 'period-too-long' | 'no-estimate';
    };
  }
}
