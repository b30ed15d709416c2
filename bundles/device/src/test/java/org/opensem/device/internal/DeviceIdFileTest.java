package org.opensem.device.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.metering.DeviceId;

class DeviceIdFileTest {
    @TempDir
    private Path data;

    @Test
    void theIdIsChosenOnceAndKept() {
        assertThat(new DeviceIdFile(data, () -> "1a2b3c").hex()).isEqualTo("1a2b3c");
        DeviceId later = new DeviceIdFile(data, () -> "ffffff");
        assertThat(later.hex()).isEqualTo("1a2b3c");
        assertThat(later.name()).isEqualTo("SEM-1a2b3c");
    }

    @Test
    void aDamagedFileIsReplaced() throws IOException {
        Files.writeString(data.resolve("device-id"), "SEM-1A2B3C");
        assertThat(new DeviceIdFile(data, () -> "00ff00").hex()).isEqualTo("00ff00");
        assertThat(data.resolve("device-id")).hasContent("00ff00");
    }

    @Test
    void aFolderThatCannotBeWrittenStillGivesAnId() throws IOException {
        Path blocked = Files.createFile(data.resolve("file"));
        assertThat(new DeviceIdFile(blocked, () -> "abcdef").hex()).isEqualTo("abcdef");
    }

    @Test
    void theDataFolderIsTheLaunchersOrBesideTheDistribution() {
        assertThat(DeviceIdFile.dataFolder(Map.of("opensem.data", "/var/lib/opensem")::get)).hasToString("/var/lib/opensem");
        assertThat(DeviceIdFile.dataFolder(Map.of("karaf.base", "/opt/opensem-1.0.0")::get)).hasToString("/opt/opensem-data");
    }
}
