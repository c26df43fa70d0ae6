package org.consilium.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.consilium.clinical.NotFoundException;
import org.junit.jupiter.api.Test;

class ViewStateTest {
    @Test
    void ourOwnSentencesAreShownAsTheyAre() {
        assertThat(ViewState.after(new CompletionException(new NotFoundException("Not there."))))
                .isEqualTo(new ViewState.Failed<>("Not there."));
    }

    @Test
    void whatIsNotWrittenForPeopleIsNotRepeated() {
        assertThat(ViewState.sentence(new IllegalStateException("row 7: Jane Doe")))
                .contains("IllegalStateException")
                .doesNotContain("Jane");
        assertThat(ViewState.sentence(new NotFoundException(" "))).startsWith("This did not work");
    }

    @Test
    void cancellingIsNoFailure() {
        assertThat(ViewState.after(new CompletionException(new CancellationException("cancelled"))))
                .isEqualTo(new ViewState.Idle<>());
    }
}
