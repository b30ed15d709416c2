package org.opensem.time.linux.internal;

/** PID {@code org.opensem.time.linux}. */
public @interface LinuxConfig {

    /** The command that sets the clock; it gets {@code -u -s @<seconds>}. */
    String dateCommand() default "date";

    /** The command that tells whether the clock is synchronised; it gets {@code show --property=NTPSynchronized --value}. */
    String timedatectlCommand() default "timedatectl";
}
