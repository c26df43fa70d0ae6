package org.consilium.importing.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.consilium.importing.source.RefusedInputException;

/** Text of which no more than a row's length is read without a row having ended. */
final class RowReader extends FilterReader {
    private final String file;
    private long sinceRow;

    RowReader(String file, Reader text) {
        super(text);
        this.file = file;
    }

    void rowEnded() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        spend(1);
        return next;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        spend(Math.max(0, count));
        return count;
    }

    private void spend(int characters) throws RefusedInputException {
        sinceRow += characters;
        if (sinceRow > CsvLimits.ROW_LENGTH) {
            throw new RefusedInputException(
                    file + " has a row without an end (a quote that is never closed, it seems).");
        }
    }
}
