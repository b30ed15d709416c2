package org.opensem.time.ntp.internal;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.commons.net.DatagramSocketFactory;
import org.apache.commons.net.ntp.NTPUDPClient;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeStamp;
import org.opensem.time.TimeServers.State;

/**
 * One question to one server. Our own moments are taken from {@link System#nanoTime}, so that no clock of ours, which may be
 * wrong or be set meanwhile, comes into it.
 */
final class Exchange {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final double NANOS_PER_MILLI = 1e6;
    /** Seconds from 1900, and from NTP's second era in 2036, to 1970. */
    private static final long ERA_0 = -2_208_988_800L;
    private static final long ERA_1 = 2_085_978_496L;
    private static final long ERA_1_BIT = 0x8000_0000L;
    /** Clocks and timers of ordinary machines are no better, whatever a server says of itself. */
    private static final long LEAST_ERROR_NANOS = 20_000_000L;
    /** A server that knows the time no better is of no use. */
    private static final long MOST_ERROR_NANOS = NANOS_PER_SECOND;
    private static final int MOST_STRATUM = 15;

    private Exchange() {}

    /** @throws NoAnswer if no usable time came */
    static Answer ask(InetAddress address, int port, Duration timeout) throws NoAnswer {
        try (NTPUDPClient client = new NTPUDPClient()) {
            client.setDatagramSocketFactory(new Connected(address, port));
            client.setDefaultTimeout(timeout);
            client.open();
            long sent = System.nanoTime();
            NtpV3Packet packet = client.getTime(address, port).getMessage();
            long received = System.nanoTime();
            return answer(packet, sent, received);
        } catch (SocketTimeoutException | PortUnreachableException e) {
            throw new NoAnswer(State.SILENT, "No answer");
        } catch (SocketException e) {
            throw new NoAnswer(State.SILENT, e.toString(), e);
        } catch (IOException | RuntimeException e) {
            // What comes from the network may be anything.
            throw new NoAnswer(State.UNUSABLE, "What it answers is not NTP: " + e, e);
        }
    }

    private static Answer answer(NtpV3Packet packet, long sent, long received) throws NoAnswer {
        if (packet.getMode() != NtpV3Packet.MODE_SERVER) {
            throw new NoAnswer(State.UNUSABLE, "What it answers is not NTP");
        }
        if (packet.getStratum() == 0) {
            throw NoAnswer.declined(packet.getReferenceIdString().strip());
        }
        if (packet.getStratum() > MOST_STRATUM || packet.getLeapIndicator() == NtpV3Packet.LI_ALARM_CONDITION
                || packet.getTransmitTimeStamp().ntpValue() == 0) {
            throw new NoAnswer(State.UNUSABLE, "It does not know the time itself");
        }
        long there = nanos(packet.getReceiveTimeStamp());
        long back = nanos(packet.getTransmitTimeStamp());
        long delay = received - sent - (back - there);
        if (back < there || delay < 0) {
            throw new NoAnswer(State.UNUSABLE, "Its times contradict each other");
        }
        double own = packet.getRootDelayInMillisDouble() / 2 + packet.getRootDispersionInMillisDouble();
        long error = LEAST_ERROR_NANOS + delay / 2 + (long) (Math.max(0, own) * NANOS_PER_MILLI);
        if (error > MOST_ERROR_NANOS) {
            throw new NoAnswer(State.UNUSABLE, "It is too far away");
        }
        return new Answer(back + delay / 2 - received, error, delay);
    }

    /** Nanoseconds since 1970. */
    private static long nanos(TimeStamp time) {
        long seconds = time.getSeconds() + ((time.getSeconds() & ERA_1_BIT) == 0 ? ERA_1 : ERA_0);
        return seconds * NANOS_PER_SECOND + (time.getFraction() * NANOS_PER_SECOND >>> 32);
    }

    /** A socket that hears nobody but the server, and learns at once if nobody is there. */
    private record Connected(InetAddress address, int port) implements DatagramSocketFactory {
        @Override
        public DatagramSocket createDatagramSocket() throws SocketException {
            DatagramSocket socket = new DatagramSocket();
            socket.connect(address, port);
            return socket;
        }

        @Override
        public DatagramSocket createDatagramSocket(int ours) throws SocketException {
            throw new SocketException("Any port will do");
        }

        @Override
        public DatagramSocket createDatagramSocket(int ours, InetAddress local) throws SocketException {
            throw new SocketException("Any port will do");
        }
    }
}
