package energy.sem.history.api;

/** Answers as the OpenAPI document shows them: a made-up household, shortened. */
final class Examples {
    static final String PERIOD =
            """
            {"meter":"home","period":"week","offset":-2,"zone":"Europe/Brussels",
             "from":"2026-11-02T00:00:00+01:00","to":"2026-11-09T00:00:00+01:00","step":"P1D",
             "complete":true,"coverage":0.998,"stale":false,
             "firstReadingAt":"2025-10-22T00:00:00+02:00","lastReadingAt":"2026-11-22T11:15:03+01:00",
             "dataUntil":"2026-11-09T00:00:00+01:00",
             "registers":{
              "from":[{"serial":"1SEM0000000001","kind":"electricity","at":"2026-11-02T00:00:00+01:00",
                       "importT1Kwh":1234.567,"importT2Kwh":2345.678,"exportT1Kwh":310.1,"exportT2Kwh":120}],
              "to":[{"serial":"1SEM0000000001","kind":"electricity","at":"2026-11-09T00:00:00+01:00",
                     "importT1Kwh":1274.667,"importT2Kwh":2368.792,"exportT1Kwh":320,"exportT2Kwh":121.12}]},
             "total":{"importKwh":63.214,"importT1Kwh":40.1,"importT2Kwh":23.114,
                      "exportKwh":11.02,"exportT1Kwh":9.9,"exportT2Kwh":1.12,
                      "gasM3":12.345,"waterM3":2.1,"peakKw":4.2,"peakAt":"2026-11-04T18:15:00+01:00",
                      "peakFrom":"2026-11-04T18:15:00+01:00","peakTo":"2026-11-04T18:30:00+01:00",
                      "costs":{"currency":"EUR","total":15.33,"rounded":15.33,
                               "parts":[{"part":"import-t1","quantity":40.1,"unit":"kWh","amount":11.228,"rounded":11.23},
                                        {"part":"capacity","amount":4.102,"rounded":4.1}]}},
             "previous":{"from":"2026-10-26T00:00:00+01:00","to":"2026-11-02T00:00:00+01:00",
                         "registers":{
                          "from":[{"serial":"1SEM0000000001","kind":"electricity","at":"2026-10-26T00:00:00+01:00",
                                   "importT1Kwh":1190.267,"importT2Kwh":2319.567,"exportT1Kwh":298,"exportT2Kwh":118}],
                          "to":[{"serial":"1SEM0000000001","kind":"electricity","at":"2026-11-02T00:00:00+01:00",
                                 "importT1Kwh":1234.567,"importT2Kwh":2345.678,"exportT1Kwh":310.1,"exportT2Kwh":120}]},
                         "total":{"importKwh":70.411,"exportKwh":14.1},"point":"2026-11-02T00:00:00+01:00",
                         "untilSamePoint":{"importKwh":70.411,"exportKwh":14.1},"coverage":1},
             "comparison":{"until":"2026-11-09T00:00:00+01:00","previousUntil":"2026-11-02T00:00:00+01:00",
                           "total":{"importKwh":63.214,"exportKwh":11.02},
                           "previous":{"importKwh":70.411,"exportKwh":14.1},
                           "changePercent":{"importKwh":-10,"exportKwh":-22}},
             "buckets":[{"from":"2026-11-02T00:00:00+01:00","to":"2026-11-03T00:00:00+01:00",
                         "importKwh":9.1,"exportKwh":1.2,"gasM3":1.8,"waterM3":0.3,
                         "peakKw":3.1,"peakAt":"2026-11-02T19:00:00+01:00","peakFrom":"2026-11-02T19:00:00+01:00",
                         "peakTo":"2026-11-02T19:15:00+01:00","coverage":1,"estimated":false}]}""";

    static final String RANGE =
            """
            {"meter":"home","zone":"Europe/Brussels",
             "from":"2026-11-22T10:00:00+01:00","to":"2026-11-22T10:30:00+01:00","step":"PT15M",
             "complete":true,"coverage":1,"stale":false,
             "firstReadingAt":"2025-10-22T00:00:00+02:00","lastReadingAt":"2026-11-22T11:15:03+01:00",
             "dataUntil":"2026-11-22T10:30:00+01:00","registers":{"from":[],"to":[]},
             "total":{"importKwh":0.412,"importT1Kwh":0,"importT2Kwh":0,"importT3Kwh":0.412,
                      "costs":{"currency":"EUR","parts":[],
                               "unpriced":[{"reason":"no-price","part":"import","contract":"fixed26","tariffs":[3],
                                            "quantity":0.412,"unit":"kWh",
                                            "setting":"SEM_CONTRACTS_FIXED26_IMPORT_KWH",
                                            "detail":"Contract fixed26 has no price for energy from the grid in \
            tariff 3: add SEM_CONTRACTS_FIXED26_IMPORT_KWH."}]}},
             "buckets":[
              {"from":"2026-11-22T10:00:00+01:00","to":"2026-11-22T10:15:00+01:00","importKwh":0.2,"peakKw":0.8,
               "peakAt":"2026-11-22T10:00:00+01:00","peakFrom":"2026-11-22T10:00:00+01:00",
               "peakTo":"2026-11-22T10:15:00+01:00","coverage":1,"estimated":false,
               "voltages":[{"phase":1,"minV":229.8,"maxV":234.7}],"maxImportKw":2.1,"maxExportKw":0},
              {"from":"2026-11-22T10:15:00+01:00","to":"2026-11-22T10:30:00+01:00","importKwh":0.212,
               "coverage":1,"estimated":false}]}""";

    static final String LATEST =
            """
            {"meter":"home","at":"2026-11-22T11:15:03+01:00","ageSeconds":1,"stale":false,
             "tariff":1,"importKw":0.642,"exportKw":0,
             "registers":{"serial":"1SEM0000000001","importT1Kwh":1234.567,"importT2Kwh":2345.678,
                          "exportT1Kwh":310.1,"exportT2Kwh":120},
             "phases":[{"phase":1,"voltageV":234.7,"currentA":1.51,"importKw":0.402,"exportKw":0}],
             "quarter":{"demandKw":0.002,"projectedKw":0.641,"limitKw":4.2,"freeKw":3.57,"freeAfterKw":3.558,
                        "startsAt":"2026-11-22T11:15:00+01:00","endsAt":"2026-11-22T11:30:00+01:00"},
             "monthPeak":{"kw":4.2,"at":"2026-11-04T18:30:00+01:00","peakFrom":"2026-11-04T18:15:00+01:00",
                          "peakTo":"2026-11-04T18:30:00+01:00","source":"meter"},
             "devices":[{"kind":"gas","serial":"7SEM0000000002","m3":112.384,"at":"2026-11-22T11:15:00+01:00"}]}""";

    static final String METERS =
            """
            {"zone":"Europe/Brussels","meters":[
             {"name":"home","simulated":false,"firstReadingAt":"2025-10-22T00:00:00+02:00",
              "lastReadingAt":"2026-11-22T11:15:03+01:00","everExported":true,
              "devices":[{"kind":"electricity","serial":"1SEM0000000001","firstAt":"2025-10-22T00:00:00+02:00",
                          "lastAt":"2026-11-22T11:15:03+01:00"},
                         {"kind":"gas","serial":"7SEM0000000001","firstAt":"2025-10-22T00:00:00+02:00",
                          "lastAt":"2026-03-09T08:55:00+01:00"},
                         {"kind":"gas","serial":"7SEM0000000002","firstAt":"2026-03-09T10:20:00+01:00",
                          "lastAt":"2026-11-22T11:15:00+01:00"}],
              "changes":[{"at":"2025-10-22T00:00:00+02:00","what":"appeared","kind":"electricity",
                          "serial":"1SEM0000000001"},
                         {"at":"2026-03-09T10:20:00+01:00","what":"replaced","channel":1,"kind":"gas",
                          "serial":"7SEM0000000002","previousKind":"gas","previousSerial":"7SEM0000000001"}],
              "health":{"state":"receiving"}}],
             "backup":{"backupAt":"2026-11-22T02:15:09+01:00","drillAt":"2026-11-16T02:16:40+01:00"},
             "findings":{"at":"2026-11-22T11:12:40+01:00","stale":false,"faults":[
              {"check":"disk","what":"only 512 MiB are left in /var/lib/sem",
               "advice":"make room, or keep less: docs/operations.md#disk"}]}}""";

    static final String GUARD =
            """
            {"meter":"home","at":"2026-11-22T11:20:00+01:00","ageSeconds":1,"allowedImportW":1950,"projectedW":2133,
             "targetW":2400,"secondsLeft":600,"endsAt":"2026-11-22T11:30:00+01:00","lost":false}""";

    static final String PEAKS =
            """
            {"meter":"home","zone":"Europe/Brussels","months":[
             {"month":"2026-10","running":false,"peakKw":4.6,"peakAt":"2026-10-11T12:15:00+02:00",
              "peakFrom":"2026-10-11T12:00:00+02:00","peakTo":"2026-10-11T12:15:00+02:00","source":"meter",
              "meterKw":4.6,"computedKw":4.596,"computedAt":"2026-10-11T12:00:00+02:00",
              "computedFrom":"2026-10-11T12:00:00+02:00","computedTo":"2026-10-11T12:15:00+02:00","differenceKw":0.004},
             {"month":"2026-11","running":true,"peakKw":4.2,"peakAt":"2026-11-04T18:30:00+01:00",
              "peakFrom":"2026-11-04T18:15:00+01:00","peakTo":"2026-11-04T18:30:00+01:00","source":"meter",
              "meterKw":4.2,"computedKw":4.2,"computedAt":"2026-11-04T18:15:00+01:00",
              "computedFrom":"2026-11-04T18:15:00+01:00","computedTo":"2026-11-04T18:30:00+01:00","differenceKw":0}],
             "billingPeak":{"kw":4.4,"months":2,"minimumKw":2.5,"from":"2026-10","to":"2026-11",
             "costsYear":{"currency":"EUR","total":234.34}}}""";

    static final String BILL =
            """
            {"meter":"home","period":"month","offset":-1,"zone":"Europe/Brussels","from":"2026-10-01T00:00:00+02:00",
             "to":"2026-11-01T00:00:00+01:00","contracts":["dynamic26"],"currency":"EUR","complete":true,"coverage":1,
             "total":67.34,"vat":3.81,"lines":[
              {"utility":"electricity","owner":"supplier","name":"energy","quantity":310.5,"unit":"kWh",
               "rule":"0.105 × spot + 0.9 c/kWh, by quarter","vatPercent":6,"withoutVat":29.61,"vat":1.78,"amount":31.39},
              {"utility":"electricity","owner":"grid","name":"capacity","part":"2026-10","quantity":4.456,"unit":"kW",
               "rule":"54 EUR/kW/year","vatPercent":6,"withoutVat":33.92,"vat":2.03,"amount":35.95,"marks":["provisional"]}]}""";

    static final String BILL_FORECAST =
            """
            {"meter":"home","period":"month","zone":"Europe/Brussels","from":"2026-11-01T00:00:00+01:00",
             "to":"2026-12-01T00:00:00+01:00","until":"2026-11-28T10:15:00+01:00","contracts":["dynamic26"],"currency":"EUR",
             "soFar":61.1,"total":67.34,"low":65.8,"high":70.02,"like":"last-weeks","range":"past-errors","pastErrors":6,
             "words":["Days to come are taken to be like those of the last four weeks: it knows no season."]}""";

    static final String BILL_COMPARISON =
            """
            {"meter":"home","utility":"electricity","zone":"Europe/Brussels","from":"2025-11-01T00:00:00+01:00",
             "to":"2026-11-01T00:00:00+01:00","days":365,"wholeYear":true,"currency":"EUR",
             "words":["These are past prices and past use, not a promise."],"contracts":[
              {"contract":"offer-b","basis":"past-prices","total":801.2,"energy":310.2,"fees":70,"credits":0,"gridAndLevies":421,
               "moreThanHolding":-61.3,"pricedShare":1},
              {"contract":"fixed26","holds":true,"basis":"agreed","total":862.5,"energy":376.5,"fees":65,"credits":0,
               "gridAndLevies":421,"moreThanHolding":0,"pricedShare":1}]}""";

    static final String CONTRACTS =
            """
            {"meter":"home","contracts":[
              {"name":"dynamic26","said":"page","utility":"electricity","from":"2026-01-01",
               "sets":["fluvius-imewo","belgium-electricity"]}]}""";

    static final String CONTRACT_CHECK =
            """
            {"contract":"dynamic26","questions":[
              {"reason":"vat-twice","line":"energy","number":1.113,"written":"6",
               "detail":"Look again: \\"energy\\" of dynamic26 takes 1.113 times the day-ahead price without VAT. Has the number the VAT in it already? Then write vat: 6 included."}],
             "bill":{"meter":"home","period":"month","offset":-1,"zone":"Europe/Brussels","from":"2026-10-01T00:00:00+02:00",
              "to":"2026-11-01T00:00:00+01:00","contract":"dynamic26","contracts":["dynamic26"],"currency":"EUR","complete":true,
              "coverage":1,"total":31.39,"vat":1.78,"lines":[
               {"utility":"electricity","owner":"supplier","name":"energy","quantity":310.5,"unit":"kWh",
                "rule":"0.105 × spot + 0.9 c/kWh, by quarter","vatPercent":6,"withoutVat":29.61,"vat":1.78,"amount":31.39}]}}""";

    static final String TARIFF_SETS =
            """
            {"sets":[{"name":"fluvius-imewo","words":"Fluvius Imewo","utility":"electricity","owner":"grid",
              "source":"a supplier's tariff card of 2026","checked":"2026-11-28","until":"2027-01-01",
              "facts":[{"name":"domiciled","words":["no","yes"]}],
              "open":["Whether it exists in 2027 is not confirmed."]}]}""";

    static final String PRICE =
            """
            {"meter":"home","zone":"Europe/Brussels","contracts":["dynamic26"],"unit":"EUR/kWh",
             "current":{"from":"2026-11-28T10:15:00+01:00","to":"2026-11-28T10:30:00+01:00","importEurKwh":0.2312,"exportEurKwh":0.071},
             "next":{"from":"2026-11-28T10:30:00+01:00","to":"2026-11-28T10:45:00+01:00","importEurKwh":0.2285,"exportEurKwh":0.069},
             "cheapest":[{"from":"2026-11-28T13:15:00+01:00","to":"2026-11-28T13:30:00+01:00","importEurKwh":0.09,"exportEurKwh":-0.01}],
             "stretch":{"hours":2,"kwh":2,"from":"2026-11-28T13:15:00+01:00","to":"2026-11-28T15:15:00+01:00","eur":0.08,"nowEur":0.46,
              "lessThanNowEur":0.38},
             "prices":[{"from":"2026-11-28T10:15:00+01:00","to":"2026-11-28T10:30:00+01:00","importEurKwh":0.2312,"exportEurKwh":0.071}],
             "sources":[{"source":"entso-e","fetchedAt":"2026-11-27T13:05:00+01:00","terms":"for your own use"}]}""";

    static final String PRICES =
            """
            {"area":"BE","zone":"Europe/Brussels","from":"2026-11-28T00:00:00+01:00","to":"2026-11-28T00:30:00+01:00",
             "unit":"EUR/MWh","sources":[{"source":"entso-e","fetchedAt":"2026-11-27T13:05:00+01:00","terms":"for your own use"}],
             "prices":[{"from":"2026-11-28T00:00:00+01:00","to":"2026-11-28T00:15:00+01:00","eurMwh":12.34,"source":"entso-e"},
                       {"from":"2026-11-28T00:15:00+01:00","to":"2026-11-28T00:30:00+01:00","eurMwh":-5,"source":"entso-e"}]}""";

    static final String EVENTS =
            """
            {"meter":"home","zone":"Europe/Brussels",
             "from":"2026-11-01T00:00:00+01:00","to":"2026-12-01T00:00:00+01:00","events":[
              {"at":"2026-11-04T03:12:07+01:00","what":"power-failure","kind":"electricity","serial":"1SEM0000000001",
               "from":"2026-11-04T02:08:35+01:00","seconds":3812},
              {"at":"2026-11-04T03:14:31+01:00","what":"sags","kind":"electricity","serial":"1SEM0000000001","phase":2,
               "value":14,"previousValue":11},
              {"at":"2026-11-09T08:30:12+01:00","what":"breaker","kind":"electricity","serial":"1SEM0000000001",
               "state":"disconnected","previousState":"connected"},
              {"at":"2026-11-09T08:30:12+01:00","what":"text","kind":"electricity","serial":"1SEM0000000001",
               "text":"Call your supplier"},
              {"at":"2026-11-20T10:20:00+01:00","what":"device-replaced","kind":"gas","serial":"7SEM0000000002",
               "channel":1,"previousKind":"gas","previousSerial":"7SEM0000000001"}],
             "states":[
              {"what":"breaker","since":"2026-11-09T08:30:12+01:00","kind":"electricity","serial":"1SEM0000000001",
               "state":"disconnected"},
              {"what":"limiter","since":"2025-10-22T00:00:01+02:00","kind":"electricity","serial":"1SEM0000000001",
               "value":4.6,"unit":"kW"}]}""";

    static final String READING =
            """
            {"at":"2026-11-22T11:15:03+01:00","kind":"electricity","serial":"1SEM0000000001","tariff":1,
             "importKw":0.642,"exportKw":0,"importT1Kwh":1234.567,"importT2Kwh":2345.678,
             "exportT1Kwh":310.1,"exportT2Kwh":120,
             "phases":[{"phase":1,"voltageV":234.7,"currentA":1.51,"importKw":0.402,"exportKw":0}]}""";

    static final String POWER =
            """
            {"meter":"home","zone":"Europe/Brussels","from":"2026-11-22T11:10:00+01:00",
             "to":"2026-11-22T11:14:00+01:00","step":"PT1M",
             "importKw":[0.642,0.638,null,1.204],"exportKw":[0,0,null,0]}""";

    static final String GROUPS =
            """
            {"zone":"Europe/Brussels",
             "groups":[{"name":"street","key":"fixed",
                        "members":[{"meter":"anna","sharePercent":60,"known":true},
                                   {"meter":"bert","sharePercent":40,"known":true},
                                   {"meter":"roof","sharePercent":0,"known":true}]}]}""";

    static final String READERS =
            """
            {"readers":[{"name":"els","all":false,"meters":["attic","home"],"groups":[],
                         "keys":[{"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                                  "notBefore":"2026-11-30T20:00:00Z"}]}]}""";

    static final String GROUP_HISTORY =
            """
            {"group":"street","key":"fixed","period":"day","offset":-1,"zone":"Europe/Brussels",
             "from":"2026-11-21T00:00:00+01:00","to":"2026-11-22T00:00:00+01:00","step":"PT1H",
             "complete":true,"coverage":0.999,
             "total":{"importKwh":18.42,"exportKwh":9.031,"sharedKwh":4.117},
             "members":[{"meter":"anna","importKwh":11.3,"exportKwh":0,"coverage":1},
                        {"meter":"bert","importKwh":7.12,"exportKwh":0,"coverage":0.998},
                        {"meter":"roof","importKwh":0,"exportKwh":9.031,"coverage":1}],
             "buckets":[{"from":"2026-11-21T12:00:00+01:00","to":"2026-11-21T13:00:00+01:00",
                         "importKwh":1.1,"exportKwh":2.4,"sharedKwh":0.9,"coverage":0.995,
                         "estimated":true,"missing":["bert"]}]}""";

    static final String GROUP_SHARING =
            """
            {"group":"street","key":"fixed","period":"month","offset":-1,"zone":"Europe/Brussels",
             "from":"2026-10-01T00:00:00+02:00","to":"2026-11-01T00:00:00+01:00",
             "complete":true,"coverage":0.999,"quarters":2980,"unknownQuarters":2,"estimatedQuarters":3,
             "total":{"importKwh":612.4,"receivedKwh":140.25,"restKwh":472.15,
                      "exportKwh":310.5,"givenKwh":140.25,"surplusKwh":170.25},
             "members":[
              {"meter":"anna","sharePercent":60,"importKwh":380.1,"receivedKwh":90.2,"restKwh":289.9,
               "exportKwh":0,"givenKwh":0,"surplusKwh":0,"unknownQuarters":0,"estimatedQuarters":0,"coverage":1},
              {"meter":"bert","sharePercent":40,"importKwh":232.3,"receivedKwh":50.05,"restKwh":182.25,
               "exportKwh":0,"givenKwh":0,"surplusKwh":0,"unknownQuarters":2,"estimatedQuarters":3,"coverage":0.998},
              {"meter":"roof","sharePercent":0,"importKwh":0,"receivedKwh":0,"restKwh":0,
               "exportKwh":310.5,"givenKwh":140.25,"surplusKwh":170.25,
               "unknownQuarters":0,"estimatedQuarters":0,"coverage":1}]}""";

    private Examples() {}
}
