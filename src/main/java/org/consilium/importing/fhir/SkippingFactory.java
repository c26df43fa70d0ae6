package org.consilium.importing.fhir;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.IOContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/**
 * Makes {@link SkippingParser}s of what is in UTF-8, and Jackson's own parsers of what is in
 * another encoding, has a byte order mark or is shorter than four bytes. Thread-safe.
 */
final class SkippingFactory extends JsonFactory {
    private static final long serialVersionUID = 1L;

    private static final int BUFFER = 1 << 16;

    /**
     * In this many bytes every other encoding of JSON has a zero or a mark (RFC 4627, section 3).
     */
    private static final int TELLING = 4;

    SkippingFactory(JsonFactoryBuilder builder) {
        super(builder);
    }

    @Override
    protected JsonParser _createParser(InputStream bytes, IOContext context) throws IOException {
        byte[] buffer = context.allocReadIOBuffer(BUFFER);
        int filled = bytes.readNBytes(buffer, 0, TELLING);
        if (isPlain(buffer, filled)) {
            context.setEncoding(JsonEncoding.UTF8);
            return new SkippingParser(
                    context,
                    _parserFeatures,
                    bytes,
                    _objectCodec,
                    _byteSymbolCanonicalizer.makeChild(_factoryFeatures),
                    buffer,
                    filled);
        }
        InputStream beginning = new ByteArrayInputStream(Arrays.copyOf(buffer, filled));
        context.releaseReadIOBuffer(buffer);
        return super._createParser(new SequenceInputStream(beginning, bytes), context);
    }

    private static boolean isPlain(byte[] bytes, int filled) {
        boolean plain = filled == TELLING && (bytes[0] & 0xff) < 0xEF;
        for (int i = 0; i < filled; i++) {
            plain &= bytes[i] != 0;
        }
        return plain;
    }
}
