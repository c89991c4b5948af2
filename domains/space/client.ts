// Made from the contract (GET /api/openapi.json) by scripts/reference.ts; `npm run check` fails when it is stale.
/** Doors of this room, as pages call them by name. */

export {};

declare module '@opengoa/web-kit/doors' {
  interface Reads {
    /** 统筹配置方案 · An allocation */
    'space.allocation': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        title: string;
        state: 'searching' | 'stopping' | 'found' | 'applied' | 'dropped';
        surplusCap: number;
        seconds: number;
        turns: number;
        askedAt: string;
        madeName: string;
        paper: string;
        from: string | null;
        why: string;
        version: number;
        found: {
          cost: number;
          bound: number | null;
          gap: number | null;
          cutShort: boolean;
          byFloors: boolean;
          seconds: number;
          compactness: number | null;
          lacks: readonly { unit: string; obstacle: string; words: { zh: string; en: string } }[];
        } | null;
        today: {
          usedM2: number;
          lacking: number;
          floors: number;
          moves: number;
          apart: number;
          emptyFloors: number;
          sum: number;
        };
        plan: {
          usedM2: number;
          lacking: number;
          floors: number;
          moves: number;
          apart: number;
          emptyFloors: number;
          sum: number;
        } | null;
        units: readonly {
          id: string;
          name: string;
          needM2: number;
          source: 'hand' | 'quota' | 'posts' | 'default';
          people: number;
          zone: 'open' | 'restricted' | 'secret';
          near: readonly string[];
          today: {
            givenM2: number;
            shortM2: number;
            overM2: number;
            rooms: number;
            floors: number;
            newRooms: number;
            leftRooms: number;
            movers: number;
          };
          plan: {
            givenM2: number;
            shortM2: number;
            overM2: number;
            rooms: number;
            floors: number;
            newRooms: number;
            leftRooms: number;
            movers: number;
          } | null;
        }[];
        floors: readonly {
          id: string;
          building: string;
          name: string;
          rooms: readonly {
            id: string;
            number: string;
            areaM2: number;
            zone: string;
            today: string | null;
            plan: string | null;
            fixed: boolean;
            byHand: boolean;
          }[];
        }[];
        broken: readonly { rule: string; unit: string; room: string | null; words: { zh: string; en: string } }[];
        emptied: readonly string[];
        apart: readonly { unit: string; other: string }[];
        reseat: readonly {
          person: string;
          name: string;
          unitName: string;
          room: string;
          to: string | null;
          toRoom: string | null;
        }[];
        may: readonly string[];
      };
    };
    /** 房屋 · A building */
    'space.building': {
      query: { id: string };
      answer: {
        name: string;
        site: string | null;
        address: string;
        form: 'multi-storey' | 'high-rise';
        structure: 'steel' | 'reinforced-concrete' | 'brick-concrete' | 'brick-timber' | 'simple' | 'other';
        builtYear: number | null;
        grossAreaM2: number | null;
        valueFen: number | null;
        longitude: number | null;
        latitude: number | null;
        energyBuilding: string | null;
        note: string;
        id: string;
        unit: string;
        unitName: string;
        siteName: string | null;
        state: 'in-use' | 'under-repair' | 'disposed';
        version: number;
        rooms: number;
        usableM2: number;
        vacant: number;
        vacantM2: number;
        people: number;
        floors: readonly {
          id: string;
          number: number;
          name: string;
          rooms: number;
          areaM2: number;
          vacant: number;
          people: number;
        }[];
        groups: readonly {
          group: 'office' | 'service' | 'equipment' | 'ancillary' | 'technical';
          rooms: number;
          areaM2: number;
        }[];
        units: readonly { unit: string; name: string; rooms: number; areaM2: number }[];
        may: readonly string[];
      };
    };
    /** 用房成本 · Cost of space */
    'space.cost': {
      query: {
        year?: string | undefined;
        building?: string | undefined;
        unit?: string | undefined;
        bearer?: 'unit' | 'vacant' | 'house' | undefined;
      };
      answer: {
        year: number;
        from: string;
        to: string;
        months: number;
        days: number;
        totalFen: number | null;
        vacantM2: number;
        vacantFen: number | null;
        houseM2: number;
        houseFen: number | null;
        areaM2: number;
        seats: number;
        perM2Fen: number | null;
        perSeatFen: number | null;
        parts: Record<'depreciation' | 'rent' | 'energy' | 'property' | 'repair' | 'other', number | null>;
        buildings: readonly {
          id: string;
          name: string;
          unitName: string;
          areaM2: number;
          seats: number;
          totalFen: number | null;
          perM2Fen: number | null;
          perSeatFen: number | null;
          parts: Record<'depreciation' | 'rent' | 'energy' | 'property' | 'repair' | 'other', number | null>;
          vacantM2: number;
          vacantFen: number | null;
          houseM2: number;
          houseFen: number | null;
          valueFen: number | null;
          lacks: 'value' | 'structure' | null;
          years: number | null;
          energyBuilding: string | null;
          unpricedMonths: number;
        }[];
        units: readonly {
          unit: string;
          name: string;
          areaM2: number;
          seats: number;
          totalFen: number | null;
          perM2Fen: number | null;
          perSeatFen: number | null;
        }[];
        rows:
          | readonly {
              room: string;
              building: string;
              name: string;
              unit: string;
              unitName: string;
              bearer: 'unit' | 'vacant' | 'house';
              from: string;
              to: string;
              days: number;
              areaM2: number;
              seatDays: number;
              costFen: number | null;
            }[]
          | null;
      };
    };
    /** 巡检问题 · A defect */
    'space.defect': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        building: string | null;
        room: string | null;
        place: string;
        kind: 'damage' | 'fire' | 'electric' | 'use' | 'cleaning' | 'other';
        what: string;
        state: 'open' | 'assigned' | 'rectified' | 'closed';
        assigned: string | null;
        due: string | null;
        said: string;
        version: number;
        may: readonly string[];
      };
    };
    /** 楼层平面图 · A floor as it is drawn */
    'space.floor-plan': {
      query: { id: string; plan?: string | undefined };
      answer: {
        id: string;
        unit: string;
        building: string;
        buildingName: string;
        number: number;
        name: string;
        rooms: readonly {
          id: string;
          number: string;
          name: string;
          use: string;
          state: string;
          unit: string;
          unitName: string;
          areaM2: number;
          drawnM2: number | null;
          people: number;
          overM2: number | null;
          kwhPerM2Month: number | null;
          monthsRead: number;
          costFenPerM2: number | null;
        }[];
        plan: {
          id: string;
          number: number;
          source: 'dxf' | 'geojson';
          fileName: string;
          file: string | null;
          takenName: string;
          takenAt: string;
          shapes: readonly {
            id: string;
            room: string | null;
            layer: string;
            label: string;
            outline: readonly (readonly (readonly [number, number] | readonly [number, number, number])[])[];
            areaM2: number;
            differenceM2: number | null;
            toleranceM2: number | null;
          }[];
        } | null;
        plans: readonly { id: string; number: number; fileName: string; takenName: string; takenAt: string }[];
        meters: readonly {
          id: string;
          meter: string;
          name: string | null;
          carrier: string | null;
          room: string | null;
          from: string;
        }[];
        tolerance: { root: number; share: number };
        may: readonly string[];
      };
    };
    /** 周转住房 · A home */
    'space.home': {
      query: { id: string };
      answer: {
        name: string;
        address: string;
        areaM2: number;
        rooms: number;
        rentFen: number;
        note: string;
        id: string;
        unit: string;
        unitName: string;
        building: string | null;
        buildingName: string | null;
        room: string | null;
        roomNumber: string | null;
        state: 'vacant' | 'let' | 'under-repair' | 'withdrawn';
        version: number;
        may: readonly string[];
      };
    };
    /** 住房申请 · An application for a home */
    'space.home-application': {
      query: { id: string };
      answer: {
        reason: 'exchange' | 'newly-posted' | 'other';
        note: string;
        from: string;
        to: string;
        id: string;
        unit: string;
        unitName: string;
        asker: string;
        askerName: string;
        post: string;
        state: 'asked' | 'approved' | 'assigned' | 'housed' | 'refused' | 'withdrawn';
        askedAt: string;
        decidedName: string | null;
        said: string;
        home: string | null;
        homeName: string | null;
        homeRentFen: number | null;
        stay: string | null;
        waiting: readonly string[];
        version: number;
        may: readonly string[];
      };
    };
    /** 应缴住房租金 · Rents of homes that are due */
    'space.home-rents-due': {
      query: { [name: string]: never };
      answer: {
        rows: readonly {
          id: string;
          homeName: string;
          personName: string;
          unitName: string;
          dueFen: number;
          paidFen: number;
          overdueFen: number;
          overdueSince: string | null;
        }[];
        overdueFen: number;
      };
    };
    /** 周转住房概况 · Homes in figures */
    'space.housing': {
      query: { [name: string]: never };
      answer: { homes: number; let: number; vacant: number; asked: number; approved: number };
    };
    /** 租借 · A lease */
    'space.lease': {
      query: { id: string };
      answer: {
        kind: 'rented-out' | 'lent-out' | 'rented-in';
        party: string;
        purpose: string;
        premises: string;
        building: string | null;
        from: string;
        to: string;
        every: 'month' | 'quarter' | 'half-year' | 'year' | 'once';
        rentFen: number;
        paper: string;
        id: string;
        unit: string;
        unitName: string;
        state: 'proposed' | 'in-force' | 'refused' | 'ended';
        areaM2: number;
        askedName: string;
        decidedName: string | null;
        said: string;
        endedOn: string | null;
        version: number;
        rooms: readonly { id: string; name: string; areaM2: number }[];
        instalments: readonly {
          from: string;
          to: string;
          dueBy: string;
          amountFen: number;
          paidFen: number;
          lateDays: number;
        }[];
        dueFen: number;
        paidFen: number;
        overdueFen: number;
        overdueSince: string | null;
        vacantM2: number | null;
        may: readonly string[];
      };
    };
    /** 使用凭证 · A licence of use */
    'space.licence': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        number: string;
        request: string | null;
        requestNumber: string | null;
        from: string;
        until: string | null;
        paper: string;
        terms: string;
        issuedName: string;
        issuedAt: string;
        issuer: string;
        state: 'in-force' | 'vacating' | 'returned';
        version: number;
        rooms: readonly {
          room: string;
          number: string;
          building: string;
          floor: number | null;
          use: string;
          areaM2: number;
          from: string;
          vacateBy: string | null;
          vacateWhy: string | null;
          backDay: string | null;
        }[];
        areaM2: number;
        vacateBy: string | null;
        may: readonly string[];
      };
    };
    /** 维修项目 · Works */
    'space.renovation': {
      query: { id: string };
      answer: {
        building: string;
        name: string;
        kind: 'upkeep' | 'major' | 'fitting';
        what: string;
        budgetFen: number;
        source: string;
        paper: string;
        from: string;
        to: string;
        id: string;
        unit: string;
        unitName: string;
        buildingName: string;
        state: 'proposed' | 'approved' | 'refused' | 'under-way' | 'accepted' | 'cancelled';
        contractor: string;
        contractFen: number | null;
        begunOn: string | null;
        acceptedOn: string | null;
        said: string;
        askedName: string;
        decidedName: string | null;
        version: number;
        spentFen: number;
        leftFen: number;
        rooms: readonly { id: string; name: string; areaM2: number }[];
        may: readonly string[];
      };
    };
    /** 逾期租金 · Rents overdue */
    'space.rents-due': {
      query: { [name: string]: never };
      answer: {
        rows: readonly {
          id: string;
          unit: string;
          unitName: string;
          kind: 'rented-out' | 'lent-out' | 'rented-in';
          party: string;
          rooms: string;
          dueFen: number;
          paidFen: number;
          overdueFen: number;
          overdueSince: string | null;
        }[];
        overdueFen: number;
      };
    };
    /** 办公用房统计报告 · A report of premises */
    'space.report': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        year: number;
        asOf: string;
        dueDay: string;
        late: boolean;
        state: 'draft' | 'submitted' | 'returned' | 'accepted';
        own: boolean;
        version: number;
        drawnAt: string;
        head: string | null;
        statistician: string | null;
        signers: { head: string; statistician: string };
        submittedName: string | null;
        submittedAt: string | null;
        sha256: string | null;
        decidedName: string | null;
        decidedAt: string | null;
        opinion: string | null;
        forms: {
          units: readonly {
            unit: string;
            name: string;
            approvedPeople: number;
            actualPeople: number;
            rooms: number;
            officeM2: number;
            serviceM2: number;
            equipmentM2: number;
            basicM2: number;
            ancillaryM2: number;
            technicalM2: number;
            borrowedM2: number;
            quotaM2: number | null;
            overM2: number | null;
            overRooms: number;
          }[];
          buildings: readonly {
            building: string;
            name: string;
            keeperName: string;
            address: string;
            form: string;
            builtYear: number | null;
            grossM2: number | null;
            rooms: number;
            usableM2: number;
            officeM2: number;
            serviceM2: number;
            equipmentM2: number;
            basicM2: number;
            ancillaryM2: number;
            technicalM2: number;
            vacantRooms: number;
            vacantM2: number;
            rentedOutM2: number;
            lentM2: number;
            repairM2: number;
          }[];
          changes: readonly {
            room: string;
            day: string;
            building: string;
            number: string;
            areaM2: number;
            fromName: string | null;
            toName: string;
            kind: string;
            paper: string;
          }[];
          total: {
            units: number;
            buildings: number;
            approvedPeople: number;
            actualPeople: number;
            rooms: number;
            grossM2: number;
            usableM2: number;
            officeM2: number;
            serviceM2: number;
            equipmentM2: number;
            basicM2: number;
            ancillaryM2: number;
            technicalM2: number;
            borrowedM2: number;
            quotaM2: number;
            overM2: number;
            overRooms: number;
            vacantRooms: number;
            vacantM2: number;
            rentedOutM2: number;
            lentM2: number;
            repairM2: number;
          };
        };
        differences: readonly {
          form: 'total' | 'units' | 'buildings';
          line: string;
          field:
            | 'approvedPeople'
            | 'actualPeople'
            | 'rooms'
            | 'officeM2'
            | 'serviceM2'
            | 'equipmentM2'
            | 'basicM2'
            | 'ancillaryM2'
            | 'technicalM2'
            | 'borrowedM2'
            | 'quotaM2'
            | 'overM2'
            | 'overRooms'
            | 'grossM2'
            | 'usableM2'
            | 'vacantRooms'
            | 'vacantM2'
            | 'rentedOutM2'
            | 'lentM2'
            | 'repairM2'
            | 'units'
            | 'buildings';
          was: number | null;
          is: number | null;
        }[];
        may: readonly string[];
      };
    };
    /** 用房申请 · A request for premises */
    'space.request': {
      query: { id: string };
      answer: {
        purpose: string;
        people: number;
        needM2: number;
        group: 'office' | 'service' | 'equipment' | 'ancillary' | 'technical';
        zone: 'open' | 'restricted' | 'secret';
        wantedBy: string | null;
        building: string | null;
        note: string;
        id: string;
        unit: string;
        unitName: string;
        asker: string;
        askerName: string;
        number: string;
        state: 'requested' | 'sent-back' | 'refused' | 'withdrawn' | 'deciding' | 'allotted' | 'handed-on';
        buildingName: string | null;
        basis: {
          day: string;
          approvedPeople: number | null;
          actualPeople: number | null;
          rooms: number;
          haveM2: { office: number; service: number; equipment: number };
          basicM2: number;
          quotaM2: { office: number; service: number; equipment: number } | null;
          quotaBasicM2: number | null;
          quotaFrom: string | null;
          quotaPaper: string | null;
          surplusM2: number | null;
        };
        way: 'adjust' | 'exchange' | 'rent' | 'build' | null;
        said: string;
        requestedAt: string;
        version: number;
        ruledOut: readonly {
          way: 'adjust' | 'exchange' | 'rent' | 'build';
          reason: string;
          lot: string;
          unfit: string;
          saidName: string;
          saidAt: string;
        }[];
        order: readonly ('adjust' | 'exchange' | 'rent' | 'build')[];
        next: 'adjust' | 'exchange' | 'rent' | 'build' | null;
        orderPaper: string;
        fitting: readonly { id: string; name: string; areaM2: number }[];
        licence: { id: string; number: string } | null;
        acts: readonly string[];
        waiting: readonly { title: { zh: string; en: string }; holders: readonly string[]; due: string | null }[];
        may: readonly string[];
      };
    };
    /** 用房现状 · How a unit stands */
    'space.request-basis': {
      query: { unit: string };
      answer: {
        day: string;
        approvedPeople: number | null;
        actualPeople: number | null;
        rooms: number;
        haveM2: { office: number; service: number; equipment: number };
        basicM2: number;
        quotaM2: { office: number; service: number; equipment: number } | null;
        quotaBasicM2: number | null;
        quotaFrom: string | null;
        quotaPaper: string | null;
        surplusM2: number | null;
        unit: string;
        unitName: string;
      };
    };
    /** 候选房源 · Rooms for a request */
    'space.request-candidates': {
      query: { id: string };
      answer: {
        request: string;
        unit: string;
        needM2: number;
        leftM2: number | null;
        rooms: readonly {
          id: string;
          number: string;
          building: string;
          buildingName: string;
          floor: number | null;
          group: string;
          areaM2: number;
          zone: 'open' | 'restricted' | 'secret';
          fits: boolean;
          reasons: readonly (
            | 'same-building'
            | 'near-own'
            | 'zone-differs'
            | 'use-differs'
            | 'larger-than-need'
            | 'beyond-quota'
          )[];
          distanceKm: number | null;
          proposed: boolean;
        }[];
        proposedM2: number;
      };
    };
    /** 房间 · A room */
    'space.room': {
      query: { id: string; day?: string | undefined };
      answer: {
        number: string;
        name: string;
        use:
          | 'office'
          | 'service-meeting'
          | 'service-reception'
          | 'service-archive'
          | 'service-reading'
          | 'service-mail'
          | 'service-print'
          | 'service-secret'
          | 'service-network'
          | 'service-duty'
          | 'service-clinic'
          | 'service-store'
          | 'service-property'
          | 'service-water'
          | 'service-toilet'
          | 'service-other'
          | 'equipment-power'
          | 'equipment-water'
          | 'equipment-heat'
          | 'equipment-air'
          | 'equipment-lift'
          | 'equipment-telecom'
          | 'equipment-other'
          | 'ancillary-canteen'
          | 'ancillary-garage'
          | 'ancillary-guard'
          | 'ancillary-shelter'
          | 'ancillary-other'
          | 'technical';
        areaM2: number;
        toiletM2: number;
        restM2: number;
        bound: boolean;
        zone: 'open' | 'restricted' | 'secret';
        note: string;
        id: string;
        unit: string;
        unitName: string;
        building: string;
        buildingName: string;
        floor: string;
        floorNumber: number;
        drawnAreaM2: number | null;
        state: 'in-use' | 'vacant' | 'lent' | 'rented-out' | 'under-repair' | 'disposed';
        version: number;
        day: string;
        today: string;
        heldBy: { unit: string; unitName: string };
        tenures: readonly {
          unit: string;
          unitName: string;
          from: string;
          toExclusive: string | null;
          kind: 'allotted' | 'lent' | 'kept';
          paper: string;
        }[];
        assets: readonly { id: string; number: string; name: string; quantity: number; state: string }[];
        meters: readonly { id: string; name: string; carrier: string }[];
        may: readonly string[];
      };
    };
    /** 平面图上的房间 · A room on its plan */
    'space.room-on-plan': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        people: readonly { person: string; name: string; standing: string; since: string }[];
        assets: readonly { id: string; number: string; name: string; quantity: number; state: string }[];
        meters: readonly {
          meter: string;
          name: string;
          carrier: string;
          measure: string;
          month: string | null;
          amount: number | null;
        }[];
      };
    };
    /** 房间人员 · People of a room */
    'space.room-people': {
      query: { room: string; day?: string | undefined };
      answer: {
        room: string;
        unit: string;
        day: string;
        areaM2: number;
        judged: boolean;
        people: readonly {
          seating: string;
          person: string;
          name: string;
          post: string | null;
          rank: string | null;
          standing: 'ordinary' | 'second-office' | 'seconded' | 'retired' | 'left' | 'host';
          paper: string;
          from: string;
          toExclusive: string | null;
          version: number;
          capM2: number | null;
          lacks: 'no-post' | 'rank-unknown' | 'left-open' | 'not-on-that-day' | null;
          standardDay: string | null;
          confidence: string | null;
          marks: readonly (
            | 'concurrent-post'
            | 'shared-room'
            | 'several-rooms'
            | 'no-post-now'
            | 'other-unit'
            | 'merged-unit'
          )[];
        }[];
        capM2: number | null;
        excessM2: number | null;
        toleranceM2: number;
        status: 'empty' | 'within' | 'over' | 'bound' | 'not-vacated' | 'insufficient';
        toilet: { areaM2: number; allowedM2: number | null };
      };
    };
    /** 本单位房间 · Rooms of a unit */
    'space.rooms-held': {
      query: { unit: string };
      answer: {
        unit: string;
        unitName: string;
        day: string;
        rooms: readonly {
          room: string;
          number: string;
          building: string;
          areaM2: number;
          floor: number | null;
          people: number;
          licence: string | null;
          asked: boolean;
        }[];
      };
    };
    /** 物业合同 · A property contract */
    'space.service-contract': {
      query: { id: string };
      answer: {
        number: string;
        supplier: string;
        buildings: readonly { id: string; name: string }[];
        from: string;
        to: string;
        annualFeeFen: number;
        dimensions: readonly ('customer' | 'building' | 'equipment' | 'order' | 'cleaning' | 'greening' | 'meetings')[];
        energyTargets: string;
        note: string;
        id: string;
        unit: string;
        unitName: string;
        state: 'draft' | 'in-force' | 'refused' | 'ended';
        editions: readonly {
          edition: number;
          first: string;
          last: string;
          to: string;
          annualFeeFen: number;
          buildings: readonly { id: string; name: string }[];
          dimensions: readonly (
            | 'customer'
            | 'building'
            | 'equipment'
            | 'order'
            | 'cleaning'
            | 'greening'
            | 'meetings'
          )[];
          energyTargets: string;
          paper: string;
          why: string;
          askedName: string;
          signedName: string | null;
          signedOn: string | null;
          said: string;
          current: boolean;
        }[];
        proposed: {
          from: string;
          paper: string;
          to: string;
          annualFeeFen: number;
          buildings: readonly { id: string; name: string }[];
          dimensions: readonly (
            | 'customer'
            | 'building'
            | 'equipment'
            | 'order'
            | 'cleaning'
            | 'greening'
            | 'meetings'
          )[];
          energyTargets: string;
          why: string;
          askedName: string;
        } | null;
        newest: {
          annualFeeFen: number;
          buildings: readonly { id: string; name: string }[];
          dimensions: readonly (
            | 'customer'
            | 'building'
            | 'equipment'
            | 'order'
            | 'cleaning'
            | 'greening'
            | 'meetings'
          )[];
          energyTargets: string;
        };
        monthlyFeeFen: number;
        fee: {
          from: string;
          to: string;
          amountFen: number | null;
          building: { id: string; name: string } | null;
        } | null;
        askedName: string;
        decidedName: string | null;
        said: string;
        endedOn: string | null;
        version: number;
        notices: readonly {
          standard: string;
          version: string;
          outcome: 'warn' | 'inform';
          explained: { zh: string; en: string };
        }[];
        dimensionsOf: string;
        line: number;
        checks: readonly {
          check: string;
          month: string;
          edition: number;
          marks: readonly {
            dimension: 'customer' | 'building' | 'equipment' | 'order' | 'cleaning' | 'greening' | 'meetings';
            mark: number;
            note: string;
            weight: number;
          }[];
          unmarked: readonly ('customer' | 'building' | 'equipment' | 'order' | 'cleaning' | 'greening' | 'meetings')[];
          result: number | null;
          below: boolean;
          id: string;
          formula: { zh: string; en: string };
          defects: number;
          faults: number;
        }[];
        may: readonly string[];
      };
    };
    /** 入住 · A stay */
    'space.stay': {
      query: { id: string };
      answer: {
        id: string;
        unit: string;
        unitName: string;
        home: string;
        homeName: string;
        application: string;
        person: string;
        personName: string;
        personUnit: string;
        personUnitName: string;
        from: string;
        to: string;
        rentFen: number;
        paper: string;
        renewedOn: string | null;
        outDay: string | null;
        outNote: string;
        state: 'living' | 'moved-out';
        isOver: boolean;
        version: number;
        months: readonly {
          from: string;
          to: string;
          dueBy: string;
          amountFen: number;
          paidFen: number;
          lateDays: number;
        }[];
        dueFen: number;
        paidFen: number;
        overdueFen: number;
        overdueSince: string | null;
        may: readonly string[];
      };
    };
    /** 单位面积核定 · Quota of a unit */
    'space.unit-quota': {
      query: { id: string };
      answer: {
        unit: string;
        unitName: string;
        day: string;
        set: {
          id: string;
          from: string;
          paper: string;
          setName: string;
          setAt: string;
          reckoning: {
            day: string;
            form: 'multi-storey' | 'high-rise';
            garageSpaces: number;
            guards: number;
            posts: readonly {
              post: string;
              unit: string;
              title: string;
              rank: string;
              rankTitle: { zh: string; en: string } | null;
              approved: number;
              actual: number;
              capM2: number | null;
            }[];
            serviceFormula: { zh: string; en: string } | null;
            equipmentShare: number;
            coefficient: number;
            papers: {
              office: {
                standard: string;
                title: { zh: string; en: string };
                document: string;
                number: string | null;
                article: string | null;
                confidence: 'confirmed' | 'single-source' | 'recalled' | 'project-default';
                from: string;
              } | null;
              service: {
                standard: string;
                title: { zh: string; en: string };
                document: string;
                number: string | null;
                article: string | null;
                confidence: 'confirmed' | 'single-source' | 'recalled' | 'project-default';
                from: string;
              } | null;
              equipment: {
                standard: string;
                title: { zh: string; en: string };
                document: string;
                number: string | null;
                article: string | null;
                confidence: 'confirmed' | 'single-source' | 'recalled' | 'project-default';
                from: string;
              };
              coefficient: {
                standard: string;
                title: { zh: string; en: string };
                document: string;
                number: string | null;
                article: string | null;
                confidence: 'confirmed' | 'single-source' | 'recalled' | 'project-default';
                from: string;
              };
              canteen: {
                standard: string;
                title: { zh: string; en: string };
                document: string;
                number: string | null;
                article: string | null;
                confidence: 'confirmed' | 'single-source' | 'recalled' | 'project-default';
                from: string;
              };
            };
            approved: {
              people: number;
              officeM2: number;
              servicePerHeadM2: number;
              serviceM2: number;
              equipmentM2: number;
              basicM2: number;
              basicGrossM2: number;
              canteenGrossM2: number;
              annexGrossM2: number;
              grossM2: number;
            };
            actual: {
              people: number;
              officeM2: number;
              servicePerHeadM2: number;
              serviceM2: number;
              equipmentM2: number;
              basicM2: number;
              basicGrossM2: number;
              canteenGrossM2: number;
              annexGrossM2: number;
              grossM2: number;
            };
          };
        } | null;
        now: {
          day: string;
          form: 'multi-storey' | 'high-rise';
          garageSpaces: number;
          guards: number;
          posts: readonly {
            post: string;
            unit: string;
            title: string;
            rank: string;
            rankTitle: { zh: string; en: string } | null;
            approved: number;
            actual: number;
            capM2: number | null;
          }[];
          serviceFormula: { zh: string; en: string } | null;
          equipmentShare: number;
          coefficient: number;
          papers: {
            office: {
              standard: string;
              title: { zh: string; en: string };
              document: string;
              number: string | null;
              article: string | null;
              confidence: 'confirmed' | 'single-source' | 'recalled' | 'project-default';
              from: string;
            } | null;
            service: {
              standard: string;
              title: { zh: string; en: string };
              document: string;
              number: string | null;
              article: string | null;
              confidence: 'confirmed' | 'single-source' | 'recalled' | 'project-default';
              from: string;
            } | null;
            equipment: {
              standard: string;
              title: { zh: string; en: string };
              document: string;
              number: string | null;
              article: string | null;
              confidence: 'confirmed' | 'single-source' | 'recalled' | 'project-default';
              from: string;
            };
            coefficient: {
              standard: string;
              title: { zh: string; en: string };
              document: string;
              number: string | null;
              article: string | null;
              confidence: 'confirmed' | 'single-source' | 'recalled' | 'project-default';
              from: string;
            };
            canteen: {
              standard: string;
              title: { zh: string; en: string };
              document: string;
              number: string | null;
              article: string | null;
              confidence: 'confirmed' | 'single-source' | 'recalled' | 'project-default';
              from: string;
            };
          };
          approved: {
            people: number;
            officeM2: number;
            servicePerHeadM2: number;
            serviceM2: number;
            equipmentM2: number;
            basicM2: number;
            basicGrossM2: number;
            canteenGrossM2: number;
            annexGrossM2: number;
            grossM2: number;
          };
          actual: {
            people: number;
            officeM2: number;
            servicePerHeadM2: number;
            serviceM2: number;
            equipmentM2: number;
            basicM2: number;
            basicGrossM2: number;
            canteenGrossM2: number;
            annexGrossM2: number;
            grossM2: number;
          };
        } | null;
        groups: readonly {
          group: 'office' | 'service' | 'equipment' | 'basic';
          rooms: number;
          haveM2: number;
          mayApprovedM2: number | null;
          mayActualM2: number | null;
          surplusM2: number | null;
          ratioApproved: number | null;
          ratioActual: number | null;
          outcome: 'within' | 'over' | 'check' | 'unknown';
          paper: {
            standard: string;
            title: { zh: string; en: string };
            document: string;
            number: string | null;
            article: string | null;
            confidence: 'confirmed' | 'single-source' | 'recalled' | 'project-default';
            from: string;
          } | null;
        }[];
        otherM2: { ancillary: number; technical: number };
        history: readonly {
          id: string;
          from: string;
          paper: string;
          basicM2: number;
          approvedPeople: number;
          setName: string;
          struck: string | null;
        }[];
        may: readonly string[];
      };
    };
    /** 标准推演 · What if the standard changed */
    'space.what-if': {
      query: { unit: string; caps?: string | undefined };
      answer: {
        unit: string;
        unitName: string;
        day: string;
        caps: readonly {
          level: 'nation' | 'province' | 'city' | 'county' | 'township';
          rank:
            | 'minister'
            | 'vice-minister'
            | 'bureau-chief'
            | 'bureau-deputy'
            | 'division-chief'
            | 'division-deputy'
            | 'section-chief'
            | 'section-deputy'
            | 'staff';
          nowM2: number;
          draftM2: number;
          people: number;
        }[];
        rooms: number;
        people: number;
        notJudged: number;
        today: { rooms: number; excessM2: number };
        draft: { rooms: number; excessM2: number };
        unsettled: number;
        moveCount: number;
        toleranceM2: number;
        leastShare: number;
        units: readonly { unit: string; name: string; rooms: number; excessM2: number; newRooms: number }[];
        over: readonly {
          room: string;
          name: string;
          unit: string;
          unitName: string;
          areaM2: number;
          mayM2: number;
          excessM2: number;
          excessTodayM2: number;
          bound: boolean;
          outcome: 'vacant' | 'swap' | 'bound' | 'no-other' | 'none-fits';
        }[];
        moves: readonly {
          kind: 'vacant' | 'swap';
          room: string;
          roomName: string;
          to: string;
          toName: string;
          savedM2: number;
        }[];
      };
    };
  }

  interface Lists {
    /** 统筹配置 · Allocations */
    'space.allocations': {
      row: {
        id: string;
        unit_id: string | null;
        title: string;
        state: 'searching' | 'stopping' | 'found' | 'applied' | 'dropped' | null;
        rooms: number | null;
        changing: number | null;
        released_m2: number | null;
        surplus_cap: number | null;
        turns: number | null;
        made_name: string | null;
        made_at: string;
        paper: string | null;
        from_day: string | null;
        applied_name: string | null;
        ended_at: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'state' | 'unit_id' | 'made_at' | 'from_day';
    };
    /** 房屋 · Buildings */
    'space.buildings': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        site: string | null;
        address: string;
        form: 'multi-storey' | 'high-rise';
        structure: 'steel' | 'reinforced-concrete' | 'brick-concrete' | 'brick-timber' | 'simple' | 'other';
        built_year: number | null;
        gross_area_m2: number | null;
        usable_m2: number;
        rooms: number;
        vacant: number;
        vacant_m2: number;
        state: 'in-use' | 'under-repair' | 'disposed';
        site_id: string | null;
        value_fen: number | null;
        energy_building_id: string | null;
        note: string;
        version: number;
        may: readonly string[];
      };
      filter:
        | 'name'
        | 'unit_id'
        | 'site'
        | 'form'
        | 'structure'
        | 'built_year'
        | 'gross_area_m2'
        | 'vacant'
        | 'state'
        | 'site_id';
    };
    /** 巡检问题 · Defects */
    'space.defects': {
      row: {
        id: string;
        unit_id: string | null;
        building: string | null;
        place: string;
        kind: 'damage' | 'fire' | 'electric' | 'use' | 'cleaning' | 'other';
        what: string;
        state: 'open' | 'assigned' | 'rectified' | 'closed';
        assigned_id: string | null;
        due_day: string | null;
        said: string;
        photos: number;
        closed_name: string | null;
        found_at: string;
        patrol_id: string;
        room_id: string | null;
        version: number;
        may: readonly string[];
      };
      filter:
        | 'building'
        | 'kind'
        | 'state'
        | 'assigned_id'
        | 'due_day'
        | 'found_at'
        | 'unit_id'
        | 'patrol_id'
        | 'room_id';
    };
    /** 权属争议 · Disputes */
    'space.disputes': {
      row: {
        id: string;
        unit_id: string | null;
        building: string;
        against: string;
        about: string;
        opened_on: string;
        settled_on: string | null;
        outcome: string;
        state: 'open' | 'settled';
        building_id: string;
        version: number;
        may: readonly string[];
      };
      filter: 'building' | 'opened_on' | 'state' | 'unit_id' | 'building_id';
    };
    /** 用房费用 · Expenses */
    'space.expenses': {
      row: {
        id: string;
        unit_id: string | null;
        building: string;
        kind: 'property' | 'heating' | 'repair' | 'equipment' | 'insurance' | 'other';
        from_day: string;
        to_day: string;
        amount_fen: number;
        payee: string;
        receipt: string;
        note: string;
        entered_name: string;
        struck: string | null;
        building_id: string;
        may: readonly string[];
      };
      filter: 'building' | 'kind' | 'from_day' | 'to_day' | 'payee' | 'receipt' | 'unit_id' | 'building_id';
    };
    /** 楼层平面图 · Floor plans */
    'space.floor-plans': {
      row: {
        id: string;
        unit_id: string | null;
        building: string;
        number: number;
        name: string;
        rooms: number;
        area_m2: number;
        plan: number | null;
        matched: number | null;
        missing: number | null;
        unmatched: number | null;
        differing: number | null;
        source: 'dxf' | 'geojson' | null;
        file_name: string | null;
        taken_name: string | null;
        taken_at: string | null;
        building_id: string;
        may: readonly string[];
      };
      filter: 'building' | 'number' | 'plan' | 'differing' | 'unit_id' | 'building_id';
    };
    /** 楼层 · Floors */
    'space.floors': {
      row: {
        id: string;
        unit_id: string | null;
        building: string;
        number: number;
        name: string;
        building_id: string;
        version: number;
      };
      filter: 'building' | 'number' | 'unit_id' | 'building_id';
    };
    /** 退还房间 · Rooms handed back */
    'space.hand-backs': {
      row: {
        id: string;
        unit_id: string | null;
        state: 'asked' | 'taken' | 'declined' | 'withdrawn';
        rooms: string;
        count: number | null;
        area_m2: number | null;
        people: number | null;
        day: string;
        why: string | null;
        said: string | null;
        asker_name: string | null;
        said_name: string | null;
        asked_at: string;
        person_id: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'unit_id' | 'state' | 'day' | 'asked_at';
    };
    /** 住房申请 · Applications for a home */
    'space.home-applications': {
      row: {
        id: string;
        unit_id: string | null;
        asker_name: string;
        post: string;
        state: 'asked' | 'approved' | 'assigned' | 'housed' | 'refused' | 'withdrawn';
        reason: 'exchange' | 'newly-posted' | 'other';
        from_day: string;
        to_day: string | null;
        home_name: string | null;
        asked_at: string;
        waiting: boolean;
        home_id: string | null;
        person_id: string;
        version: number;
        may: readonly string[];
      };
      filter:
        | 'asker_name'
        | 'unit_id'
        | 'state'
        | 'reason'
        | 'from_day'
        | 'to_day'
        | 'asked_at'
        | 'waiting'
        | 'home_id';
    };
    /** 住房租金 · Rents of homes */
    'space.home-rents': {
      row: {
        id: string;
        unit_id: string | null;
        day: string;
        home_name: string;
        person_name: string;
        amount_fen: number;
        receipt: string;
        note: string;
        entered_name: string;
        struck: string | null;
        stay_id: string;
        person_id: string;
        may: readonly string[];
      };
      filter: 'day' | 'home_name' | 'person_name' | 'receipt' | 'unit_id' | 'stay_id';
    };
    /** 周转住房 · Homes for staff */
    'space.homes': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        state: 'vacant' | 'let' | 'under-repair' | 'withdrawn';
        address: string;
        area_m2: number;
        rooms: number;
        rent_fen: number;
        building: string | null;
        room: string | null;
        note: string;
        building_id: string | null;
        version: number;
        may: readonly string[];
      };
      filter: 'name' | 'state' | 'rooms' | 'unit_id' | 'building_id';
    };
    /** 租借台账 · Leases */
    'space.leases': {
      row: {
        id: string;
        unit_id: string | null;
        party: string;
        kind: 'rented-out' | 'lent-out' | 'rented-in';
        state: 'proposed' | 'in-force' | 'refused' | 'ended';
        rooms: string;
        premises: string;
        area_m2: number;
        from_day: string;
        to_day: string;
        every: 'month' | 'quarter' | 'half-year' | 'year' | 'once';
        rent_fen: number;
        paid_fen: number;
        last_day: string | null;
        paper: string;
        purpose: string;
        decided_name: string | null;
        version: number;
        may: readonly string[];
      };
      filter: 'party' | 'kind' | 'state' | 'from_day' | 'to_day' | 'unit_id';
    };
    /** 使用凭证 · Licences of use */
    'space.licences': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        state: 'in-force' | 'vacating' | 'returned';
        rooms: number;
        area_m2: number;
        from_day: string;
        until_day: string | null;
        vacate_by: string | null;
        paper: string | null;
        issued_name: string | null;
        issued_at: string;
        version: number | null;
        may: readonly string[];
      };
      filter: 'number' | 'unit_id' | 'state' | 'from_day' | 'until_day' | 'vacate_by';
    };
    /** 表计位置 · Where meters stand */
    'space.meter-places': {
      row: {
        id: string;
        unit_id: string | null;
        meter: string | null;
        carrier: 'electricity' | 'gas' | 'water' | 'heat' | null;
        building: string;
        floor: number;
        room: string | null;
        from_day: string;
        to_day: string | null;
        paper: string;
        meter_id: string;
        floor_id: string;
        room_id: string | null;
        version: number;
        may: readonly string[];
      };
      filter:
        | 'carrier'
        | 'building'
        | 'floor'
        | 'from_day'
        | 'to_day'
        | 'unit_id'
        | 'meter_id'
        | 'floor_id'
        | 'room_id';
    };
    /** 人员用房 · Who sits where */
    'space.occupants': {
      row: {
        id: string;
        unit_id: string | null;
        room: string;
        person_id: string | null;
        status: 'empty' | 'within' | 'over' | 'bound' | 'not-vacated' | 'insufficient' | null;
        excess_m2: number | null;
        building: string | null;
        keeper_id: string | null;
        floor: number | null;
        rank: string | null;
        area_m2: number;
        cap_m2: number | null;
        people: number | null;
        room_cap_m2: number | null;
        standing: 'ordinary' | 'second-office' | 'seconded' | 'retired' | 'left' | 'host';
        paper: string;
        lacks: 'no-post' | 'rank-unknown' | 'left-open' | 'not-on-that-day' | null;
        from_day: string;
        standard_day: string | null;
        confidence: string | null;
        use:
          | 'office'
          | 'service-meeting'
          | 'service-reception'
          | 'service-archive'
          | 'service-reading'
          | 'service-mail'
          | 'service-print'
          | 'service-secret'
          | 'service-network'
          | 'service-duty'
          | 'service-clinic'
          | 'service-store'
          | 'service-property'
          | 'service-water'
          | 'service-toilet'
          | 'service-other'
          | 'equipment-power'
          | 'equipment-water'
          | 'equipment-heat'
          | 'equipment-air'
          | 'equipment-lift'
          | 'equipment-telecom'
          | 'equipment-other'
          | 'ancillary-canteen'
          | 'ancillary-garage'
          | 'ancillary-guard'
          | 'ancillary-shelter'
          | 'ancillary-other'
          | 'technical';
        reckoned_on: string | null;
        room_id: string;
        building_id: string;
        version: number;
        may: readonly string[];
      };
      filter:
        | 'room'
        | 'person_id'
        | 'status'
        | 'excess_m2'
        | 'building'
        | 'floor'
        | 'unit_id'
        | 'rank'
        | 'standing'
        | 'lacks'
        | 'from_day'
        | 'use'
        | 'room_id'
        | 'building_id';
    };
    /** 附件 · Papers */
    'space.papers': {
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
    /** 巡检 · Patrols */
    'space.patrols': {
      row: {
        id: string;
        unit_id: string | null;
        building: string | null;
        day: string;
        person_id: string;
        state: 'planned' | 'done' | 'cancelled';
        findings: number;
        open: number;
        note: string;
        building_id: string;
        version: number;
        may: readonly string[];
      };
      filter: 'building' | 'day' | 'person_id' | 'state' | 'unit_id' | 'building_id';
    };
    /** 核定记录 · Quotas set */
    'space.quotas': {
      row: {
        id: string;
        unit_id: string | null;
        from_day: string;
        paper: string | null;
        form: 'multi-storey' | 'high-rise' | null;
        approved_people: number | null;
        actual_people: number | null;
        office_m2: number | null;
        service_m2: number | null;
        equipment_m2: number | null;
        basic_m2: number;
        gross_m2: number | null;
        set_name: string | null;
        set_at: string;
        struck: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'unit_id' | 'from_day' | 'paper';
    };
    /** 维修项目 · Works */
    'space.renovations': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        building: string;
        kind: 'upkeep' | 'major' | 'fitting';
        state: 'proposed' | 'approved' | 'refused' | 'under-way' | 'accepted' | 'cancelled';
        budget_fen: number;
        contract_fen: number | null;
        spent_fen: number;
        left_fen: number;
        from_day: string;
        to_day: string;
        contractor: string;
        rooms: string;
        accepted_on: string | null;
        paper: string;
        building_id: string;
        version: number;
        may: readonly string[];
      };
      filter:
        | 'name'
        | 'building'
        | 'kind'
        | 'state'
        | 'from_day'
        | 'to_day'
        | 'contractor'
        | 'accepted_on'
        | 'unit_id'
        | 'building_id';
    };
    /** 租金收付 · Rents */
    'space.rents': {
      row: {
        id: string;
        unit_id: string | null;
        day: string;
        kind: 'rented-out' | 'lent-out' | 'rented-in';
        party: string;
        amount_fen: number;
        receipt: string;
        note: string;
        entered_name: string;
        struck: string | null;
        building_id: string | null;
        lease_id: string;
        may: readonly string[];
      };
      filter: 'day' | 'kind' | 'party' | 'receipt' | 'unit_id' | 'building_id' | 'lease_id';
    };
    /** 统计报告 · Reports of premises */
    'space.reports': {
      row: {
        id: string;
        unit_id: string | null;
        year: number;
        state: 'draft' | 'submitted' | 'returned' | 'accepted';
        as_of: string;
        due_day: string;
        late: boolean | null;
        units: number | null;
        buildings: number | null;
        gross_m2: number | null;
        basic_m2: number | null;
        over_m2: number | null;
        vacant_m2: number | null;
        submitted_name: string | null;
        submitted_at: string | null;
        decided_name: string | null;
        opinion: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'year' | 'unit_id' | 'state' | 'due_day' | 'late';
    };
    /** 用房申请 · Requests for premises */
    'space.requests': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        state: 'requested' | 'sent-back' | 'refused' | 'withdrawn' | 'deciding' | 'allotted' | 'handed-on';
        purpose: string | null;
        people: number | null;
        need_m2: number;
        use_group: 'office' | 'service' | 'equipment' | 'ancillary' | 'technical' | null;
        zone: 'open' | 'restricted' | 'secret' | null;
        wanted_by: string | null;
        building: string | null;
        way: 'adjust' | 'exchange' | 'rent' | 'build' | null;
        licence: string | null;
        asker_name: string | null;
        requested_at: string;
        person_id: string | null;
        licence_id: string | null;
        version: number | null;
        may: readonly string[];
      };
      filter: 'number' | 'unit_id' | 'state' | 'use_group' | 'wanted_by' | 'way' | 'requested_at';
    };
    /** 权属 · Rights */
    'space.rights': {
      row: {
        id: string;
        unit_id: string | null;
        building: string;
        kind: 'title' | 'land-use' | 'allotment' | 'use' | 'disposal';
        holder: string;
        certificate: string;
        lacks_certificate: boolean;
        from_day: string;
        to_day: string | null;
        state: 'standing' | 'ended';
        disputes: number;
        paper: string;
        note: string;
        building_id: string;
        version: number;
        may: readonly string[];
      };
      filter:
        | 'building'
        | 'kind'
        | 'holder'
        | 'lacks_certificate'
        | 'from_day'
        | 'state'
        | 'disputes'
        | 'unit_id'
        | 'building_id';
    };
    /** 房间 · Rooms */
    'space.rooms': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        keeper_id: string | null;
        building: string | null;
        floor: number | null;
        use:
          | 'office'
          | 'service-meeting'
          | 'service-reception'
          | 'service-archive'
          | 'service-reading'
          | 'service-mail'
          | 'service-print'
          | 'service-secret'
          | 'service-network'
          | 'service-duty'
          | 'service-clinic'
          | 'service-store'
          | 'service-property'
          | 'service-water'
          | 'service-toilet'
          | 'service-other'
          | 'equipment-power'
          | 'equipment-water'
          | 'equipment-heat'
          | 'equipment-air'
          | 'equipment-lift'
          | 'equipment-telecom'
          | 'equipment-other'
          | 'ancillary-canteen'
          | 'ancillary-garage'
          | 'ancillary-guard'
          | 'ancillary-shelter'
          | 'ancillary-other'
          | 'technical';
        state: 'in-use' | 'vacant' | 'lent' | 'rented-out' | 'under-repair' | 'disposed';
        area_m2: number;
        people: number;
        name: string;
        use_group: 'office' | 'service' | 'equipment' | 'ancillary' | 'technical';
        drawn_area_m2: number | null;
        beside_standard: 'empty' | 'within' | 'over' | 'bound' | 'not-vacated' | 'insufficient' | null;
        excess_m2: number | null;
        zone: 'open' | 'restricted' | 'secret';
        bound: boolean;
        toilet_m2: number;
        rest_m2: number;
        note: string;
        building_id: string;
        floor_id: string;
        version: number;
        may: readonly string[];
      };
      filter:
        | 'number'
        | 'building'
        | 'floor'
        | 'unit_id'
        | 'use'
        | 'state'
        | 'area_m2'
        | 'people'
        | 'use_group'
        | 'beside_standard'
        | 'excess_m2'
        | 'zone'
        | 'bound'
        | 'building_id'
        | 'floor_id';
    };
    /** 物业考评 · Property checks */
    'space.service-checks': {
      row: {
        id: string;
        unit_id: string | null;
        month: string;
        supplier: string;
        contract: string;
        result: number | null;
        outcome: 'reckoned' | 'insufficient_data';
        below: boolean;
        marked: number;
        covered: number;
        edition: number;
        current: boolean;
        why: string;
        checked_name: string;
        checked_at: string;
        contract_id: string;
        marks: unknown;
        unmarked: unknown;
        may: readonly string[];
      };
      filter:
        | 'month'
        | 'supplier'
        | 'contract'
        | 'result'
        | 'outcome'
        | 'below'
        | 'current'
        | 'unit_id'
        | 'contract_id';
    };
    /** 物业合同 · Property contracts */
    'space.service-contracts': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        supplier: string;
        state: 'draft' | 'in-force' | 'refused' | 'ended';
        buildings: string;
        from_day: string;
        to_day: string;
        annual_fee_fen: number;
        states_energy: boolean;
        checked_month: string | null;
        last_result: number | null;
        open_rectifications: number;
        amendments: number | null;
        dimensions: unknown;
        version: number;
        may: readonly string[];
      };
      filter: 'number' | 'supplier' | 'state' | 'from_day' | 'to_day' | 'states_energy' | 'unit_id';
    };
    /** 巡检问题和报修 · Defects and faults */
    'space.service-events': {
      row: {
        id: string;
        unit_id: string | null;
        day: string;
        kind: 'defect' | 'fault';
        building: string | null;
        place: string;
        what: string;
        state: 'open' | 'closed';
        contract_id: string;
      };
      filter: 'day' | 'kind' | 'building' | 'state' | 'unit_id' | 'contract_id';
    };
    /** 物业整改 · Property rectifications */
    'space.service-rectifications': {
      row: {
        id: string;
        unit_id: string | null;
        supplier: string;
        contract: string;
        month: string;
        what: string;
        state: 'open' | 'answered' | 'closed' | 'withdrawn';
        due_day: string;
        answer: string;
        answered_on: string | null;
        said: string;
        sent_back: number;
        contract_id: string;
        version: number;
        may: readonly string[];
      };
      filter: 'supplier' | 'contract' | 'month' | 'state' | 'due_day' | 'unit_id' | 'contract_id';
    };
    /** 宗地 · Sites */
    'space.sites': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        address: string;
        area_m2: number | null;
        held: 'allocated' | 'granted' | 'leased' | 'other';
        buildings: number;
        longitude: number | null;
        latitude: number | null;
        note: string;
        version: number;
        may: readonly string[];
      };
      filter: 'name' | 'unit_id' | 'held';
    };
    /** 维修支出 · Spending on works */
    'space.spendings': {
      row: {
        id: string;
        unit_id: string | null;
        day: string;
        renovation: string;
        building: string;
        kind: 'upkeep' | 'major' | 'fitting';
        amount_fen: number;
        receipt: string;
        note: string;
        entered_name: string;
        struck: string | null;
        building_id: string;
        renovation_id: string;
        may: readonly string[];
      };
      filter: 'day' | 'renovation' | 'building' | 'kind' | 'receipt' | 'unit_id' | 'building_id' | 'renovation_id';
    };
    /** 入住登记 · Stays */
    'space.stays': {
      row: {
        id: string;
        unit_id: string | null;
        home_name: string;
        person_name: string;
        person_unit_id: string;
        state: 'living' | 'moved-out';
        from_day: string;
        to_day: string;
        out_day: string | null;
        rent_fen: number;
        paid_fen: number;
        home_id: string;
        person_id: string;
        version: number;
        may: readonly string[];
      };
      filter:
        | 'home_name'
        | 'person_name'
        | 'person_unit_id'
        | 'state'
        | 'from_day'
        | 'to_day'
        | 'out_day'
        | 'unit_id'
        | 'home_id';
    };
    /** 单位面积核定 · Quotas of units */
    'space.unit-areas': {
      row: {
        id: string;
        unit_id: string | null;
        name: string;
        standing: 'within' | 'above' | 'none';
        approved_people: number | null;
        basic_m2: number;
        quota_basic_m2: number | null;
        surplus_m2: number | null;
        office_m2: number;
        quota_office_m2: number | null;
        office_ratio: number | null;
        service_m2: number;
        quota_service_m2: number | null;
        equipment_m2: number;
        quota_equipment_m2: number | null;
        ancillary_m2: number;
        technical_m2: number;
        rooms: number;
        from_day: string | null;
        paper: string | null;
        may: readonly string[];
      };
      filter: 'name' | 'standing' | 'surplus_m2';
    };
    /** 闲置房源 · Vacant rooms */
    'space.vacancies': {
      row: {
        id: string;
        unit_id: string | null;
        building: string;
        floor: number | null;
        number: string;
        use_group: 'office' | 'service' | 'equipment' | 'ancillary' | 'technical' | null;
        area_m2: number;
        zone: 'open' | 'restricted' | 'secret' | null;
        since: string | null;
        building_id: string | null;
        version: number | null;
      };
      filter: 'building' | 'floor' | 'number' | 'use_group' | 'area_m2' | 'zone' | 'since' | 'unit_id' | 'building_id';
    };
    /** 待划转房间 · Rooms of ended units */
    'space.waiting-rooms': {
      row: {
        id: string;
        unit_id: string | null;
        number: string;
        building: string | null;
        ended_on: string | null;
        heir_names: string | null;
        use:
          | 'office'
          | 'service-meeting'
          | 'service-reception'
          | 'service-archive'
          | 'service-reading'
          | 'service-mail'
          | 'service-print'
          | 'service-secret'
          | 'service-network'
          | 'service-duty'
          | 'service-clinic'
          | 'service-store'
          | 'service-property'
          | 'service-water'
          | 'service-toilet'
          | 'service-other'
          | 'equipment-power'
          | 'equipment-water'
          | 'equipment-heat'
          | 'equipment-air'
          | 'equipment-lift'
          | 'equipment-telecom'
          | 'equipment-other'
          | 'ancillary-canteen'
          | 'ancillary-garage'
          | 'ancillary-guard'
          | 'ancillary-shelter'
          | 'ancillary-other'
          | 'technical';
        area_m2: number;
        people: number;
        heirs: number;
        version: number;
        may: readonly string[];
      };
      filter: 'number' | 'building' | 'unit_id' | 'ended_on' | 'use';
    };
  }

  interface Verbs {
    /** 验收 · Accept */
    'space.accept-renovation': {
      input: {
        renovation: string;
        version: number;
        on: string;
        opinion: string;
        files?: readonly string[] | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'works-day-outside' | 'acceptance-paper-needed';
    };
    /** 审核通过 · Accept */
    'space.accept-report': {
      input: { report: string; opinion?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'own-report';
    };
    /** 分配房间 · Allot a room */
    'space.allot-room': {
      input: {
        room: string;
        version: number;
        unit: string;
        from: string;
        kind?: 'allotted' | 'lent' | 'kept' | undefined;
        paper: string;
      };
      result: undefined;
      refusal:
        | 'stale-version'
        | 'room-disposed'
        | 'unit-unknown'
        | 'unit-ended'
        | 'time-not-yet'
        | 'allot-before-last'
        | 'kept-by-keeper'
        | 'allotted-already'
        | 'people-still-sit';
    };
    /** 配置房间并核发凭证 · Allot rooms and issue the licence */
    'space.allot-to-request': {
      input: {
        request: string;
        rooms: readonly string[];
        from: string;
        until?: string | null | undefined;
        paper: string;
        terms?: string | undefined;
      };
      result: {
        licence: string;
        number: string;
        over: readonly { group: string; afterM2: number; mayM2: number; confidence: string }[];
      };
      refusal:
        | 'not-now'
        | 'way-ruled-out'
        | 'ends-before-start'
        | 'room-not-vacant'
        | 'room-given-later'
        | 'allotment-over-quota';
    };
    /** 变更合同 · Amend */
    'space.amend-service-contract': {
      input: {
        contract: string;
        version: number;
        from: string;
        paper: string;
        to: string;
        annualFeeFen: number;
        buildings: readonly string[];
        dimensions: readonly ('customer' | 'building' | 'equipment' | 'order' | 'cleaning' | 'greening' | 'meetings')[];
        energyTargets?: string | undefined;
        why: string;
      };
      result: undefined;
      refusal:
        | 'not-now'
        | 'stale-version'
        | 'amendment-open'
        | 'contract-buildings-needed'
        | 'amendment-day-outside'
        | 'amendment-before-settled'
        | 'amendment-before-edition'
        | 'amendment-changes-nothing';
    };
    /** 登记整改答复 · Enter the answer */
    'space.answer-rectification': {
      input: { rectification: string; version: number; answer: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 实施方案 · Apply the plan */
    'space.apply-allocation': {
      input: { allocation: string; version: number; paper: string; from: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'time-not-yet' | 'nothing-changes' | 'rooms-changed' | 'allot-before-last';
    };
    /** 同意 · Approve */
    'space.approve-home-application': {
      input: { application: string; version: number; opinion?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'home-own-application';
    };
    /** 同意 · Approve */
    'space.approve-lease': {
      input: { lease: string; version: number; opinion?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'asked-by-yourself' | 'rooms-not-vacant';
    };
    /** 同意 · Approve */
    'space.approve-renovation': {
      input: { renovation: string; version: number; opinion?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'works-by-yourself';
    };
    /** 同意 · Approve */
    'space.approve-request': {
      input: { request: string; opinion?: string | undefined };
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
    /** 申请周转住房 · Ask for a home */
    'space.ask-for-home': {
      input: { reason: 'exchange' | 'newly-posted' | 'other'; note?: string | undefined; from: string; to: string };
      result: undefined;
      refusal: 'asker-unknown' | 'home-backwards' | 'home-reason-needed' | 'home-held-already' | 'home-applied-already';
    };
    /** 申请用房 · Ask for premises */
    'space.ask-for-rooms': {
      input: {
        purpose: string;
        people: number;
        needM2: number;
        group?: 'office' | 'service' | 'equipment' | 'ancillary' | 'technical' | undefined;
        zone?: 'open' | 'restricted' | 'secret' | undefined;
        wantedBy?: string | null | undefined;
        building?: string | null | undefined;
        note?: string | undefined;
        unit: string;
      };
      result: { request: string; number: string };
      refusal: 'unit-not-an-institution' | 'asker-unknown' | 'bad-attributes' | 'no-holder';
    };
    /** 退还房间 · Hand rooms back */
    'space.ask-to-hand-back': {
      input: { unit: string; rooms: readonly string[]; day: string; why: string };
      result: undefined;
      refusal: 'unit-not-an-institution' | 'asker-unknown' | 'room-not-held' | 'room-back-asked' | 'people-to-move';
    };
    /** 交办整改 · Assign a defect */
    'space.assign-defect': {
      input: { defect: string; version: number; person: string; due: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'due-day-past';
    };
    /** 安排住房 · Assign a home */
    'space.assign-home': {
      input: { application: string; version: number; home: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'home-taken';
    };
    /** 开工 · Begin */
    'space.begin-renovation': {
      input: { renovation: string; version: number; on: string; contractor: string; contractFen: number };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'time-not-yet' | 'over-budget' | 'works-room-let';
    };
    /** 取消巡检 · Cancel a patrol */
    'space.cancel-patrol': {
      input: { patrol: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 取消项目 · Cancel */
    'space.cancel-renovation': {
      input: { renovation: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 变更房屋 · Change a building */
    'space.change-building': {
      input: {
        name?: string | undefined;
        site?: string | null | undefined;
        address?: string | undefined;
        form?: 'multi-storey' | 'high-rise' | undefined;
        structure?:
          | 'steel'
          | 'reinforced-concrete'
          | 'brick-concrete'
          | 'brick-timber'
          | 'simple'
          | 'other'
          | undefined;
        builtYear?: number | null | undefined;
        grossAreaM2?: number | null | undefined;
        valueFen?: number | null | undefined;
        longitude?: number | null | undefined;
        latitude?: number | null | undefined;
        energyBuilding?: string | null | undefined;
        note?: string | undefined;
        building: string;
        version: number;
        state?: 'in-use' | 'under-repair' | undefined;
      };
      result: undefined;
      refusal: 'stale-version' | 'building-disposed' | 'name-taken';
    };
    /** 修改 · Change */
    'space.change-home': {
      input: {
        home: string;
        version: number;
        name: string;
        address?: string | undefined;
        areaM2: number;
        rooms: number;
        rentFen: number;
        note?: string | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'home-place-needed' | 'home-registered';
    };
    /** 变更房间 · Change a room */
    'space.change-room': {
      input: {
        number?: string | undefined;
        name?: string | undefined;
        use?:
          | 'office'
          | 'service-meeting'
          | 'service-reception'
          | 'service-archive'
          | 'service-reading'
          | 'service-mail'
          | 'service-print'
          | 'service-secret'
          | 'service-network'
          | 'service-duty'
          | 'service-clinic'
          | 'service-store'
          | 'service-property'
          | 'service-water'
          | 'service-toilet'
          | 'service-other'
          | 'equipment-power'
          | 'equipment-water'
          | 'equipment-heat'
          | 'equipment-air'
          | 'equipment-lift'
          | 'equipment-telecom'
          | 'equipment-other'
          | 'ancillary-canteen'
          | 'ancillary-garage'
          | 'ancillary-guard'
          | 'ancillary-shelter'
          | 'ancillary-other'
          | 'technical'
          | undefined;
        areaM2?: number | undefined;
        toiletM2?: number | undefined;
        restM2?: number | undefined;
        bound?: boolean | undefined;
        zone?: 'open' | 'restricted' | 'secret' | undefined;
        note?: string | undefined;
        room: string;
        version: number;
        state?: 'in-use' | 'vacant' | 'under-repair' | undefined;
      };
      result: undefined;
      refusal: 'stale-version' | 'room-disposed' | 'room-number-taken' | 'inside-more-than-room' | 'room-serves-house';
    };
    /** 变更宗地 · Change a site */
    'space.change-site': {
      input: {
        name?: string | undefined;
        address?: string | undefined;
        areaM2?: number | null | undefined;
        held?: 'allocated' | 'granted' | 'leased' | 'other' | undefined;
        longitude?: number | null | undefined;
        latitude?: number | null | undefined;
        note?: string | undefined;
        site: string;
        version: number;
      };
      result: undefined;
      refusal: 'stale-version' | 'name-taken';
    };
    /** 变更使用情形 · Change a standing */
    'space.change-standing': {
      input: {
        seating: string;
        version: number;
        standing: 'ordinary' | 'second-office' | 'seconded' | 'retired' | 'left' | 'host';
        paper?: string | undefined;
      };
      result: undefined;
      refusal: 'stale-version' | 'seating-ended' | 'second-needs-paper';
    };
    /** 登记考评 · Check the service */
    'space.check-service': {
      input: {
        contract: string;
        month: string;
        marks: readonly {
          dimension: 'customer' | 'building' | 'equipment' | 'order' | 'cleaning' | 'greening' | 'meetings';
          mark: number;
          note?: string | undefined;
        }[];
      };
      result: {
        check: string;
        month: string;
        edition: number;
        marks: readonly {
          dimension: 'customer' | 'building' | 'equipment' | 'order' | 'cleaning' | 'greening' | 'meetings';
          mark: number;
          note: string;
          weight: number;
        }[];
        unmarked: readonly ('customer' | 'building' | 'equipment' | 'order' | 'cleaning' | 'greening' | 'meetings')[];
        result: number | null;
        below: boolean;
        formula: { zh: string; en: string };
        rectification: string | null;
      };
      refusal: 'not-now' | 'check-month-outside' | 'checked-already' | 'mark-not-covered' | 'mark-twice';
    };
    /** 转入其他配置方式 · Provide it otherwise */
    'space.choose-way': {
      input: { request: string; way: 'exchange' | 'rent' | 'build'; paper: string; said?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'way-ruled-out' | 'earlier-way-open';
    };
    /** 更正 · Correct */
    'space.correct-service-check': {
      input: {
        check: string;
        marks: readonly {
          dimension: 'customer' | 'building' | 'equipment' | 'order' | 'cleaning' | 'greening' | 'meetings';
          mark: number;
          note?: string | undefined;
        }[];
        why: string;
      };
      result: {
        check: string;
        month: string;
        edition: number;
        marks: readonly {
          dimension: 'customer' | 'building' | 'equipment' | 'order' | 'cleaning' | 'greening' | 'meetings';
          mark: number;
          note: string;
          weight: number;
        }[];
        unmarked: readonly ('customer' | 'building' | 'equipment' | 'order' | 'cleaning' | 'greening' | 'meetings')[];
        result: number | null;
        below: boolean;
        formula: { zh: string; en: string };
        rectification: string | null;
      };
      refusal: 'check-corrected-already' | 'mark-not-covered' | 'mark-twice';
    };
    /** 不接收 · Do not take */
    'space.decline-hand-back': { input: { handBack: string; reason: string }; result: undefined; refusal: 'not-now' };
    /** 不予安排 · Decline */
    'space.decline-home-application': {
      input: { application: string; version: number; opinion: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 不予配置 · Decline */
    'space.decline-request': { input: { request: string; reason: string }; result: undefined; refusal: 'not-now' };
    /** 处置房屋 · Dispose of a building */
    'space.dispose-building': {
      input: { building: string; version: number; day: string; paper: string; why: string };
      result: undefined;
      refusal: 'stale-version' | 'building-disposed' | 'time-not-yet' | 'rooms-still-used';
    };
    /** 放弃方案 · Drop the plan */
    'space.drop-allocation': {
      input: { allocation: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 调整方案 · Change the plan */
    'space.edit-allocation': {
      input: { allocation: string; version: number; room: string; unit: string | null };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'room-not-in-plan' | 'unit-not-in-plan' | 'room-closed-to-unit';
    };
    /** 终止 · End */
    'space.end-lease': {
      input: { lease: string; version: number; on: string; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'lease-end-outside';
    };
    /** 权属终止 · End a right */
    'space.end-right': {
      input: { right: string; version: number; day: string; paper: string };
      result: undefined;
      refusal: 'stale-version' | 'right-ended' | 'time-not-yet' | 'day-before-right';
    };
    /** 腾退座位 · Vacate a seat */
    'space.end-seating': {
      input: { seating: string; version: number; day: string; why?: string | undefined };
      result: undefined;
      refusal: 'stale-version' | 'seating-ended' | 'time-not-yet' | 'day-before-seating';
    };
    /** 终止 · End */
    'space.end-service-contract': {
      input: { contract: string; version: number; on: string; why?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'contract-end-outside' | 'contract-end-why';
    };
    /** 完成巡检 · Finish a patrol */
    'space.finish-patrol': {
      input: { patrol: string; version: number; note?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 随机构变动划转房屋 · Premises follow their unit */
    'space.follow-succession': {
      input: { unit: string; to: string; rooms?: readonly string[] | undefined };
      result: { rooms: number; buildings: number; left: number };
      refusal: 'unit-unknown' | 'no-succession' | 'choose-rooms' | 'nothing-to-follow';
    };
    /** 取消安排 · Undo the assignment */
    'space.free-home': {
      input: { application: string; version: number; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 合并房间 · Merge rooms */
    'space.merge-rooms': {
      input: { room: string; version: number; others: readonly string[]; why: string };
      result: undefined;
      refusal: 'stale-version' | 'room-disposed' | 'rooms-not-beside' | 'people-still-sit';
    };
    /** 办理入住 · Have them move in */
    'space.move-in': {
      input: {
        application: string;
        version: number;
        from: string;
        to: string;
        rentFen: number;
        paper?: string | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'home-backwards' | 'time-not-yet';
    };
    /** 办理退出 · Have them move out */
    'space.move-out': {
      input: { stay: string; version: number; day: string; note: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'move-out-outside';
    };
    /** 调整座位 · Move a person */
    'space.move-person': {
      input: {
        seating: string;
        version: number;
        to: string;
        from: string;
        standing?: 'ordinary' | 'second-office' | 'seconded' | 'retired' | 'left' | 'host' | undefined;
        paper?: string | undefined;
      };
      result: undefined;
      refusal:
        | 'stale-version'
        | 'seating-ended'
        | 'same-room'
        | 'room-disposed'
        | 'time-not-yet'
        | 'day-before-seating'
        | 'second-needs-paper'
        | 'sits-here-already';
    };
    /** 登记权属争议 · Open a dispute */
    'space.open-dispute': {
      input: { building: string; day: string; against: string; about: string };
      result: undefined;
      refusal: 'time-not-yet';
    };
    /** 生成统计报告 · Open a report */
    'space.open-report': {
      input: { unit: string; year: number; asOf?: string | null | undefined };
      result: undefined;
      refusal: 'as-of-outside-year' | 'report-there' | 'nothing-to-report';
    };
    /** 限期腾退 · Order to vacate */
    'space.order-vacating': {
      input: { licence: string; rooms?: readonly string[] | undefined; by?: string | null | undefined; why: string };
      result: undefined;
      refusal: 'room-not-on-licence' | 'vacate-day-past';
    };
    /** 登记表计位置 · Place a meter */
    'space.place-meter': {
      input: {
        meter: string;
        floor: string;
        room?: string | null | undefined;
        from: string;
        paper?: string | undefined;
      };
      result: undefined;
      refusal: 'room-not-on-floor' | 'meter-placed-already';
    };
    /** 安排巡检 · Plan a patrol */
    'space.plan-patrol': {
      input: { building: string; day: string; person: string; note?: string | undefined };
      result: undefined;
      refusal: never;
    };
    /** 登记租借 · Propose a lease */
    'space.propose-lease': {
      input: {
        kind: 'rented-out' | 'lent-out' | 'rented-in';
        party: string;
        purpose: string;
        premises?: string | undefined;
        building?: string | null | undefined;
        from: string;
        to: string;
        every?: 'month' | 'quarter' | 'half-year' | 'year' | 'once' | undefined;
        rentFen?: number | undefined;
        paper: string;
        unit: string;
        rooms?: readonly string[] | undefined;
        areaM2?: number | null | undefined;
      };
      result: undefined;
      refusal:
        | 'lease-backwards'
        | 'lease-premises-needed'
        | 'lease-rooms-needed'
        | 'lent-without-rent'
        | 'rent-needed'
        | 'room-let-already'
        | 'rooms-not-vacant';
    };
    /** 登记维修项目 · Propose works */
    'space.propose-renovation': {
      input: {
        building: string;
        name: string;
        kind: 'upkeep' | 'major' | 'fitting';
        what: string;
        budgetFen: number;
        source: string;
        paper: string;
        from: string;
        to: string;
        rooms?: readonly string[] | undefined;
      };
      result: undefined;
      refusal: 'works-backwards' | 'works-room-elsewhere';
    };
    /** 调增预算 · Raise the budget */
    'space.raise-budget': {
      input: { renovation: string; version: number; budgetFen: number; paper: string; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'works-by-yourself' | 'budget-not-raised';
    };
    /** 登记用房费用 · Record an expense */
    'space.record-expense': {
      input: {
        building: string;
        kind: 'property' | 'heating' | 'repair' | 'equipment' | 'insurance' | 'other';
        from: string;
        to: string;
        amountFen: number;
        payee?: string | undefined;
        receipt: string;
        note?: string | undefined;
      };
      result: undefined;
      refusal: 'expense-backwards' | 'expense-entered';
    };
    /** 登记租金 · Record rent */
    'space.record-home-rent': {
      input: { stay: string; day: string; amountFen: number; receipt: string; note?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'home-without-rent' | 'rent-ahead' | 'receipt-entered';
    };
    /** 登记租金 · Record rent */
    'space.record-rent': {
      input: {
        lease: string;
        day: string;
        amountFen: number;
        receipt: string;
        note?: string | undefined;
        files?: readonly string[] | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'nothing-owed' | 'rent-ahead' | 'receipt-entered';
    };
    /** 登记权属 · Record a right */
    'space.record-right': {
      input: {
        kind: 'title' | 'land-use' | 'allotment' | 'use' | 'disposal';
        holder: string;
        holderUnit?: string | null | undefined;
        certificate?: string | undefined;
        from: string;
        paper?: string | undefined;
        note?: string | undefined;
        building: string;
      };
      result: undefined;
      refusal: 'time-not-yet' | 'right-stands-already';
    };
    /** 登记支出 · Record spending */
    'space.record-spending': {
      input: {
        renovation: string;
        day: string;
        amountFen: number;
        receipt: string;
        note?: string | undefined;
        files?: readonly string[] | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'spending-ahead' | 'works-invoice-entered' | 'over-budget';
    };
    /** 整改完成 · Put right */
    'space.rectify-defect': {
      input: { defect: string; version: number; said: string; photos?: readonly string[] | undefined };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'photo-needed';
    };
    /** 重新取数 · Draw up anew */
    'space.redraw-report': {
      input: { report: string; version: number };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 不同意变更 · Refuse the amendment */
    'space.refuse-contract-amendment': {
      input: { contract: string; version: number; opinion: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'amendment-none' | 'contract-asked-by-yourself';
    };
    /** 不同意 · Refuse */
    'space.refuse-home-application': {
      input: { application: string; version: number; opinion: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'home-own-application';
    };
    /** 不同意 · Refuse */
    'space.refuse-lease': {
      input: { lease: string; version: number; opinion: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'asked-by-yourself';
    };
    /** 不同意 · Refuse */
    'space.refuse-renovation': {
      input: { renovation: string; version: number; opinion: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'works-by-yourself';
    };
    /** 不同意 · Refuse */
    'space.refuse-request': {
      input: { request: string; opinion: string };
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
    /** 不同意 · Refuse */
    'space.refuse-service-contract': {
      input: { contract: string; version: number; opinion: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'contract-asked-by-yourself';
    };
    /** 登记房屋 · Register a building */
    'space.register-building': {
      input: {
        name: string;
        site?: string | null | undefined;
        address?: string | undefined;
        form: 'multi-storey' | 'high-rise';
        structure?:
          | 'steel'
          | 'reinforced-concrete'
          | 'brick-concrete'
          | 'brick-timber'
          | 'simple'
          | 'other'
          | undefined;
        builtYear?: number | null | undefined;
        grossAreaM2?: number | null | undefined;
        valueFen?: number | null | undefined;
        longitude?: number | null | undefined;
        latitude?: number | null | undefined;
        energyBuilding?: string | null | undefined;
        note?: string | undefined;
        unit: string;
      };
      result: undefined;
      refusal: 'name-taken';
    };
    /** 登记楼层 · Register a floor */
    'space.register-floor': {
      input: { building: string; number: number; name?: string | undefined };
      result: undefined;
      refusal: 'building-disposed' | 'floor-registered';
    };
    /** 登记住房 · Register a home */
    'space.register-home': {
      input: {
        unit: string;
        name?: string | undefined;
        address?: string | undefined;
        building?: string | { unit: string; name: string } | null | undefined;
        room?: string | null | undefined;
        areaM2?: number | null | undefined;
        rooms: number;
        rentFen: number;
        note?: string | undefined;
      };
      result: undefined;
      refusal:
        | 'room-not-free'
        | 'home-name-needed'
        | 'home-place-needed'
        | 'home-area-needed'
        | 'home-building-unknown'
        | 'home-registered';
    };
    /** 登记房间 · Register a room */
    'space.register-room': {
      input: {
        number: string;
        name?: string | undefined;
        use?:
          | 'office'
          | 'service-meeting'
          | 'service-reception'
          | 'service-archive'
          | 'service-reading'
          | 'service-mail'
          | 'service-print'
          | 'service-secret'
          | 'service-network'
          | 'service-duty'
          | 'service-clinic'
          | 'service-store'
          | 'service-property'
          | 'service-water'
          | 'service-toilet'
          | 'service-other'
          | 'equipment-power'
          | 'equipment-water'
          | 'equipment-heat'
          | 'equipment-air'
          | 'equipment-lift'
          | 'equipment-telecom'
          | 'equipment-other'
          | 'ancillary-canteen'
          | 'ancillary-garage'
          | 'ancillary-guard'
          | 'ancillary-shelter'
          | 'ancillary-other'
          | 'technical'
          | undefined;
        areaM2: number;
        toiletM2?: number | undefined;
        restM2?: number | undefined;
        bound?: boolean | undefined;
        zone?: 'open' | 'restricted' | 'secret' | undefined;
        note?: string | undefined;
        building: string | { unit: string; name: string };
        floor: number;
        allot?:
          | { unit: string; from: string; kind?: 'allotted' | 'lent' | undefined; paper?: string | undefined }
          | null
          | undefined;
      };
      result: undefined;
      refusal: 'building-disposed' | 'room-number-taken' | 'inside-more-than-room' | 'time-not-yet';
    };
    /** 登记物业合同 · Register a property contract */
    'space.register-service-contract': {
      input: {
        number: string;
        supplier: string;
        buildings: readonly string[];
        from: string;
        to: string;
        annualFeeFen: number;
        dimensions: readonly ('customer' | 'building' | 'equipment' | 'order' | 'cleaning' | 'greening' | 'meetings')[];
        energyTargets?: string | undefined;
        note?: string | undefined;
        unit: string;
      };
      result: {
        contract: string;
        notices: readonly {
          standard: string;
          version: string;
          outcome: 'warn' | 'inform';
          explained: { zh: string; en: string };
        }[];
      };
      refusal: 'contract-backwards' | 'contract-buildings-needed' | 'contract-number-taken';
    };
    /** 登记宗地 · Register a site */
    'space.register-site': {
      input: {
        name: string;
        address?: string | undefined;
        areaM2?: number | null | undefined;
        held: 'allocated' | 'granted' | 'leased' | 'other';
        longitude?: number | null | undefined;
        latitude?: number | null | undefined;
        note?: string | undefined;
        unit: string;
      };
      result: undefined;
      refusal: 'name-taken';
    };
    /** 续期 · Renew */
    'space.renew-stay': {
      input: { stay: string; version: number; to: string; paper: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'stay-end-not-later';
    };
    /** 登记问题 · Report a defect */
    'space.report-defect': {
      input: {
        patrol: string;
        room?: string | null | undefined;
        place?: string | undefined;
        kind: 'damage' | 'fire' | 'electric' | 'use' | 'cleaning' | 'other';
        what: string;
        photos?: readonly string[] | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'room-not-in-building';
    };
    /** 退回 · Return */
    'space.return-report': {
      input: { report: string; opinion: string };
      result: undefined;
      refusal: 'not-now' | 'own-report';
    };
    /** 修改后再次申请 · Revise and ask again */
    'space.revise-request': {
      input: {
        purpose: string;
        people: number;
        needM2: number;
        group?: 'office' | 'service' | 'equipment' | 'ancillary' | 'technical' | undefined;
        zone?: 'open' | 'restricted' | 'secret' | undefined;
        wantedBy?: string | null | undefined;
        building?: string | null | undefined;
        note?: string | undefined;
        request: string;
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
        | 'stale-version';
    };
    /** 说明不能满足 · Rule a way out */
    'space.rule-out-way': {
      input: {
        request: string;
        way: 'adjust' | 'exchange' | 'rent' | 'build';
        reason: string;
        unfit?: string | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'way-ruled-out' | 'earlier-way-open' | 'last-way' | 'rooms-fit';
    };
    /** 再次求解 · Search again */
    'space.search-again': {
      input: { allocation: string; version: number; seconds?: number | undefined; keepByHand?: boolean | undefined };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'still-searching';
    };
    /** 安排座位 · Seat a person */
    'space.seat-person': {
      input: {
        room: string | { keeper: string; building: string; floor: number; number: string };
        person: string | { name: string; unit: string };
        from: string;
        standing?: 'ordinary' | 'second-office' | 'seconded' | 'retired' | 'left' | 'host' | undefined;
        paper?: string | undefined;
        asFound?: boolean | undefined;
      };
      result: undefined;
      refusal:
        | 'room-disposed'
        | 'person-unknown'
        | 'person-ambiguous'
        | 'time-not-yet'
        | 'sits-here-already'
        | 'second-needs-paper'
        | 'sits-elsewhere';
    };
    /** 退回 · Send back */
    'space.send-request-back': {
      input: { request: string; opinion: string };
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
    /** 变更状态 · Set its state */
    'space.set-home-state': {
      input: { home: string; version: number; state: 'vacant' | 'under-repair' | 'withdrawn'; why: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 核定面积 · Set a quota */
    'space.set-quota': {
      input: {
        unit: string;
        from: string;
        paper: string;
        form: 'multi-storey' | 'high-rise';
        garageSpaces?: number | undefined;
        guards?: number | undefined;
      };
      result: undefined;
      refusal: 'not-an-institution' | 'quota-on-that-day' | 'no-approved-posts';
    };
    /** 权属争议解决 · Settle a dispute */
    'space.settle-dispute': {
      input: { dispute: string; version: number; day: string; outcome: string };
      result: undefined;
      refusal: 'stale-version' | 'dispute-settled' | 'time-not-yet' | 'day-before-right';
    };
    /** 同意变更 · Sign the amendment */
    'space.sign-contract-amendment': {
      input: { contract: string; version: number; opinion?: string | undefined };
      result: undefined;
      refusal:
        | 'not-now'
        | 'stale-version'
        | 'amendment-none'
        | 'contract-asked-by-yourself'
        | 'amendment-day-outside'
        | 'amendment-before-settled'
        | 'amendment-before-edition';
    };
    /** 同意签订 · Sign */
    'space.sign-service-contract': {
      input: { contract: string; version: number; opinion?: string | undefined };
      result: {
        notices: readonly {
          standard: string;
          version: string;
          outcome: 'warn' | 'inform';
          explained: { zh: string; en: string };
        }[];
      };
      refusal: 'not-now' | 'stale-version' | 'contract-asked-by-yourself';
    };
    /** 拆分房间 · Split a room */
    'space.split-room': {
      input: {
        room: string;
        version: number;
        parts: readonly {
          number: string;
          areaM2: number;
          use:
            | 'office'
            | 'service-meeting'
            | 'service-reception'
            | 'service-archive'
            | 'service-reading'
            | 'service-mail'
            | 'service-print'
            | 'service-secret'
            | 'service-network'
            | 'service-duty'
            | 'service-clinic'
            | 'service-store'
            | 'service-property'
            | 'service-water'
            | 'service-toilet'
            | 'service-other'
            | 'equipment-power'
            | 'equipment-water'
            | 'equipment-heat'
            | 'equipment-air'
            | 'equipment-lift'
            | 'equipment-telecom'
            | 'equipment-other'
            | 'ancillary-canteen'
            | 'ancillary-garage'
            | 'ancillary-guard'
            | 'ancillary-shelter'
            | 'ancillary-other'
            | 'technical';
        }[];
        why: string;
      };
      result: undefined;
      refusal: 'stale-version' | 'room-disposed' | 'people-still-sit' | 'room-number-taken' | 'parts-not-the-room';
    };
    /** 开始统筹配置 · Start an allocation */
    'space.start-allocation': {
      input: {
        unit: string;
        title: string;
        buildings?: readonly string[] | undefined;
        surplusCap?: number | null | undefined;
        seconds?: number | undefined;
        near?: readonly { unit: string; other: string }[] | undefined;
        zones?: readonly { unit: string; zone: 'open' | 'restricted' | 'secret' }[] | undefined;
        needs?: readonly { unit: string; needM2: number }[] | undefined;
        fixed?: readonly string[] | undefined;
      };
      result: { allocation: string };
      refusal: 'unit-outside' | 'no-rooms-to-allocate' | 'too-many-rooms' | 'no-units-to-allocate';
    };
    /** 停止求解 · Stop searching */
    'space.stop-allocation': { input: { allocation: string }; result: undefined; refusal: 'not-now' };
    /** 冲销 · Strike */
    'space.strike-expense': { input: { expense: string; why: string }; result: undefined; refusal: 'expense-struck' };
    /** 冲销 · Strike */
    'space.strike-home-rent': {
      input: { rent: string; why: string };
      result: undefined;
      refusal: 'rent-struck-already';
    };
    /** 撤销核定 · Strike a quota */
    'space.strike-quota': { input: { quota: string; why: string }; result: undefined; refusal: 'quota-struck' };
    /** 冲销 · Strike */
    'space.strike-rent': { input: { rent: string; why: string }; result: undefined; refusal: 'rent-struck-already' };
    /** 冲销 · Strike */
    'space.strike-spending': {
      input: { spending: string; why: string };
      result: undefined;
      refusal: 'spending-struck';
    };
    /** 签字报送 · Sign and submit */
    'space.submit-report': {
      input: { report: string; version: number; head: string; statistician: string };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 确认交接 · Take over */
    'space.take-hand-back': {
      input: { handBack: string; day: string; note?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'room-not-held' | 'people-to-move' | 'back-before-start';
    };
    /** 导入平面图 · Take a floor plan */
    'space.take-plan': {
      input: {
        floor: string;
        source: 'dxf' | 'geojson';
        fileName: string;
        file?: string | null | undefined;
        shapes: readonly {
          layer?: string | undefined;
          label?: string | undefined;
          outline: readonly (readonly (readonly [number, number] | readonly [number, number, number])[])[];
        }[];
      };
      result: { plan: string; matched: number; unmatched: number; missing: number; differing: number };
      refusal: 'outline-crosses' | 'outline-without-area' | 'plan-doubled' | 'nothing-matched';
    };
    /** 收回房间 · Take rooms back */
    'space.take-rooms-back': {
      input: { licence: string; rooms?: readonly string[] | undefined; day: string; note?: string | undefined };
      result: undefined;
      refusal: 'room-not-on-licence' | 'back-before-start' | 'people-still-in';
    };
    /** 撤销表计位置 · Take a meter from its place */
    'space.unplace-meter': {
      input: { place: string; version: number; to: string };
      result: undefined;
      refusal: 'meter-place-ended' | 'stale-version' | 'place-before-begin';
    };
    /** 复核 · Verify */
    'space.verify-defect': {
      input: { defect: string; version: number; good: boolean; said?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'rectified-by-yourself';
    };
    /** 复核整改 · Verify */
    'space.verify-rectification': {
      input: {
        rectification: string;
        version: number;
        good: boolean;
        said?: string | undefined;
        due?: string | null | undefined;
      };
      result: undefined;
      refusal: 'not-now' | 'stale-version' | 'due-day-past' | 'send-back-why';
    };
    /** 撤回 · Withdraw */
    'space.withdraw-hand-back': { input: { handBack: string }; result: undefined; refusal: 'not-now' };
    /** 撤回 · Withdraw */
    'space.withdraw-home-application': {
      input: { application: string; version: number; why?: string | undefined };
      result: undefined;
      refusal: 'not-now' | 'stale-version';
    };
    /** 撤回 · Withdraw */
    'space.withdraw-request': {
      input: { request: string; why?: string | undefined };
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
