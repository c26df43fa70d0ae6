package org.consilium.importing.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Jackson's parser of UTF-8, but for objects and arrays that are skipped: of those only brackets,
 * strings and lines are followed, byte by byte, and no tokens are made. Brackets must match and not
 * be nested deeper than the limit, strings be whole and valid, and between them stand only what
 * numbers, literals and separators are written with; in which order is not looked at.
 */
final class SkippingParser extends UTF8StreamJsonParser {
    private static final byte NOTHING = 0;
    private static final byte QUOTE = 1;
    private static final byte NEWLINE = 2;
    private static final byte OPENING = 3;
    private static final byte CLOSING = 4;
    private static final byte RETURN = 5;
    private static final byte FOREIGN = 6;
    private static final byte[] KINDS = kinds();

    /** From an opening bracket to its closing one, in ASCII. */
    private static final int TO_CLOSING = 2;

    private final byte[] awaited;

    /**
     * @param buffer begins with {@code filled} bytes that were read of the document already
     */
    SkippingParser(
            IOContext context,
            int features,
            InputStream bytes,
            ObjectCodec codec,
            ByteQuadsCanonicalizer names,
            byte[] buffer,
            int filled) {
        super(context, features, bytes, codec, names, buffer, 0, filled, 0, true);
        awaited = new byte[_streamReadConstraints.getMaxNestingDepth() + 1];
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        Arrays.fill(kinds, FOREIGN);
        for (char c : " \t,:+-.0123456789eEtrufalsn".toCharArray()) {
            kinds[c] = NOTHING;
        }
        kinds['"'] = QUOTE;
        kinds['\n'] = NEWLINE;
        kinds['\r'] = RETURN;
        kinds['{'] = OPENING;
        kinds['['] = OPENING;
        kinds['}'] = CLOSING;
        kinds[']'] = CLOSING;
        return kinds;
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        if (_currToken == JsonToken.START_OBJECT || _currToken == JsonToken.START_ARRAY) {
            skipToEnd(_currToken == JsonToken.START_OBJECT ? '}' : ']');
            nextToken();
        }
        return this;
    }

    /** Passes over what is left of the object that the parser is in, to its end. */
    void skipRest() throws IOException {
        skipToEnd('}');
        nextToken();
    }

    /** Goes on until the bracket that closes what is open now is next. */
    private void skipToEnd(char closing) throws IOException {
        int around = _parsingContext.getNestingDepth();
        int depth = 0;
        awaited[0] = (byte) closing;
        while (true) {
            switch (nextKind()) {
                case QUOTE -> _skipString();
                case NEWLINE -> startRow();
                case RETURN -> _skipCR();
                case OPENING -> {
                    _streamReadConstraints.validateNestingDepth(around + ++depth);
                    awaited[depth] = (byte) (_inputBuffer[_inputPtr - 1] + TO_CLOSING);
                }
                case CLOSING -> {
                    if (_inputBuffer[_inputPtr - 1] != awaited[depth]) {
                        _reportError("brackets that do not match");
                    }
                    if (--depth < 0) {
                        _inputPtr--;
                        return;
                    }
                }
                default -> _reportError("a character between values");
            }
        }
    }

    private void startRow() {
        _currInputRow++;
        _currInputRowStart = _inputPtr;
    }

    /** Passes over the next byte that is not {@link #NOTHING}, and all before it. */
    private int nextKind() throws IOException {
        do {
            byte[] bytes = _inputBuffer;
            int end = _inputEnd;
            for (int at = _inputPtr; at < end; at++) {
                int kind = KINDS[bytes[at] & 0xff];
                if (kind != NOTHING) {
                    _inputPtr = at + 1;
                    return kind;
                }
            }
            _inputPtr = end;
        } while (_loadMore());
        _reportInvalidEOF(" within what is skipped", JsonToken.NOT_AVAILABLE);
        return FOREIGN;
    }
}
