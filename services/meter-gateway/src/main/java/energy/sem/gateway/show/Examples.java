package energy.sem.gateway.show;

/** Answers about meters as the OpenAPI document shows them. */
final class Examples {
    static final String METERS =
            """
            [{"meter":"home","source":"push","state":"receiving","diagnosis":"telegrams arrive",
              "since":"2026-11-22T09:00:04Z","lastTelegramAt":"2026-11-22T10:15:03.412Z","lastTelegramAgeSeconds":0,
              "intervalSeconds":1.0,"clockOffsetSeconds":0,"time":"meter","totalsAgree":true,
              "dialect":"DSMR 5","p1Version":"50","simulated":false,"checksum":"CRC-16/ARC",
              "counts":{"valid":4501,"safe":4501,"notSafe":0,"thinned":0,"crc":2,"crcOfWhole":0,"truncated":0,"oversize":0,
                        "format":0,"encrypted":0,"otherChecksum":0,"implausible":0,"repaired":0},
              "backlog":{"telegrams":0,"bytes":0,"dropped":0}}]""";

    private Examples() {}
}
