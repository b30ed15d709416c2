package org.opensem.time;

/**
 * @param source {@code system}, {@code samples} (a replay), later {@code ntp}, {@code manual}, {@code browser}
 * @param offsetMillis what is added to the operating system's clock
 * @param trusted whether samples may be refused for lying ahead of this clock (T6)
 */
public record ClockStatus(String source, long offsetMillis, boolean trusted) {}
