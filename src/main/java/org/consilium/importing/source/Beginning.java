package org.consilium.importing.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The first lines of a file.
 *
 * @param most bytes of them
 */
record Beginning(InputFile file, long most) implements InputFile {

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public String group() {
        return file.group();
    }

    @Override
    public long size() {
        return Math.min(most, file.size());
    }

    @Override
    public boolean isCut() {
        return true;
    }

    @Override
    public InputStream open(ByteProgress progress, String message) throws IOException {
        byte[] first;
        boolean more;
        try (InputStream content = file.open(ByteProgress.none(), message)) {
            first = content.readNBytes((int) most);
            more = content.read() >= 0;
        }
        int end = first.length;
        // the last line is not whole where more follows it
        while (more && end > 0 && first[end - 1] != '\n') {
            end--;
        }
        return progress.counting(new ByteArrayInputStream(first, 0, end), message);
    }
}
