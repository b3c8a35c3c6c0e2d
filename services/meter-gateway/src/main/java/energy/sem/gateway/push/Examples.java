package energy.sem.gateway.push;

/** Answers to pushes as the OpenAPI document shows them. */
final class Examples {
    static final String RECEIPT =
            """
            {"accepted":1,"rejected":[{"index":1,"cause":"crc","detail":"the CRC is 7BE2 but the telegram says 0000"}]}""";

    static final String NOTHING_VALID =
            """
            {"title":"Unprocessable Content","status":422,
             "detail":"crc: the CRC is 7BE2 but the telegram says 0000","accepted":0,
             "rejected":[{"index":0,"cause":"crc","detail":"the CRC is 7BE2 but the telegram says 0000"}]}""";

    private Examples() {}
}
