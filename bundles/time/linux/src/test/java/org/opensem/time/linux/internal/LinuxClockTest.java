package org.opensem.time.linux.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operating system's clock, with commands and a file system that a test makes up (E1). No test sets a real clock. */
class LinuxClockTest {
    private static final Instant TIME = Instant.parse("2026-11-25T20:00:00.250Z");

    @TempDir
    private Path root;

    private record Config(String dateCommand, String timedatectlCommand) implements LinuxConfig {
        @Override
        public Class<? extends Annotation> annotationType() {
            return LinuxConfig.class;
        }
    }

    @BeforeEach
    void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the made-up commands are shell scripts");
    }

    @Test
    void itIsSetByTheCommandDate() throws IOException {
        clock("echo \"$@\" >> " + root + "/log").set(TIME);
        assertThat(root.resolve("log")).hasContent("-u -s @1795636800.250");
    }

    @Test
    void whereOnlyWholeSecondsAreKnownTheseAreTaken() throws IOException { // BusyBox
        clock("case $3 in *.*) exit 1;; esac; echo \"$@\" >> " + root + "/log").set(TIME);
        assertThat(root.resolve("log")).hasContent("-u -s @1795636800");
    }

    @Test
    void aCommandThatFailsTellsWhy() throws IOException {
        LinuxClock refused = clock("echo 'date: cannot set date: Operation not permitted' >&2; exit 1");
        assertThatThrownBy(() -> refused.set(TIME)).isInstanceOf(IOException.class).hasMessageContaining("not permitted");
        LinuxClock missing = new LinuxClock(new Config(root + "/nothing", root + "/nothing"), root);
        assertThatThrownBy(() -> missing.set(TIME)).isInstanceOf(IOException.class);
        assertThat(missing.synchronised()).isEmpty();
    }

    @Test
    void aCommandThatHangsIsLeft() throws IOException {
        LinuxClock hanging = clock("exec sleep 60");
        long start = System.nanoTime();
        assertThatThrownBy(() -> hanging.set(TIME)).hasMessageContaining("did not end");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void itIsPermittedToRootAndWhereTheCapabilityIsHandedOn() throws IOException {
        assertThat(clock("").permitted()).as("nothing is known").isFalse();
        assertThat(permitted("0", "000001ffffffffff", "0000000000000000")).isTrue();
        assertThat(permitted("0", "00000000a80425fb", "0000000000000000")).as("root in a container").isFalse();
        assertThat(permitted("1000", "0000000002000000", "0000000002000000")).as("AmbientCapabilities").isTrue();
        assertThat(permitted("1000", "0000000002000000", "0000000000000000")).as("a command would not have it").isFalse();
        assertThat(permitted("1000", "0000000000000000", "0000000000000000")).isFalse();
    }

    @Test
    void systemdTellsWhetherItIsSynchronised() throws IOException {
        assertThat(answering("yes").synchronised()).contains(true);
        assertThat(answering("no").synchronised()).contains(false);
        assertThat(answering("System has not been booted with systemd").synchronised()).isEmpty();
        Files.createDirectories(root.resolve("run/systemd/timesync"));
        Files.createFile(root.resolve("run/systemd/timesync/synchronized"));
        assertThat(answering("no").synchronised()).as("timesyncd's own mark").contains(true);
        assertThat(answering("no").id()).isEqualTo("linux");
    }

    private boolean permitted(String uid, String effective, String ambient) throws IOException {
        Files.createDirectories(root.resolve("proc/self"));
        Files.writeString(root.resolve("proc/self/status"), "Name:\tjava\nUid:\t" + uid + "\t" + uid + "\t" + uid + "\t" + uid
                + "\nCapEff:\t" + effective + "\nCapAmb:\t" + ambient + "\n");
        return clock("").permitted();
    }

    private LinuxClock answering(String text) throws IOException {
        return new LinuxClock(new Config(script("date", ""), script("timedatectl", "echo '" + text + "'")), root);
    }

    private LinuxClock clock(String script) throws IOException {
        return new LinuxClock(new Config(script("date", script), script("timedatectl", "exit 1")), root);
    }

    private String script(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }
}
