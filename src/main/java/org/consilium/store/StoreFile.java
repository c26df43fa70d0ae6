package org.consilium.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The encrypted file as H2 wants it named. Traces are off: H2 would write statements with their
 * values into a plain file. Closing wipes the key. Not thread-safe.
 */
final class StoreFile implements AutoCloseable {
    /** Suffix that H2 gives the file. */
    static final String SUFFIX = ".mv.db";

    private static final String WRITER = "consilium";
    private static final String READER = "reader";
    private static final String QUIET =
            ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    private final String url;
    private final String writing;
    private final char[] key;

    /**
     * @param file without the suffix
     * @param key 256 bits; wiped
     */
    StoreFile(Path file, byte[] key) {
        this(file, ";WRITE_DELAY=0" + QUIET, hex(key));
    }

    private StoreFile(Path file, String writing, char[] key) {
        this.url =
                "jdbc:h2:file:"
                        + file.toAbsolutePath().toString().replace(";", "\\;")
                        + ";CIPHER=AES";
        this.writing = writing;
        this.key = key;
    }

    /** Another file under the same key, that can't be changed. */
    StoreFile frozen(Path file) {
        return new StoreFile(file, ";ACCESS_MODE_DATA=r" + QUIET, key.clone());
    }

    private static char[] hex(byte[] bytes) {
        char[] digits = new char[2 * bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            digits[2 * i] = Character.forDigit(bytes[i] >> 4 & 0xf, 16);
            digits[2 * i + 1] = Character.forDigit(bytes[i] & 0xf, 16);
        }
        Arrays.fill(bytes, (byte) 0);
        return digits;
    }

    /** Where connections come from that may change everything. */
    JdbcDataSource writing() {
        return source(WRITER, url + writing);
    }

    /** A connection that the database itself keeps from writing. */
    Connection reading() throws SQLException {
        return source(READER, url).getConnection();
    }

    private JdbcDataSource source(String user, String address) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(address);
        source.setUser(user);
        char[] password = Arrays.copyOf(key, key.length + 1 + user.length());
        password[key.length] = ' ';
        user.getChars(0, user.length(), password, key.length + 1);
        source.setPasswordChars(password);
        return source;
    }

    @Override
    public void close() {
        Arrays.fill(key, '\0');
    }
}
