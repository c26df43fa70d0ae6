package org.consilium.tuning.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedFileTest {
    private static final SigningKey KEY = SigningKey.generate();
    private static final byte[] MODEL = "a model".getBytes(StandardCharsets.UTF_8);
    private static final Round ROUND =
            new Round("f", "Valley", 1, SigningKey.hash(MODEL), 5, .001, ClinicPrivacy.NONE);

    private static SignedFile file(Object header, byte[] data) {
        return SignedFile.read("some.file", SignedFile.signed(header, data, KEY));
    }

    @Test
    void whatWasWrittenIsRead(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("round-1");
        Files.write(path, SignedFile.signed(ROUND, MODEL, KEY));

        SignedFile read = SignedFile.read(path);

        assertThat(Round.of(read)).isEqualTo(ROUND);
        assertThat(read.data()).isEqualTo(MODEL);
        assertThat(read.signer()).isEqualTo(KEY.publicKey());
        assertThat(read.name()).isEqualTo("round-1");
    }

    /** Each bit of the mark, the key, the signature, the header and the data. */
    @Test
    void noBitCanBeChanged() {
        byte[] bytes = SignedFile.signed(new PublicKeyCard("Clinic A"), new byte[3], KEY);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> SignedFile.read("some.file", changed))
                    .as("bit %d", bit)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("some.file ");
        }
    }

    @Test
    void noByteCanBeLeftOutOrAdded() {
        byte[] bytes = SignedFile.signed(new PublicKeyCard("Clinic A"), new byte[3], KEY);
        for (int length = 0; length <= bytes.length + 1; length++) {
            if (length != bytes.length) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThatThrownBy(() -> SignedFile.read("some.file", cut))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void aFileIsTakenForWhatItIsOnly() {
        assertThatThrownBy(() -> Round.of(file(new PublicKeyCard("A"), new byte[0])))
                .hasMessage("some.file holds a key where a round is wanted.");
        assertThatThrownBy(() -> Update.of(file(ROUND, MODEL), ROUND))
                .hasMessage("some.file holds a round where a clinic's update is wanted.");
        assertThatThrownBy(() -> Round.of(file(ROUND, new byte[1])))
                .hasMessage("some.file holds another model than it names.");
    }

    @Test
    void anUpdateIsTakenForItsRoundOnly() {
        Round later = ROUND.next(new byte[] {1});
        Round elsewhere = new Round("g", "Hills", 1, ROUND.base(), 5, .001, ClinicPrivacy.NONE);
        Round loud = new Round("f", "Valley", 1, ROUND.base(), 5, .001, new ClinicPrivacy(1, .1));
        Round other = new Round("f", "Valley", 1, "00", 5, .001, ClinicPrivacy.NONE);
        SignedFile update = file(new Update(ROUND, 30, 200), new byte[0]);

        assertThat(Update.of(update, ROUND).visits()).isEqualTo(200);
        assertThatThrownBy(() -> Update.of(update, later))
                .hasMessage("some.file is for round 1, not 2.");
        assertThatThrownBy(() -> Update.of(update, elsewhere))
                .hasMessage("some.file belongs to another federation than Hills.");
        assertThatThrownBy(() -> Update.of(update, loud))
                .hasMessage("some.file was clipped or made noisy otherwise than the round asks.");
        assertThatThrownBy(() -> Update.of(update, other))
                .hasMessage("some.file starts from another model than this round does.");
        assertThatThrownBy(() -> Update.of(file(new Update(ROUND, 0, 0), new byte[0]), ROUND))
                .hasMessage("some.file was learned from no visit.");
    }

    @Test
    void whatNoisePromisesIsSaidAndGrowsWithTheRounds() {
        ClinicPrivacy privacy = new ClinicPrivacy(3, 2);

        // rho = 2 / 4, epsilon = .5 + 2 sqrt(.5 ln 1e5)
        assertThat(privacy.epsilon(1)).isCloseTo(5.298, within(.001));
        // four rounds: rho = 2
        assertThat(privacy.epsilon(4)).isCloseTo(11.597, within(.001));
        assertThat(privacy.words(4))
                .contains("epsilon 5.3", "11.6 for rounds 1 to 4", "as a whole");
        assertThat(ClinicPrivacy.NONE.epsilon(1)).isInfinite();
        assertThat(ClinicPrivacy.NONE.words(1)).startsWith("No noise, so no promise");
        assertThatThrownBy(() -> new ClinicPrivacy(0, 1))
                .hasMessage("Noise needs a clip to be measured by.");
        assertThatThrownBy(() -> new ClinicPrivacy(Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
