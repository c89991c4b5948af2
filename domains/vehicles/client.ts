// Made from the contract (GET /api/openapi.json) by scripts/reference.ts; `npm run check` fails when it is stale.
/** Doors of this room, as pages call them by name. */

export {};

declare module '@opengoa/web-kit/doors' {
  interface Reads {
    /** 地图底图 · Map background */
    'vehicles.background': {
      query: { [name: string]: never };
      answer: {
        name: string;
        features: readonly {
          type: 'Feature';
          properties: { kind: 'road' | 'minor-road' | 'water' | 'green' | 'built' | 'border' | 'place'; name: string };
          geometry:
            | { type: 'LineString'; coordinates: readonly (readonly [number, number])[] }
            | { type: 'Polygon'; coordinates: readonly (readonly (readonly [number, number])[])[] }
            | { type: 'Point'; coordinates: readonly [number, number] };
        }[];
      };
    };
    /** 申请前 · Before asking */
    'vehicles.before-request': {
      query: {
        startsAt?: string | undefined;
        endsAt?: string | undefined;
        people?: string | undefined;
        distanceKm?: string | undefined;
        crossCity?: 'true' | 'false' | undefined;
        use?: 'general-affairs' | 'confidential-courier' | 'emergency' | 'law-enforcement' | 'reception' | undefined;
        for?: string | undefined;
      };
      answer: {
        last: readonly {
          purpose: string;
          use: 'general-affairs' | 'confidential-courier' | 'emergency' | 'law-enforcement' | 'reception';
          from: string;
          to: string;
          startsAt: string;
          endsAt: string;
          people: number;
          distanceKm: number;
          crossCity: boolean;
          note?: string;
        }[];
        from: string | null;
        vehicles: { free: number; all: number } | null;
        costFen: number | null;
        costFrom: number;
        steps: readonly {
          title: { zh: string; en: string };
          holders: readonly string[];
          will: 'yes' | 'no' | 'maybe';
        }[];
        usualMinutes: number | null;
      };
    };
    /** 派车板 · Dispatch board */
    'vehicles.board': {
      query: { day: string };
      answer: {
        day: string;
        rows: readonly {
          vehicle: string;
          plate: string;
          model: string;
          category: 'confidential-courier' | 'emergency-support' | 'law-enforcement' | 'special-technical' | 'other';
          state: 'in-use' | 'under-repair' | 'sealed' | 'retired';
          seats: number | null;
          serves: string;
          services: readonly string[];
          bars: readonly {
            trip: string | null;
            number: string | null;
            state:
              | 'requested'
              | 'sent-back'
              | 'refused'
              | 'withdrawn'
              | 'approved'
              | 'dispatched'
              | 'departed'
              | 'returned'
              | 'settled'
              | 'cancelled'
              | null;
            to: string | null;
            people: number | null;
            driverName: string | null;
            riders: readonly string[];
            riderCount: number;
            startsAt: string;
            endsAt: string;
          }[];
        }[];
        tray: readonly {
          trip: string;
          number: string;
          unit: string;
          unitName: string;
          askerName: string;
          plan: {
            purpose: string;
            use: 'general-affairs' | 'confidential-courier' | 'emergency' | 'law-enforcement' | 'reception';
            from: string;
            to: string;
            startsAt: string;
            endsAt: string;
            people: number;
            distanceKm: number;
            crossCity: boolean;
            note?: string;
          };
        }[];
      };
    };
    /** 当日派车方案 · Proposal for the day */
    'vehicles.day-plan': {
      query: { day: string };
      answer: {
        plan: string;
        day: string;
        madeAt: string;
        lines: readonly {
          trips: readonly {
            trip: string;
            number: string;
            unitName: string;
            to: string;
            people: number;
            startsAt: string;
            endsAt: string;
          }[];
          vehicle: string;
          plate: string;
          model: string;
          seats: number;
          driver: string;
          driverName: string;
          startsAt: string;
          endsAt: string;
          empty: { beforeKm: number | null; from: 'parking' | 'trip'; afterKm?: number | null };
          reasons: readonly { zh: string; en: string }[];
          otherVehicles: readonly { vehicle: string; plate: string; model: string; seats: number }[];
          otherDrivers: readonly { driver: string; name: string }[];
        }[];
        unassigned: readonly {
          trip: string;
          number: string;
          unitName: string;
          to: string;
          people: number;
          startsAt: string;
          endsAt: string;
          why: { zh: string; en: string };
        }[];
        vehiclesUsed: number;
        savedKm: number;
        emptyKm: number;
        emptyUnknown: number;
        gap: number | null;
        cutShort: boolean;
        seconds: number;
      };
    };
    /** 数据交换集 · An exchange set */
    'vehicles.exchange-set': {
      query: { id: string };
      answer: {
        format: 'opengoa.vehicles.exchange-set';
        version: '1.1';
        fieldNames: 'ours';
        set: string;
        unit: string;
        unitName: string;
        person: string | null;
        from: string;
        to: string;
        madeAt: string;
        parts: {
          units: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          vehicles: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          overStandardVehicles: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          drivers: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          dispatches: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          upkeep: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          inspections: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          energy: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          insurance: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          tolls: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          parking: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          otherCosts: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          supervisionChecks: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          complaints: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          hiredCars: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          violations: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          disposals: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
          positions: {
            title: { zh: string; en: string };
            rows: readonly { [name: string]: string | number | boolean | null }[] | null;
          };
        };
      };
    };
    /** 公务用车年度数据 · Vehicles in figures */
    'vehicles.figures': {
      query: { year: string };
      answer: {
        year: number;
        vehicles: number;
        vehiclesWithNotes: number;
        trips: Partial<
          Record<
            | 'requested'
            | 'sent-back'
            | 'refused'
            | 'withdrawn'
            | 'approved'
            | 'dispatched'
            | 'departed'
            | 'returned'
            | 'settled'
            | 'cancelled',
            number
          >
        >;
        drivenKm: number;
        tripCostFen: number;
        fuelCostFen: number;
        stars: number | null;
      };
    };
    /** 派车建议 · Proposals */
    'vehicles.proposals': {
      query: { trip: string };
      answer: {
        trip: string;
        unit: string;
        number: string;
        state:
          | 'requested'
          | 'sent-back'
          | 'refused'
          | 'withdrawn'
          | 'approved'
          | 'dispatched'
          | 'departed'
          | 'returned'
          | 'settled'
          | 'cancelled';
        plan: {
          purpose: string;
          use: 'general-affairs' | 'confidential-courier' | 'emergency' | 'law-enforcement' | 'reception';
          from: string;
          to: string;
          startsAt: string;
          endsAt: string;
          people: number;
          distanceKm: number;
          crossCity: boolean;
          note?: string;
        };
        proposals: readonly {
          vehicle: string;
          plate: string;
          model: string;
          seats: number;
          driver: string;
          driverName: string;
          reasons: readonly { zh: string; en: string }[];
          sealed: readonly string[];
        }[];
        others: readonly { vehicle: string; why: { zh: string; en: string } }[];
        sameWay: readonly {
          trip: string;
          number: string;
          plate: string;
          seatsLeft: number;
          startsAt: string;
          savesKm: number;
        }[];
        may: readonly string[];
      };
    };
    /** 轨迹 · A track */
    'vehicles.track': {
      query: { viewing: string };
      answer: {
        viewing: string;
        unit: string;
        plate: string;
        trip: string | null;
        ground: 'in-progress' | 'finding' | 'glass';
        why: string | null;
        closesAt: string;
        from: string;
        to: string;
        goesOn: boolean;
        km: number;
        fixes: readonly (readonly [number, number, number, number | null])[];
        stays: readonly { from: string; to: string; latitude: number; longitude: number }[];
        person: string | null;
      };
    };
    /** 用车单 · A trip */
    'vehicles.trip': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        number: string;
        state:
          | 'requested'
          | 'sent-back'
          | 'refused'
          | 'withdrawn'
          | 'approved'
          | 'dispatched'
          | 'departed'
          | 'returned'
          | 'settled'
          | 'cancelled';
        version: number;
        plan: {
          purpose: string;
          use: 'general-affairs' | 'confidential-courier' | 'emergency' | 'law-enforcement' | 'reception';
          from: string;
          to: string;
          startsAt: string;
          endsAt: string;
          people: number;
          distanceKm: number;
          crossCity: boolean;
          note?: string;
        };
        asker: string | null;
        askerName: string;
        requestedAt: string;
        vehicle: string | null;
        plate: string | null;
        driverName: string | null;
        ridesWith: string | null;
        departedAt: string | null;
        odometerOutKm: number | null;
        returnedAt: string | null;
        odometerInKm: number | null;
        drivenKm: number | null;
        why: string | null;
        fuelFen: number | null;
        tollFen: number | null;
        parkingFen: number | null;
        costFen: number | null;
        stars: number | null;
        ratingWords: string | null;
        booked: {
          at: string;
          by: string;
          source: string;
          paper: string | null;
          approval: 'approved' | 'none' | 'unknown';
          approvedName: string | null;
          approvedAt: string | null;
        } | null;
        acts: readonly string[];
        returnTo: readonly string[];
        waiting: readonly { title: { zh: string; en: string }; holders: readonly string[]; due: string | null }[];
        driverPerson: string | null;
        may: readonly string[];
      };
    };
    /** 用车轨迹概况 · A trip’s track in sum */
    'vehicles.trip-track': {
      query: { trip: string };
      answer: {
        trip: string;
        unit: string;
        keeper: string | null;
        number: string;
        km: number | null;
        points: number;
        hasTerminal: boolean;
        ground: 'in-progress' | 'finding' | null;
        may: readonly string[];
      };
    };
    /** 使用率 · Use rate */
    'vehicles.use-rate': {
      query: { from: string; to: string };
      answer: {
        from: string;
        to: string;
        workdays: number;
        vehicles: readonly {
          vehicle: string;
          plate: string;
          category: 'confidential-courier' | 'emergency-support' | 'law-enforcement' | 'special-technical' | 'other';
          unit: string;
          unitName: string;
          inService: string | null;
          since: string;
          usedDays: number;
          usedWorkdays: number;
          availableWorkdays: number;
          repairWorkdays: number;
          trips: number;
          usesElsewhere: number;
          hours: number;
          km: number;
          status: 'ok' | 'insufficient_data';
          share: number | null;
          idle: boolean;
          idleStretches: readonly { from: string; to: string; workdays: number }[];
          peers: number;
          peersShare: number | null;
          suggestion: 'kept-ready' | 'share' | 'transfer' | 'establishment' | 'renew' | null;
        }[];
        units: readonly {
          unit: string;
          unitName: string;
          vehicles: number;
          usedWorkdays: number;
          availableWorkdays: number;
          share: number | null;
          hours: number;
          km: number;
          idle: number;
          insufficient: number;
        }[];
        trips: number;
        peak: number;
        enough: number;
        refusalShare: number;
        idleBelow: number;
        leastWorkdays: number;
        stretchWorkdays: number;
        hired: number;
        refused: number;
        lacking: boolean;
        hours: readonly number[];
      };
    };
    /** 车辆 · A vehicle */
    'vehicles.vehicle': {
      query: { id: string };
      answer: {
        make: string;
        model: string;
        modelYear: number | null;
        category: 'confidential-courier' | 'emergency-support' | 'law-enforcement' | 'special-technical' | 'other';
        body: 'sedan' | 'small-passenger' | 'medium-passenger' | 'large-passenger' | 'goods';
        power: 'petrol' | 'diesel' | 'hybrid' | 'plug-in-hybrid' | 'battery-electric' | 'fuel-cell';
        condition: 'ordinary' | 'work-need' | 'special-case';
        seats: number | null;
        displacementL: number | null;
        priceFen: number | null;
        tankLitres: number | null;
        batteryKwh: number | null;
        inServiceDay: string | null;
        usedBy: string;
        id: string;
        unit: string;
        unitName: string;
        serves: string;
        servesName: string;
        plate: string;
        state: 'in-use' | 'under-repair' | 'sealed' | 'retired';
        odometerKm: number;
        outOn: string | null;
        warnings: readonly {
          standard: string;
          version: string;
          article: string;
          observed: number | string;
          allowed: number | string;
          outcome: 'warn' | 'inform';
          explained: { zh: string; en: string };
        }[];
        version: number;
        year: number;
        home: string | null;
        drivenKm: number;
        costFen: number;
        usedDays: number;
        workdays: number;
        may: readonly string[];
      };
    };
    /** 车辆位置 · Where the vehicles are */
    'vehicles.whereabouts': {
      query: { [name: string]: never };
      answer: {
        at: string;
        officeTime: boolean;
        vehicles: readonly {
          id: string;
          plate: string;
          unitName: string;
          trip: { id: string; number: string; to: string } | null;
          place: {
            latitude: number;
            longitude: number;
            at: string;
            speedKmh: number | null;
            direction: number | null;
            stale: boolean;
          } | null;
          unseen: 'private' | 'silent' | null;
          todayKm: number;
        }[];
        fences: readonly {
          id: string;
          name: string;
          use: 'area' | 'custody' | 'no-parking';
          shape:
            | { kind: 'circle'; latitude: number; longitude: number; radiusM: number }
            | { kind: 'polygon'; points: readonly (readonly [number, number])[] };
        }[];
      };
    };
  }

  interface Lists {
    /** 车辆费用 · Costs */
    'vehicles.costs': {
      row: {
        id: string;
        unit_id: string | null;
        day: string;
        plate: string | null;
        kind: 'insurance' | 'toll' | 'parking' | 'fine' | 'other' | null;
        amount_fen: number;
        supplier: string | null;
        invoice: string | null;
        policy: 'compulsory' | 'commercial' | null;
        covers_from: string | null;
        covers_to: string | null;
        note: string | null;
        struck: string | null;
        vehicle_id: string | null;
        may: readonly string[];
      };
      filter: 'day' | 'plate' | 'kind' | 'supplier' | 'invoice' | 'policy' | 'covers_to' | 'unit_id' | 'vehicle_id';
    };
    /** 进出围栏 · Crossings */
    'vehicles.crossings': {
      row: {
        id: string;
        unit_id: string | null;
        at: string;
        plate: string | null;
        way: 'entered' | 'left' | 'stayed' | null;
        minutes: number | null;
        fence_name: string | null;
        vehicle_id: string | null;
      };
      filter: 'at' | 'plate' | 'way' | 'fence_name' | 'unit_id' | 'vehicle_id';
    };
    /** 违法与事故 · Violations and accidents */
    'vehicles.driver-events': {
      row: {
        id: string;
        unit_id: string | null;
        at: string;
        name: string | null;
        kind: 'violation' | 'accident' | null;
        plate: string | null;
        place: string | null;
        points: number | null;
        what: string | null;
        driver_id: string | null;
        may: readonly string[];
      };
      filter: 'at' | 'name' | 'kind' | 'plate' | 'unit_id' | 'driver_id';
    };
    /** 驾驶员 · Drivers */
    'vehicles.drivers': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        state: 'active' | 'released' | null;
        licence: 'A1' | 'A2' | 'A3' | 'B1' | 'B2' | 'C1' | 'C2' | null;
        licence_valid_to: string;
        version: number | null;
        may: readonly string[];
      };
      filter: 'name' | 'state' | 'licence' | 'licence_valid_to' | 'unit_id';
    };
    /** 我的出车 · My drives */
    'vehicles.drives': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        state:
          | 'requested'
          | 'sent-back'
          | 'refused'
          | 'withdrawn'
          | 'approved'
          | 'dispatched'
          | 'departed'
          | 'returned'
          | 'settled'
          | 'cancelled';
        starts_at: string;
        ends_at: string;
        from_place: string;
        to_place: string;
        people: number;
        purpose: string;
        note: string | null;
        asker_name: string;
        plate: string | null;
        distance_km: number;
        odometer_km: number | null;
        departed_at: string | null;
        odometer_out_km: number | null;
        driven_km: number | null;
        person_id: string | null;
        may: readonly string[];
      };
      filter: 'state' | 'starts_at';
    };
    /** 驾驶员排班 · Roster */
    'vehicles.duties': {
      row: {
        id: string;
        unit_id: string | null;
        starts_at: string;
        ends_at: string | null;
        name: string | null;
        kind: 'duty' | 'rest' | 'leave' | 'training' | null;
        note: string | null;
        driver_id: string | null;
        may: readonly string[];
      };
      filter: 'starts_at' | 'name' | 'kind' | 'unit_id' | 'driver_id';
    };
    /** 数据交换记录 · Exchange sets */
    'vehicles.exchange-sets': {
      row: {
        id: string;
        unit_id: string | null;
        made_at: string;
        person_name: string | null;
        from_day: string | null;
        to_day: string | null;
        why: string | null;
        closes_at: string | null;
        person_id: string | null;
      };
      filter: 'made_at' | 'person_name' | 'unit_id';
    };
    /** 费用明细 · Expenses */
    'vehicles.expenses': {
      row: {
        id: string;
        unit_id: string | null;
        day: string;
        plate: string | null;
        kind: 'fuel' | 'electricity' | 'repair' | 'insurance' | 'toll' | 'parking' | 'fine' | 'other' | null;
        amount_fen: number;
        paid_to: string | null;
        paper: string | null;
        vehicle_id: string | null;
      };
      filter: 'day' | 'plate' | 'kind' | 'unit_id' | 'vehicle_id';
    };
    /** 电子围栏 · Fences */
    'vehicles.fences': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        use: 'area' | 'custody' | 'no-parking' | null;
        form: 'circle' | 'polygon' | null;
        state: 'drawn' | 'removed' | null;
        watches: 'always' | 'off-hours' | 'days-off' | 'holidays' | 'window' | null;
        hours: string | null;
        tells: 'both' | 'entered' | 'left' | 'stayed' | null;
        stay_minutes: number | null;
        categories: unknown;
        vehicle_count: number | null;
        limit_kmh: number | null;
        drawn_at: string;
        may: readonly string[];
      };
      filter: 'name' | 'use' | 'state' | 'watches' | 'tells' | 'unit_id';
    };
    /** 加油充电 · Fuel */
    'vehicles.fuel': {
      row: {
        id: string;
        unit_id: string | null;
        filled_at: string;
        plate: string | null;
        carrier: 'petrol' | 'diesel' | 'electricity' | null;
        litres: number | null;
        electricity_kwh: number | null;
        cost_fen: number;
        odometer_km: number | null;
        full_tank: boolean | null;
        station: string | null;
        card: string | null;
        vehicle_id: string | null;
        may: readonly string[];
      };
      filter: 'filled_at' | 'plate' | 'carrier' | 'full_tank' | 'station' | 'card' | 'unit_id' | 'vehicle_id';
    };
    /** 租用车辆 · Hired cars */
    'vehicles.hires': {
      row: {
        id: string;
        unit_id: string | null;
        from_day: string;
        to_day: string | null;
        state: 'ordered' | 'settled' | 'cancelled' | null;
        supplier: string | null;
        purpose: string | null;
        people: number | null;
        body: 'sedan' | 'small-passenger' | 'medium-passenger' | 'large-passenger' | 'goods' | null;
        power: 'petrol' | 'diesel' | 'hybrid' | 'plug-in-hybrid' | 'battery-electric' | 'fuel-cell' | null;
        displacement_l: number | null;
        quote_fen: number | null;
        amount_fen: number | null;
        km: number | null;
        fen_per_km: number | null;
        plate: string | null;
        invoice: string | null;
        settled_day: string | null;
        warning_count: number | null;
        booked: boolean | null;
        may: readonly string[];
      };
      filter: 'from_day' | 'state' | 'supplier' | 'body' | 'plate' | 'invoice' | 'settled_day' | 'booked' | 'unit_id';
    };
    /** 年检登记 · Inspections */
    'vehicles.inspections': {
      row: {
        id: string;
        unit_id: string | null;
        day: string;
        plate: string | null;
        valid_to: string;
        station: string | null;
        note: string | null;
        struck: string | null;
        vehicle_id: string | null;
        may: readonly string[];
      };
      filter: 'day' | 'plate' | 'valid_to' | 'station' | 'unit_id' | 'vehicle_id';
    };
    /** 车速待核实 · Speeds to be looked at */
    'vehicles.over-speeds': {
      row: {
        id: string;
        unit_id: string | null;
        from_at: string;
        plate: string | null;
        seconds: number;
        most_kmh: number;
        limit_kmh: number | null;
        over_kmh: number;
        fence_name: string | null;
        number: string | null;
        to_at: string | null;
        vehicle_id: string | null;
      };
      filter: 'from_at' | 'plate' | 'fence_name' | 'number' | 'unit_id' | 'vehicle_id';
    };
    /** 票据与照片 · Papers */
    'vehicles.papers': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        media_type: string;
        bytes: number;
        sha256: string;
        scan: 'clean' | 'unscanned' | 'infected';
        stored_at: string;
        person_id: string | null;
        object_id: string | null;
      };
      filter: 'name' | 'scan' | 'stored_at' | 'object_id' | 'unit_id';
    };
    /** 地点 · Places */
    'vehicles.places': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        kind: 'office' | 'parking' | 'destination' | null;
        aliases: string | null;
        latitude: number | null;
        longitude: number | null;
        state: 'kept' | 'removed' | null;
        kept_at: string;
        may: readonly string[];
      };
      filter: 'name' | 'kind' | 'state' | 'unit_id';
    };
    /** 车辆购置 · Purchases */
    'vehicles.purchases': {
      row: {
        id: string;
        unit_id: string | null;
        proposed_at: string;
        state: 'proposed' | 'approved' | 'refused' | 'registered' | null;
        category:
          | 'confidential-courier'
          | 'emergency-support'
          | 'law-enforcement'
          | 'special-technical'
          | 'other'
          | null;
        body: 'sedan' | 'small-passenger' | 'medium-passenger' | 'large-passenger' | 'goods' | null;
        power: 'petrol' | 'diesel' | 'hybrid' | 'plug-in-hybrid' | 'battery-electric' | 'fuel-cell' | null;
        displacement_l: number | null;
        price_fen: number | null;
        replaces_plate: string | null;
        why: string | null;
        warning_count: number | null;
        proposed_name: string | null;
        decided_name: string | null;
        opinion: string | null;
        plate: string | null;
        may: readonly string[];
      };
      filter: 'state' | 'unit_id' | 'category' | 'power' | 'plate';
    };
    /** 车辆维修 · Repairs */
    'vehicles.repairs': {
      row: {
        id: string;
        unit_id: string | null;
        plate: string | null;
        state: 'ordered' | 'quoted' | 'approved' | 'refused' | 'done' | 'paid' | 'cancelled' | null;
        what: string | null;
        garage: string | null;
        ordered_at: string;
        ordered_name: string | null;
        quote_fen: number | null;
        quote_text: string | null;
        approved_name: string | null;
        done_day: string | null;
        amount_fen: number | null;
        invoice: string | null;
        paid_day: string | null;
        paper: string | null;
        why: string | null;
        vehicle_id: string | null;
        may: readonly string[];
      };
      filter: 'plate' | 'state' | 'garage' | 'ordered_at' | 'invoice' | 'paid_day' | 'paper' | 'unit_id' | 'vehicle_id';
    };
    /** 节假日封存登记 · Sealing register */
    'vehicles.seals': {
      row: {
        id: string;
        unit_id: string | null;
        from_day: string;
        to_day: string | null;
        holiday: string | null;
        plate: string | null;
        keys_with: string | null;
        place: string | null;
        odometer_km: number | null;
        trips: number | null;
        vehicle_id: string | null;
      };
      filter: 'from_day' | 'holiday' | 'plate' | 'unit_id' | 'vehicle_id';
    };
    /** 保养手册 · Service book */
    'vehicles.services': {
      row: {
        id: string;
        unit_id: string | null;
        plate: string | null;
        item: string | null;
        km_left: number | null;
        due_day: string | null;
        due_km: number | null;
        odometer_km: number | null;
        every_km: number | null;
        every_months: number | null;
        last_day: string | null;
        last_km: number | null;
        note: string | null;
        vehicle_id: string | null;
        may: readonly string[];
      };
      filter: 'plate' | 'item' | 'km_left' | 'due_day' | 'unit_id' | 'vehicle_id';
    };
    /** 待认定定位 · Fixes set aside */
    'vehicles.set-aside': {
      row: {
        id: string;
        unit_id: string | null;
        day: string;
        plate: string | null;
        cause: 'no-fix' | 'imprecise' | 'future' | 'late';
        fixes: number | null;
        first_at: string | null;
        last_at: string | null;
        vehicle_id: string;
        may: readonly string[];
      };
      filter: 'day' | 'plate' | 'cause' | 'unit_id' | 'vehicle_id';
    };
    /** 车辆编制 · Establishment */
    'vehicles.slots': {
      row: {
        id: string;
        unit_id: string | null;
        category: 'confidential-courier' | 'emergency-support' | 'law-enforcement' | 'special-technical' | 'other';
        slots: number | null;
        kept: number | null;
        new_energy: number | null;
        on_order: number | null;
        over: number | null;
        paper: string | null;
        since: string | null;
      };
      filter: 'category' | 'unit_id' | 'over';
    };
    /** 定位终端 · Terminals */
    'vehicles.terminals': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        plate: string | null;
        state: 'waiting' | 'admitted' | 'withdrawn' | null;
        heard_at: string | null;
        datum: 'wgs-84' | 'gcj-02' | 'bd-09' | null;
        maker: string | null;
        model: string | null;
        waits_until: string | null;
        registered_at: string;
        vehicle_id: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'number' | 'plate' | 'state' | 'datum' | 'unit_id' | 'vehicle_id';
    };
    /** 用车申请 · Trips */
    'vehicles.trips': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        state:
          | 'requested'
          | 'sent-back'
          | 'refused'
          | 'withdrawn'
          | 'approved'
          | 'dispatched'
          | 'departed'
          | 'returned'
          | 'settled'
          | 'cancelled';
        starts_at: string;
        ends_at: string;
        to_place: string;
        purpose: string;
        use: 'general-affairs' | 'confidential-courier' | 'emergency' | 'law-enforcement' | 'reception';
        people: number;
        asker_name: string;
        cross_city: boolean;
        plate: string | null;
        driver_name: string | null;
        distance_km: number | null;
        driven_km: number | null;
        cost_fen: number | null;
        stars: number | null;
        departed_at: string | null;
        returned_at: string | null;
        booked: boolean;
        approval: 'approved' | 'none' | 'unknown' | null;
        from_place: string | null;
        source: string | null;
        paper: string | null;
        vehicle_id: string | null;
        person_id: string | null;
        driver_person_id: string | null;
        may: readonly string[];
      };
      filter:
        | 'number'
        | 'state'
        | 'starts_at'
        | 'use'
        | 'unit_id'
        | 'cross_city'
        | 'plate'
        | 'driver_name'
        | 'departed_at'
        | 'booked'
        | 'paper'
        | 'vehicle_id'
        | 'person_id';
    };
    /** 不能解析的报文 · Frames that cannot be read */
    'vehicles.unread-frames': {
      row: {
        id: string;
        unit_id: string | null;
        at: string;
        plate: string | null;
        number: string | null;
        why: string | null;
        bytes: string | null;
        vehicle_id: string | null;
      };
      filter: 'at' | 'plate' | 'number' | 'why' | 'unit_id' | 'vehicle_id';
    };
    /** 保险与年检 · Insurance and inspection */
    'vehicles.validities': {
      row: {
        id: string;
        unit_id: string | null;
        plate: string | null;
        kind: 'inspection' | 'compulsory' | 'commercial' | 'insurance' | null;
        valid_to: string | null;
        vehicle_id: string | null;
      };
      filter: 'plate' | 'kind' | 'valid_to' | 'unit_id' | 'vehicle_id';
    };
    /** 单车核算 · Costs per vehicle */
    'vehicles.vehicle-years': {
      row: {
        id: string;
        unit_id: string | null;
        plate: string;
        year: string;
        total_fen: number;
        fen_per_km: number | null;
        driven_km: number;
        category:
          | 'confidential-courier'
          | 'emergency-support'
          | 'law-enforcement'
          | 'special-technical'
          | 'other'
          | null;
        state: 'in-use' | 'under-repair' | 'sealed' | 'retired' | null;
        used_days: number | null;
        energy_fen: number | null;
        repair_fen: number | null;
        insurance_fen: number | null;
        toll_fen: number | null;
        parking_fen: number | null;
        fine_fen: number | null;
        other_fen: number | null;
        vehicle_id: string;
      };
      filter: 'plate' | 'year' | 'category' | 'state' | 'unit_id' | 'vehicle_id';
    };
    /** 车辆台账 · Vehicles */
    'vehicles.vehicles': {
      row: {
        id: string;
        unit_id: string | null;
        plate: string;
        state: 'in-use' | 'under-repair' | 'sealed' | 'retired' | null;
        make: string;
        model: string | null;
        model_year: string | null;
        category:
          | 'confidential-courier'
          | 'emergency-support'
          | 'law-enforcement'
          | 'special-technical'
          | 'other'
          | null;
        body: 'sedan' | 'small-passenger' | 'medium-passenger' | 'large-passenger' | 'goods' | null;
        power: 'petrol' | 'diesel' | 'hybrid' | 'plug-in-hybrid' | 'battery-electric' | 'fuel-cell' | null;
        seats: number | null;
        displacement_l: number | null;
        price_fen: number | null;
        in_service_day: string | null;
        odometer_km: number;
        serves: string | null;
        home: string | null;
        used_by: string | null;
        warning_count: number | null;
        version: number | null;
        may: readonly string[];
      };
      filter:
        | 'plate'
        | 'state'
        | 'make'
        | 'category'
        | 'body'
        | 'power'
        | 'seats'
        | 'in_service_day'
        | 'unit_id'
        | 'serves'
        | 'home'
        | 'used_by'
        | 'warning_count';
    };
    /** 轨迹调阅记录 · Who looked at tracks */
    'vehicles.viewings': {
      row: {
        id: string;
        unit_id: string | null;
        opened_at: string;
        person_name: string | null;
        plate: string | null;
        ground: 'in-progress' | 'finding' | 'glass' | null;
        why: string | null;
        from_at: string | null;
        to_at: string | null;
        vehicle_id: string | null;
      };
      filter: 'opened_at' | 'person_name' | 'plate' | 'ground' | 'unit_id';
    };
  }

  interface Verbs {
    /** 补充票据照片 · Add papers */
    'vehicles.add-paper': { input: { id: string; files: readonly string[] }; result: undefined; refusal: never };
    /** 加签 · Add a signer */
    'vehicles.add-trip-signer': {
      input: {
        trip: string;
        persons: readonly string[];
        when?: 'before' | 'after' | undefined;
        opinion?: string | undefined;
      };
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
    /** 批准购置 · Approve the purchase */
    'vehicles.approve-purchase': {
      input: { purchase: string; opinion?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'own-proposal';
    };
    /** 批准 · Approve */
    'vehicles.approve-repair': {
      input: { repair: string; opinion?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'own-order' | 'above-approval-limit';
    };
    /** 同意 · Approve */
    'vehicles.approve-trip': {
      input: { trip: string; opinion?: string | undefined };
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
    /** 核定加油卡 · Assign the fuel card */
    'vehicles.assign-fuel-card': {
      input: { vehicle: string; card?: string | undefined };
      result: undefined;
      refusal: 'card-of-another';
    };
    /** 补登租车 · Book a hire */
    'vehicles.book-hire': {
      input: {
        unit: string;
        supplier: string;
        purpose: string;
        fromDay: string;
        toDay: string;
        people: number;
        body: 'sedan' | 'small-passenger' | 'medium-passenger' | 'large-passenger' | 'goods';
        power: 'petrol' | 'diesel' | 'hybrid' | 'plug-in-hybrid' | 'battery-electric' | 'fuel-cell';
        displacementL?: number | null | undefined;
        plate: string;
        km: number;
        amountFen: number;
        invoice: string;
        settledDay: string;
        corrects?: string | undefined;
      };
      result: undefined;
      refusal: 'hire-ends-before-it-begins' | 'cost-ahead' | 'went-its-way-here' | 'invoice-recorded';
    };
    /** 补登维修 · Book a repair */
    'vehicles.book-repair': {
      input: {
        plate: string;
        what: string;
        garage: string;
        amountFen: number;
        invoice: string;
        doneDay: string;
        paidDay: string;
        paper: string;
        orderedAt?: string | null | undefined;
        corrects?: string | undefined;
      };
      result: undefined;
      refusal: 'cost-ahead' | 'went-its-way-here' | 'invoice-recorded';
    };
    /** 补录历史行程 · Book past trips */
    'vehicles.book-trips': {
      input: {
        source: string;
        trips: readonly {
          unit: string;
          plate: string;
          departedAt: string;
          returnedAt: string;
          startsAt?: string | null | undefined;
          endsAt?: string | null | undefined;
          purpose: string;
          use?: 'general-affairs' | 'confidential-courier' | 'emergency' | 'law-enforcement' | 'reception' | undefined;
          fromPlace: string;
          toPlace: string;
          askerName: string;
          people: number;
          distanceKm?: number | null | undefined;
          drivenKm?: number | null | undefined;
          odometerOutKm?: number | null | undefined;
          odometerInKm?: number | null | undefined;
          crossCity?: boolean | null | undefined;
          driverName?: string | null | undefined;
          approval?: 'approved' | 'none' | 'unknown' | undefined;
          approvedName?: string | null | undefined;
          approvedAt?: string | null | undefined;
          paper?: string | null | undefined;
          duty?: string | null | undefined;
          why?: string | null | undefined;
          fuelFen?: number | null | undefined;
          tollFen?: number | null | undefined;
          parkingFen?: number | null | undefined;
          stars?: number | null | undefined;
          corrects?: string | undefined;
        }[];
      };
      result: { trips: readonly { trip: string; number: string }[] };
      refusal:
        | 'plate-not-in-ledger'
        | 'went-its-way-here'
        | 'returned-before-departure'
        | 'time-not-yet'
        | 'trip-ends-before-it-begins'
        | 'approval-contradicts'
        | 'kept-here-since'
        | 'past-trips-overlap'
        | 'past-driver-overlap'
        | 'distance-not-told'
        | 'odometer-goes-back'
        | 'odometer-beyond-next'
        | 'farther-than-possible';
    };
    /** 应急调阅位置 · Break the glass */
    'vehicles.break-glass': {
      input: { vehicle: string; from: string; to: string; why: string };
      result: { viewing: string };
      refusal: 'glass-not-future' | 'glass-too-long';
    };
    /** 取消租车 · Cancel the hire */
    'vehicles.cancel-hire': { input: { hire: string; why: string }; result: undefined; refusal: 'not-now' };
    /** 取消维修 · Cancel */
    'vehicles.cancel-repair': { input: { repair: string; why: string }; result: undefined; refusal: 'not-now' };
    /** 取消用车 · Cancel */
    'vehicles.cancel-trip': { input: { trip: string; why: string }; result: undefined; refusal: 'not-now' };
    /** 变更驾驶员 · Change a driver */
    'vehicles.change-driver': {
      input: {
        driver: string;
        version: number;
        licence?: 'A1' | 'A2' | 'A3' | 'B1' | 'B2' | 'C1' | 'C2' | undefined;
        licenceValidTo?: string | undefined;
        state?: 'active' | 'released' | undefined;
      };
      result: undefined;
      refusal: 'stale-version' | 'driver-is-booked';
    };
    /** 变更车辆 · Change a vehicle */
    'vehicles.change-vehicle': {
      input: {
        make?: string | undefined;
        model?: string | undefined;
        modelYear?: number | null | undefined;
        category?:
          | 'confidential-courier'
          | 'emergency-support'
          | 'law-enforcement'
          | 'special-technical'
          | 'other'
          | undefined;
        body?: 'sedan' | 'small-passenger' | 'medium-passenger' | 'large-passenger' | 'goods' | undefined;
        power?: 'petrol' | 'diesel' | 'hybrid' | 'plug-in-hybrid' | 'battery-electric' | 'fuel-cell' | undefined;
        condition?: 'ordinary' | 'work-need' | 'special-case' | undefined;
        seats?: number | null | undefined;
        displacementL?: number | null | undefined;
        priceFen?: number | null | undefined;
        tankLitres?: number | null | undefined;
        batteryKwh?: number | null | undefined;
        inServiceDay?: string | null | undefined;
        usedBy?: string | undefined;
        vehicle: string;
        version: number;
        serves?: string | undefined;
        state?: 'in-use' | 'under-repair' | 'sealed' | undefined;
      };
      result: undefined;
      refusal: 'stale-version' | 'vehicle-not-in-use' | 'over-standard';
    };
    /** 认定 · Decide */
    'vehicles.decide-fixes': {
      input: {
        vehicle: string;
        day: string;
        cause: 'no-fix' | 'imprecise' | 'future' | 'late';
        outcome: 'accepted' | 'rejected';
        why: string;
      };
      result: undefined;
      refusal: 'cannot-count' | 'nothing-set-aside';
    };
    /** 出车 · Depart */
    'vehicles.depart-trip': {
      input: { trip: string; odometerKm: number; at?: string | undefined; files?: readonly string[] | undefined };
      result: undefined;
      refusal: 'not-now' | 'time-not-yet' | 'vehicle-still-out' | 'odometer-goes-back' | 'odometer-beyond-next';
    };
    /** 派车 · Dispatch */
    'vehicles.dispatch-trip': {
      input: { trip: string; vehicle: string; driver: string; duty?: string | undefined; with?: string | undefined };
      result: undefined;
      refusal:
        | 'not-now'
        | 'not-one-ride'
        | 'may-not-share'
        | 'not-one-way'
        | 'too-far-apart'
        | 'vehicle-serves-others'
        | 'vehicle-not-in-use'
        | 'sealed-on-holiday'
        | 'seats-not-registered'
        | 'too-few-seats'
        | 'driver-not-active'
        | 'licence-expired'
        | 'licence-not-fitting'
        | 'driver-away'
        | 'vehicle-already-booked'
        | 'driver-already-booked';
    };
    /** 划定围栏 · Draw a fence */
    'vehicles.draw-fence': {
      input: {
        unit: string;
        name: string;
        use: 'area' | 'custody' | 'no-parking';
        shape:
          | { kind: 'circle'; latitude: number; longitude: number; radiusM: number }
          | { kind: 'polygon'; points: readonly (readonly [number, number])[] };
        watches?: 'always' | 'off-hours' | 'days-off' | 'holidays' | 'window' | undefined;
        fromMinute?: number | null | undefined;
        toMinute?: number | null | undefined;
        limitKmh?: number | null | undefined;
        categories?:
          | readonly (
              | 'confidential-courier'
              | 'emergency-support'
              | 'law-enforcement'
              | 'special-technical'
              | 'other'
            )[]
          | undefined;
        tells?: 'both' | 'entered' | 'left' | 'stayed' | undefined;
        stayMinutes?: number | null | undefined;
        plates?: readonly string[] | undefined;
      };
      result: undefined;
      refusal: 'fence-crosses-itself' | 'fence-hours-missing' | 'fence-stay-missing' | 'fence-vehicle-unknown';
    };
    /** 验收 · Accept */
    'vehicles.finish-repair': {
      input: { repair: string; day: string; files?: readonly string[] | undefined };
      result: undefined;
      refusal: 'not-now' | 'cost-ahead';
    };
    /** 转办 · Hand over */
    'vehicles.hand-trip-over': {
      input: { trip: string; to: string; opinion?: string | undefined };
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
    /** 租用车辆 · Hire a car */
    'vehicles.hire-car': {
      input: {
        unit: string;
        supplier: string;
        purpose: string;
        fromDay: string;
        toDay: string;
        people: number;
        body: 'sedan' | 'small-passenger' | 'medium-passenger' | 'large-passenger' | 'goods';
        power: 'petrol' | 'diesel' | 'hybrid' | 'plug-in-hybrid' | 'battery-electric' | 'fuel-cell';
        displacementL?: number | null | undefined;
        priceFen?: number | null | undefined;
        quoteFen: number;
      };
      result: { hire: string };
      refusal: 'hire-ends-before-it-begins' | 'over-standard';
    };
    /** 更新地图底图 · Keep the map background */
    'vehicles.keep-background': {
      input: {
        name: string;
        features: {
          type: 'FeatureCollection';
          features: readonly {
            type: 'Feature';
            properties: {
              kind: 'road' | 'minor-road' | 'water' | 'green' | 'built' | 'border' | 'place';
              name?: string | undefined;
            };
            geometry:
              | { type: 'LineString'; coordinates: readonly (readonly [number, number])[] }
              | { type: 'Polygon'; coordinates: readonly (readonly (readonly [number, number])[])[] }
              | { type: 'Point'; coordinates: readonly [number, number] };
          }[];
        };
      };
      result: undefined;
      refusal: never;
    };
    /** 登记地点 · Keep a place */
    'vehicles.keep-place': {
      input: {
        place?: string | undefined;
        unit: string;
        name: string;
        aliases?: readonly string[] | undefined;
        kind: 'office' | 'parking' | 'destination';
        latitude: number;
        longitude: number;
      };
      result: undefined;
      refusal: 'place-named-twice' | 'place-removed';
    };
    /** 生成数据交换集 · Make an exchange set */
    'vehicles.make-exchange-set': {
      input: { unit: string; from: string; to: string; why: string };
      result: { set: string };
      refusal: 'exchange-period';
    };
    /** 调阅轨迹 · Open a track */
    'vehicles.open-track': {
      input: { trip: string };
      result: { viewing: string };
      refusal: 'no-track-vehicle' | 'track-not-shown';
    };
    /** 报修 · Order a repair */
    'vehicles.order-repair': {
      input: {
        vehicle: string;
        what: string;
        garage: string;
        report?: string | undefined;
        files?: readonly string[] | undefined;
      };
      result: { repair: string };
      refusal: never;
    };
    /** 付款 · Pay */
    'vehicles.pay-repair': {
      input: { repair: string; amountFen: number; invoice: string; day: string; files?: readonly string[] | undefined };
      result: undefined;
      refusal: 'not-now' | 'cost-ahead' | 'more-than-quoted';
    };
    /** 排班 · Plan a duty */
    'vehicles.plan-duty': {
      input: {
        driver: string;
        kind: 'duty' | 'rest' | 'leave' | 'training';
        startsAt: string;
        endsAt: string;
        note?: string | undefined;
      };
      result: undefined;
      refusal: 'trip-ends-before-it-begins' | 'driver-is-booked' | 'duty-overlaps';
    };
    /** 设定保养 · Plan a service */
    'vehicles.plan-service': {
      input: {
        vehicle?: string | undefined;
        plate?: string | undefined;
        item: string;
        everyKm?: number | null | undefined;
        everyMonths?: number | null | undefined;
        lastKm: number;
        lastDay: string;
      };
      result: undefined;
      refusal: 'nothing-regular';
    };
    /** 申请购置 · Propose a purchase */
    'vehicles.propose-purchase': {
      input: {
        category: 'confidential-courier' | 'emergency-support' | 'law-enforcement' | 'special-technical' | 'other';
        body: 'sedan' | 'small-passenger' | 'medium-passenger' | 'large-passenger' | 'goods';
        power: 'petrol' | 'diesel' | 'hybrid' | 'plug-in-hybrid' | 'battery-electric' | 'fuel-cell';
        condition?: 'ordinary' | 'work-need' | 'special-case' | undefined;
        displacementL?: number | null | undefined;
        priceFen: number;
        replaces?: string | null | undefined;
        paper?: string | undefined;
        why: string;
        unit: string;
      };
      result: { purchase: string };
      refusal: 'over-standard' | 'not-of-this-unit' | 'younger-than-renewal' | 'no-slot-left';
    };
    /** 登记报价 · Enter the quotation */
    'vehicles.quote-repair': {
      input: { repair: string; quoteFen: number; quote: string; files?: readonly string[] | undefined };
      result: undefined;
      refusal: 'not-now';
    };
    /** 评价 · Rate */
    'vehicles.rate-trip': {
      input: { trip: string; stars: number; words?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'already-rated';
    };
    /** 接收位置 · Receive positions */
    'vehicles.receive-positions': {
      input: {
        terminals: readonly {
          number: string;
          positions: readonly {
            at: string;
            latitude: number;
            longitude: number;
            speedKmh?: number | undefined;
            direction?: number | undefined;
            altitudeM?: number | undefined;
            accuracyM?: number | undefined;
            mileageKm?: number | undefined;
            fuelL?: number | undefined;
            ignition?: boolean | undefined;
            fix?: boolean | undefined;
            alarm?: number | undefined;
          }[];
        }[];
      };
      result: { received: number; new: number; aside: number };
      refusal: 'terminals-unknown';
    };
    /** 登记费用 · Record a cost */
    'vehicles.record-cost': {
      input: {
        vehicle?: string | undefined;
        kind: 'insurance' | 'toll' | 'parking' | 'fine' | 'other';
        day: string;
        amountFen: number;
        supplier?: string | undefined;
        invoice?: string | undefined;
        coversFrom?: string | null | undefined;
        coversTo?: string | null | undefined;
        policy?: 'compulsory' | 'commercial' | null | undefined;
        note?: string | undefined;
        plate?: string | undefined;
        files?: readonly string[] | undefined;
        corrects?: string | undefined;
      };
      result: undefined;
      refusal: 'cost-ahead' | 'cost-struck' | 'invoice-recorded';
    };
    /** 登记违法事故 · Record a violation or accident */
    'vehicles.record-driver-event': {
      input: {
        driver: string;
        kind: 'violation' | 'accident';
        at: string;
        plate?: string | undefined;
        place?: string | undefined;
        points?: number | undefined;
        what: string;
        files?: readonly string[] | undefined;
      };
      result: undefined;
      refusal: 'time-not-yet';
    };
    /** 登记加油充电 · Record fuel */
    'vehicles.record-fuel': {
      input: {
        vehicle?: string | undefined;
        filledAt: string;
        carrier: 'petrol' | 'diesel' | 'electricity';
        litres: number | null;
        electricityKwh: number | null;
        costFen: number;
        odometerKm: number;
        full: boolean;
        station?: string | undefined;
        card?: string | undefined;
        plate?: string | undefined;
        files?: readonly string[] | undefined;
        corrects?: string | undefined;
      };
      result: undefined;
      refusal: 'time-not-yet' | 'carrier-not-fitting' | 'odometer-goes-back' | 'odometer-beyond-next';
    };
    /** 登记年检 · Record an inspection */
    'vehicles.record-inspection': {
      input: {
        vehicle?: string | undefined;
        plate?: string | undefined;
        day: string;
        validTo: string;
        station?: string | undefined;
        note?: string | undefined;
        files?: readonly string[] | undefined;
        corrects?: string | undefined;
      };
      result: undefined;
      refusal: 'inspection-ahead' | 'inspection-ends-before' | 'inspection-recorded' | 'inspection-struck';
    };
    /** 保养完成 · Service done */
    'vehicles.record-service': {
      input: { service: string; odometerKm: number; day: string; note?: string | undefined };
      result: undefined;
      refusal: 'cost-ahead';
    };
    /** 不批准购置 · Refuse the purchase */
    'vehicles.refuse-purchase': {
      input: { purchase: string; opinion: string };
      result: undefined;
      refusal: 'not-now' | 'own-proposal';
    };
    /** 不批准 · Refuse */
    'vehicles.refuse-repair': { input: { repair: string; opinion: string }; result: undefined; refusal: 'not-now' };
    /** 不同意 · Refuse */
    'vehicles.refuse-trip': {
      input: { trip: string; opinion: string };
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
    /** 登记驾驶员 · Register a driver */
    'vehicles.register-driver': {
      input: {
        unit: string;
        person?: string | undefined;
        name?: string | undefined;
        licence: 'A1' | 'A2' | 'A3' | 'B1' | 'B2' | 'C1' | 'C2';
        licenceValidTo: string;
        state?: 'active' | 'released' | undefined;
      };
      result: undefined;
      refusal: 'person-unknown' | 'driver-name-unknown' | 'driver-name-twice' | 'already-a-driver' | 'licence-expired';
    };
    /** 登记定位终端 · Register a terminal */
    'vehicles.register-terminal': {
      input: {
        vehicle: string;
        number: string;
        datum?: 'wgs-84' | 'gcj-02' | 'bd-09' | undefined;
        maker?: string | undefined;
        model?: string | undefined;
      };
      result: undefined;
      refusal: 'vehicle-retired' | 'vehicle-has-terminal' | 'terminal-number-taken';
    };
    /** 登记车辆 · Register a vehicle */
    'vehicles.register-vehicle': {
      input: {
        make: string;
        model: string;
        modelYear?: number | null | undefined;
        category: 'confidential-courier' | 'emergency-support' | 'law-enforcement' | 'special-technical' | 'other';
        body: 'sedan' | 'small-passenger' | 'medium-passenger' | 'large-passenger' | 'goods';
        power: 'petrol' | 'diesel' | 'hybrid' | 'plug-in-hybrid' | 'battery-electric' | 'fuel-cell';
        condition?: 'ordinary' | 'work-need' | 'special-case' | undefined;
        seats?: number | null | undefined;
        displacementL?: number | null | undefined;
        priceFen?: number | null | undefined;
        tankLitres?: number | null | undefined;
        batteryKwh?: number | null | undefined;
        inServiceDay?: string | null | undefined;
        usedBy?: string | undefined;
        unit: string;
        serves?: string | undefined;
        plate: string;
        odometerKm?: number | undefined;
        purchase?: string | undefined;
      };
      result: undefined;
      refusal: 'plate-taken' | 'purchase-not-approved' | 'over-standard';
    };
    /** 撤销围栏 · Remove a fence */
    'vehicles.remove-fence': { input: { fence: string; why: string }; result: undefined; refusal: 'fence-removed' };
    /** 停用地点 · Remove a place */
    'vehicles.remove-place': { input: { place: string }; result: undefined; refusal: 'place-removed' };
    /** 允许终端重新接入 · Let a terminal in again */
    'vehicles.reopen-terminal': {
      input: { terminal: string; why: string };
      result: undefined;
      refusal: 'terminal-withdrawn';
    };
    /** 更换里程表 · Replace the odometer */
    'vehicles.replace-odometer': {
      input: { vehicle: string; readKm: number; newKm: number; why: string; at?: string | undefined };
      result: undefined;
      refusal: 'time-not-yet' | 'odometer-goes-back' | 'odometer-beyond-next';
    };
    /** 申请用车 · Ask for a vehicle */
    'vehicles.request-trip': {
      input: {
        purpose: string;
        use: 'general-affairs' | 'confidential-courier' | 'emergency' | 'law-enforcement' | 'reception';
        from: string;
        to: string;
        startsAt: string;
        endsAt: string;
        people: number;
        distanceKm: number;
        crossCity: boolean;
        note?: string | undefined;
        for?: string | undefined;
      };
      result: { trip: string; number: string; for?: string };
      refusal: 'trip-ends-before-it-begins' | 'trip-already-over' | 'bad-attributes' | 'no-holder' | 'not-a-colleague';
    };
    /** 处置车辆 · Retire a vehicle */
    'vehicles.retire-vehicle': {
      input: {
        vehicle: string;
        version: number;
        disposal: 'auction' | 'maker-recycling' | 'scrapping' | 'transfer';
        day: string;
        paper?: string | undefined;
        why?: string | undefined;
      };
      result: undefined;
      refusal: 'stale-version' | 'vehicle-not-in-use' | 'vehicle-is-out' | 'younger-than-renewal';
    };
    /** 返回 · Return */
    'vehicles.return-trip': {
      input: {
        trip: string;
        odometerKm: number;
        at?: string | undefined;
        why?: string | undefined;
        files?: readonly string[] | undefined;
      };
      result: undefined;
      refusal:
        | 'not-now'
        | 'time-not-yet'
        | 'returned-before-departure'
        | 'odometer-goes-back'
        | 'odometer-beyond-next'
        | 'farther-than-possible'
        | 'far-from-plan';
    };
    /** 修改后再次申请 · Revise and ask again */
    'vehicles.revise-trip': {
      input: {
        purpose: string;
        use: 'general-affairs' | 'confidential-courier' | 'emergency' | 'law-enforcement' | 'reception';
        from: string;
        to: string;
        startsAt: string;
        endsAt: string;
        people: number;
        distanceKm: number;
        crossCity: boolean;
        note?: string | undefined;
        trip: string;
        version: number;
      };
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
        | 'no-holder'
        | 'stale-version'
        | 'trip-ends-before-it-begins'
        | 'trip-already-over';
    };
    /** 登记封存 · Seal for a holiday */
    'vehicles.seal-vehicle': {
      input: {
        vehicle: string;
        holiday: string;
        fromDay: string;
        toDay: string;
        keysWith: string;
        place?: string | undefined;
      };
      result: undefined;
      refusal: 'hire-ends-before-it-begins' | 'seal-exists';
    };
    /** 退回 · Send back */
    'vehicles.send-trip-back': {
      input: { trip: string; opinion: string; step?: string | undefined };
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
    /** 设定停放地 · Set where it is kept */
    'vehicles.set-home': {
      input: { vehicle: string; place?: string | null | undefined; fence?: string | null | undefined };
      result: undefined;
      refusal: 'not-a-yard';
    };
    /** 核定编制 · Set the slots */
    'vehicles.set-slots': {
      input: {
        unit: string;
        category: 'confidential-courier' | 'emergency-support' | 'law-enforcement' | 'special-technical' | 'other';
        slots: number;
        paper: string;
      };
      result: undefined;
      refusal: never;
    };
    /** 结算 · Settle */
    'vehicles.settle-hire': {
      input: {
        hire: string;
        plate: string;
        km: number;
        amountFen: number;
        invoice: string;
        day: string;
        files?: readonly string[] | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'cost-ahead';
    };
    /** 结算 · Settle */
    'vehicles.settle-trip': {
      input: { trip: string; fuelFen: number; tollFen: number; parkingFen: number };
      result: undefined;
      refusal: 'not-now';
    };
    /** 撤销 · Strike */
    'vehicles.strike-cost': { input: { cost: string; why: string }; result: undefined; refusal: 'cost-struck' };
    /** 撤销驾驶员登记 · Strike a driver */
    'vehicles.strike-driver': {
      input: { driver: string; why: string };
      result: undefined;
      refusal: 'driver-is-booked';
    };
    /** 撤销排班 · Strike the duty */
    'vehicles.strike-duty': { input: { duty: string }; result: undefined; refusal: never };
    /** 撤销 · Strike */
    'vehicles.strike-fuel': { input: { filling: string; why: string }; result: undefined; refusal: never };
    /** 撤销补登 · Strike what was booked */
    'vehicles.strike-hire': { input: { hire: string; why: string }; result: undefined; refusal: 'went-its-way-here' };
    /** 撤销年检登记 · Strike an inspection */
    'vehicles.strike-inspection': {
      input: { inspection: string; why: string };
      result: undefined;
      refusal: 'inspection-struck';
    };
    /** 撤销补登 · Strike what was booked */
    'vehicles.strike-repair': {
      input: { repair: string; why: string };
      result: undefined;
      refusal: 'went-its-way-here';
    };
    /** 撤销保养设定 · Strike a service */
    'vehicles.strike-service': { input: { service: string; why: string }; result: undefined; refusal: never };
    /** 撤销补录 · Strike what was booked */
    'vehicles.strike-trip': { input: { trip: string; why: string }; result: undefined; refusal: 'went-its-way-here' };
    /** 注销误登 · Strike a registration */
    'vehicles.strike-vehicle': {
      input: { vehicle: string; why: string };
      result: undefined;
      refusal: 'vehicle-not-in-use' | 'vehicle-has-history';
    };
    /** 调拨 · Transfer */
    'vehicles.transfer-vehicle': {
      input: { vehicle: string; version: number; to: string; serves?: string | undefined; paper: string };
      result: undefined;
      refusal: 'stale-version' | 'vehicle-not-in-use' | 'vehicle-is-out' | 'no-slot-left';
    };
    /** 催办 · Urge */
    'vehicles.urge-trip': {
      input: { trip: string };
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
    /** 停用定位终端 · Withdraw a terminal */
    'vehicles.withdraw-terminal': {
      input: { terminal: string; why: string };
      result: undefined;
      refusal: 'terminal-withdrawn';
    };
    /** 撤回 · Withdraw */
    'vehicles.withdraw-trip': {
      input: { trip: string; why?: string | undefined };
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
  }
}
