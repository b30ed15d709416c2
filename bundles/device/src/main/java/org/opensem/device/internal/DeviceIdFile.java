package org.opensem.device.internal;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.opensem.metering.DeviceId;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The device's id, chosen once from the first network card's hardware address and kept in {@code <data>/device-id}, so that
 * a new network card, or the data on another machine, does not make it another device.
 */
@Component
public final class DeviceIdFile implements DeviceId {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceIdFile.class);
    private static final String SIX_DIGITS = "[0-9a-f]{6}";

    private final String hex;

    @Activate
    public DeviceIdFile(BundleContext context) {
        this(dataFolder(context::getProperty), () -> hardwareAddress().orElseGet(DeviceIdFile::random));
    }

    DeviceIdFile(Path data, Supplier<String> choice) {
        Path file = data.resolve("device-id");
        hex = stored(file).orElseGet(() -> keep(file, choice.get()));
    }

    @Override
    public String hex() {
        return hex;
    }

    /** {@code opensem.data}, which the launcher sets from OPENSEM_DATA; else beside the distribution. */
    static Path dataFolder(UnaryOperator<String> properties) {
        String data = properties.apply("opensem.data");
        if (data != null && !data.isBlank()) {
            return Path.of(data).toAbsolutePath().normalize();
        }
        String base = properties.apply("karaf.base");
        return Path.of(base == null ? "." : base).toAbsolutePath().normalize().resolveSibling("opensem-data");
    }

    private static Optional<String> stored(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (text.matches(SIX_DIGITS)) {
                return Optional.of(text);
            }
            LOG.warn("{} does not hold six lower-case hexadecimal digits: a new id is chosen", file);
        } catch (IOException e) {
            LOG.warn("{} cannot be read, a new id is chosen: {}", file, e.toString());
        }
        return Optional.empty();
    }

    private static String keep(Path file, String id) {
        Path draft = file.resolveSibling("device-id.new");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(draft, id + "\n", StandardCharsets.US_ASCII);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The device's id {} could not be kept in {}, another may be chosen at the next start: {}", id, file,
                    e.toString());
        }
        return id;
    }

    private static Optional<String> hardwareAddress() {
        try {
            return NetworkInterface.networkInterfaces()
                    .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
                    .map(DeviceIdFile::address)
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (SocketException e) {
            LOG.debug("No network interfaces", e);
            return Optional.empty();
        }
    }

    private static Optional<String> address(NetworkInterface card) {
        try {
            byte[] mac = card.isLoopback() || card.isVirtual() ? null : card.getHardwareAddress();
            // Bit 2 of the first byte marks addresses that software made up: bridges, containers.
            if (mac == null || mac.length != 6 || (mac[0] & 2) != 0) {
                return Optional.empty();
            }
            return Optional.of(HexFormat.of().formatHex(mac, 3, 6));
        } catch (SocketException e) {
            LOG.debug("No hardware address of {}", card, e);
            return Optional.empty();
        }
    }

    private static String random() {
        byte[] bytes = new byte[3];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
