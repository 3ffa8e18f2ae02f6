package fr.agora.platform.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Finds the first byte that is no UTF-8: old spreadsheets still write Latin-1, which must not be guessed at. */
final class Utf8Check {

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer dropped = CharBuffer.allocate(16 * 1024);
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private long seen;

    void accept(byte[] bytes, int length) {
        ByteBuffer in = ByteBuffer.allocate(rest.remaining() + length)
                .put(rest)
                .put(bytes, 0, length)
                .flip();
        decode(in, false);
        rest = in;
    }

    void end() {
        decode(rest, true);
    }

    private void decode(ByteBuffer in, boolean last) {
        CoderResult result;
        do {
            int before = in.position();
            dropped.clear();
            result = decoder.decode(in, dropped, last);
            seen += in.position() - before;
            if (result.isError()) {
                throw ProblemException.invalidField("file", "import.not-utf8", String.valueOf(seen + 1));
            }
        } while (result.isOverflow());
    }
}
