package org.consilium.importing.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 63, 64, 65, 66, 5000})
    void everyPartIsFoundByItsNameHoweverManyThereAre(int count) {
        Element object = Element.object();
        for (int i = 0; i < count; i++) {
            assertThat(object.has("name " + i)).isFalse();
            object.add("name " + i, Element.of(i));
        }
        for (int i = 0; i < count; i++) {
            assertThat(object.path("name " + i).number()).isEqualTo(i);
        }
        assertThat(object.path("other").isMissing()).isTrue();
        assertThat(object.size()).isEqualTo(count);
        assertThat(object).hasSize(count);
    }

    @Test
    void aCopyWithoutAPartLeavesTheOriginalAsItWas() {
        Element object = Element.object();
        object.add("a", Element.of("x"));
        object.add("b", Element.TRUE);
        Element copy = object.without("a");
        copy.set("b", Element.FALSE);
        copy.set("c", Element.of(2.5));
        assertThat(copy.has("a")).isFalse();
        assertThat(copy.path("b").isTrue()).isFalse();
        assertThat(copy.text("c")).isEqualTo("2.5");
        assertThat(object.text("a")).isEqualTo("x");
        assertThat(object.path("b").isTrue()).isTrue();
    }

    @Test
    void valuesReadAsTextsAndWhatIsNoneAsNothing() {
        assertThat(Element.of(" x y ").text()).isEqualTo("x y");
        assertThat(Element.of("  ").text()).isNull();
        assertThat(Element.of(7).text()).isEqualTo("7");
        assertThat(Element.of("7").number()).isNull();
        assertThat(Element.TRUE.text()).isEqualTo("true");
        assertThat(Element.of(" true").isTrue()).isTrue();
        assertThat(Element.NULL.text()).isNull();
        assertThat(Element.MISSING.path("a").path("b").text()).isNull();
        assertThat(Element.of("x").path("a").isMissing()).isTrue();
        assertThat(Element.object().text()).isNull();
    }

    @Test
    void anArrayHasPartsAndNoNames() {
        Element array = Element.array();
        assertThat(array.first().isMissing()).isTrue();
        for (int i = 0; i < 100; i++) {
            array.add(Element.of(i));
        }
        assertThat(array.first().number()).isZero();
        assertThat(array.has("0")).isFalse();
        assertThat(array).hasSize(100);
    }
}
