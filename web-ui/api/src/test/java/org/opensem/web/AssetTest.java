package org.opensem.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Addresses that change with their content, since an open page cannot define a module anew (X2). */
class AssetTest {

    @Test
    void theAddressHoldsTheHashOfAllFilesNamed() {
        Asset one = Asset.of(AssetTest.class, "test/one.js");
        Asset both = Asset.of(AssetTest.class, "test/one.js", "test/two.js");
        assertThat(one.hash()).matches("[0-9a-f]{12}");
        assertThat(one.url()).isEqualTo("context://~" + one.hash() + "/test/one.js");
        assertThat(both.hash()).isNotEqualTo(one.hash());
        assertThat(both.urls()).containsExactly(both.url(), "context://~" + both.hash() + "/test/two.js");
        assertThat(Asset.of(AssetTest.class, "test/one.js").hash()).isEqualTo(one.hash());
    }

    @Test
    void aFileThatIsNotThereIsAFaultAtOnce() {
        assertThatThrownBy(() -> Asset.of(AssetTest.class, "test/none.js"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("test/none.js");
    }
}
