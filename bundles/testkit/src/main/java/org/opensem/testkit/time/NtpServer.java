package org.opensem.testkit.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A time server on loopback, as good or bad as a test wants it. Its behaviour may be changed at any moment. */
public final class NtpServer implements AutoCloseable {
    private static final int LENGTH = 48;
    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;

    private final InstantSource truth;
    private final DatagramSocket socket;
    private final String address;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().factory());
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Duration offset = Duration.ZERO;
    private volatile Duration delay = Duration.ZERO;
    private volatile Duration dispersion = Duration.ofMillis(5);
    private volatile int stratum = 2;
    private volatile int leap;
    private volatile String kiss = "";
    private volatile boolean silent;
    private volatile boolean forgetful;
    private volatile byte[] garbage;

    /** @param truth what an honest server tells */
    public NtpServer(InstantSource truth) {
        this.truth = truth;
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = "127.0.0.1:" + socket.getLocalPort();
        Thread.ofPlatform().daemon().name("ntp-server").start(this::serve);
    }

    /** As in the settings. */
    public String address() {
        return address;
    }

    /** How often it was asked. */
    public int asked() {
        return asked.get();
    }

    /** It is honest from now on. */
    public NtpServer honest() {
        offset = Duration.ZERO;
        delay = Duration.ZERO;
        kiss = "";
        silent = false;
        forgetful = false;
        garbage = null;
        stratum = 2;
        leap = 0;
        return this;
    }

    /** It is wrong by so much. */
    public NtpServer lying(Duration by) {
        offset = by;
        return this;
    }

    /** Its answers come that late, all of the delay on the way back. */
    public NtpServer slow(Duration by) {
        delay = by;
        return this;
    }

    public NtpServer silent() {
        silent = true;
        return this;
    }

    /** It says that it does not know the time. */
    public NtpServer unsynchronised() {
        stratum = 16;
        leap = 3;
        return this;
    }

    /** How exact it claims to be. */
    public NtpServer dispersion(Duration claimed) {
        dispersion = claimed;
        return this;
    }

    /** It answers a kiss of death: {@code RATE}, {@code DENY}, {@code RSTR}. */
    public NtpServer kiss(String code) {
        kiss = code;
        return this;
    }

    /** It answers whatever these bytes are. */
    public NtpServer garbage(byte... bytes) {
        garbage = bytes;
        return this;
    }

    /** It answers with the time of another question, as somebody would who cannot read ours. */
    public NtpServer forgetful() {
        forgetful = true;
        return this;
    }

    private void serve() {
        byte[] bytes = new byte[512];
        while (!socket.isClosed()) {
            DatagramPacket question = new DatagramPacket(bytes, bytes.length);
            try {
                socket.receive(question);
                Instant received = truth.instant().plus(offset);
                asked.incrementAndGet();
                if (!silent) {
                    byte[] answer = garbage == null ? answer(ByteBuffer.wrap(bytes.clone()), received) : garbage;
                    DatagramPacket packet = new DatagramPacket(answer, answer.length, question.getSocketAddress());
                    threads.schedule(() -> send(packet), delay.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (IOException e) {
                // Closed, or the one who asked is gone.
                continue;
            }
        }
    }

    private byte[] answer(ByteBuffer question, Instant received) {
        ByteBuffer answer = ByteBuffer.allocate(LENGTH);
        boolean refusing = !kiss.isEmpty();
        answer.put((byte) (leap << 6 | 4 << 3 | 4));
        answer.put((byte) (refusing ? 0 : stratum)).put((byte) 6).put((byte) -20);
        answer.putInt(0);
        answer.putInt((int) (dispersion.toMillis() * 65_536 / 1000));
        answer.put(refusing ? kiss.getBytes(StandardCharsets.US_ASCII) : new byte[] {127, 0, 0, 1});
        answer.putLong(ntp(received.minusSeconds(30)));
        answer.putLong(question.getLong(40) + (forgetful ? 1 : 0));
        answer.putLong(ntp(received));
        answer.putLong(ntp(truth.instant().plus(offset)));
        return answer.array();
    }

    private static long ntp(Instant time) {
        long seconds = time.getEpochSecond() + SECONDS_1900_TO_1970;
        long fraction = (((long) time.getNano()) << 32) / 1_000_000_000L;
        return seconds << 32 | fraction;
    }

    private void send(DatagramPacket packet) {
        try {
            socket.send(packet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.close();
        threads.shutdownNow();
    }
}
