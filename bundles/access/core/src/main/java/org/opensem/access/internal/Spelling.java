package org.opensem.access.internal;

import java.text.Normalizer;
import java.util.Locale;

/** Secrets as they are hashed, however a keyboard spells them. */
final class Spelling {
    private Spelling() {}

    /** Composed, so that an umlaut is one and the same on every system. */
    static String password(String typed) {
        return typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /** Without regard to letter case, blanks and width. */
    static String answer(String typed) {
        return typed == null ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}]+", "");
    }
}
