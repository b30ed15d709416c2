package org.opensem.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;

/** The Karaf shell over ssh. Karaf ends a connection with its first command, so each command makes one of its own. */
public final class Shell implements AutoCloseable {
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Pattern USER = Pattern.compile("(?m)^(\\w+) = (\\w+),_g_:admingroup$");
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[;\\d?]*[A-Za-z]");
    private final SshClient client = SshClient.setUpDefaultClient();
    private final int port;
    private final String user;
    private final String password;

    public Shell(int port, String user, String password) {
        this.port = port;
        this.user = user;
        this.password = password;
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
    }

    static String userOf(Path home) {
        return credentials(home).group(1);
    }

    static String passwordOf(Path home) {
        return credentials(home).group(2);
    }

    private static Matcher credentials(Path home) {
        Matcher matcher = USER.matcher(Distribution.text(home.resolve("etc/users.properties")));
        if (!matcher.find()) {
            throw new IllegalStateException("No user in etc/users.properties");
        }
        return matcher;
    }

    /**
     * Runs a command and waits for its end.
     *
     * @return what it printed on both streams, without colours
     * @throws UncheckedIOException if nobody listens or the password is refused
     */
    public String run(String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ClientSession session = login(); ChannelExec channel = session.createExecChannel(command)) {
            channel.setOut(out);
            channel.setErr(out);
            channel.open().verify(WAIT);
            var events = channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Duration.ofSeconds(60));
            if (events.contains(ClientChannelEvent.TIMEOUT)) {
                throw new IllegalStateException(command + " did not end within 60 s");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return COLOUR.matcher(out.toString(StandardCharsets.UTF_8)).replaceAll("");
    }

    private ClientSession login() throws IOException {
        ClientSession session = client.connect(user, "127.0.0.1", port).verify(WAIT).getSession();
        session.addPasswordIdentity(password);
        try {
            session.auth().verify(WAIT);
            return session;
        } catch (IOException e) {
            session.close(true);
            throw e;
        }
    }

    @Override
    public void close() {
        client.stop();
    }
}
