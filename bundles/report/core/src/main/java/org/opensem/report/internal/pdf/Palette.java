package org.opensem.report.internal.pdf;

import java.awt.Color;
import java.util.Map;

/** The console's light colours by role, for paper. */
final class Palette {
    static final Color INK = new Color(0x15202B);
    static final Color INK2 = new Color(0x475563);
    static final Color INK3 = new Color(0x5E6B78);
    static final Color LINE = new Color(0xE4E8EB);
    static final Color AXIS = new Color(0xB9C2CA);
    static final Color GAP = new Color(0x8A96A2);
    static final Color GOOD = new Color(0x14704A);
    static final Color BAD = new Color(0xB42A22);

    private static final Color UNKNOWN = new Color(0x5576D6);
    private static final Map<String, Color> ROLES = Map.ofEntries(
            Map.entry("l1", new Color(0x2D3BA8)), Map.entry("l2", new Color(0xBF7300)), Map.entry("l3", new Color(0x12A096)),
            Map.entry("base", new Color(0x4E5D70)), Map.entry("switched", new Color(0x5B8FF5)),
            Map.entry("heat", new Color(0xA8350A)), Map.entry("cold", new Color(0x4C93F0)),
            Map.entry("washing", new Color(0x4F3C98)), Map.entry("media", new Color(0xC08B00)),
            Map.entry("na", new Color(0x7D8894)), Map.entry("baseprice", new Color(0x1E2A36)),
            Map.entry("target", new Color(0x1F9573)), Map.entry("actual", new Color(0xAE211B)),
            Map.entry("comparison", new Color(0x8A96A2)));

    private Palette() {}

    static Color of(String role) {
        return ROLES.getOrDefault(role, UNKNOWN);
    }
}
