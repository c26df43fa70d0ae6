package org.consilium.importing.source;

import java.io.IOException;

/** Input that is not read on purpose (an archive that explodes, say). One sentence for a person. */
public final class RefusedInputException extends IOException {
    private static final long serialVersionUID = 1L;

    public RefusedInputException(String sentence) {
        super(sentence);
    }
}
