package org.consilium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import org.consilium.clinical.NotFoundException;
import org.consilium.importing.ImportException;
import org.consilium.security.AccessException;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void everyKindHasItsExitCode() {
        assertThat(Failure.of(new AccessException("The passphrase is wrong.")))
                .isEqualTo(new Failure(Exit.ACCESS, "The passphrase is wrong."));
        assertThat(Failure.of(new ImportException("The folder is empty.")).exit())
                .isEqualTo(Exit.BAD_INPUT);
        assertThat(Failure.of(new NotFoundException("There is no model called x.")).exit())
                .isEqualTo(Exit.BAD_INPUT);
        assertThat(Failure.of(new CancellationException("cancelled")))
                .isEqualTo(new Failure(Exit.CANCELLED, "Cancelled; nothing was changed."));
        assertThat(Failure.of(new IOException("The card could not be read.")))
                .isEqualTo(new Failure(Exit.FAILED, "The card could not be read."));
    }

    @Test
    void filesAreNamed() {
        assertThat(Failure.of(new NoSuchFileException("/a/b")))
                .isEqualTo(new Failure(Exit.BAD_INPUT, "There is no file or folder /a/b."));
        assertThat(Failure.of(new AccessDeniedException("/a/b")).sentence())
                .isEqualTo("/a/b can't be read or written: no permission.");
    }

    @Test
    void whatALibrarySaysIsNotRepeatedForItMightHoldAPatientsData() {
        Failure failure = Failure.of(new IllegalStateException("Ada Lovelace, born 1815"));

        assertThat(failure.exit()).isEqualTo(Exit.FAILED);
        assertThat(failure.sentence())
                .contains("IllegalStateException", "--verbose")
                .doesNotContain("Ada");
    }
}
