package org.opensem.itests;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The ports that docs/operation.md promises, in the words of its table and of {@link Sockets}. */
final class DocumentedPorts {
    private static final Path DOCUMENT = Path.of(System.getProperty("opensem.command")).resolveSibling("docs/operation.md");
    private static final int COLUMN_CLOSED = 2;
    private static final int COLUMN_OPEN = 3;
    private static final String HTTPS_TOO = "; with `https` on ";

    private DocumentedPorts() {}

    /** As delivered. */
    static Set<String> closed(Distribution opensem) {
        return sockets(opensem, COLUMN_CLOSED, false);
    }

    /** Opened to the network. */
    static Set<String> open(Distribution opensem, boolean https) {
        return sockets(opensem, COLUMN_OPEN, https);
    }

    private static Set<String> sockets(Distribution opensem, int column, boolean https) {
        Map<String, Integer> ports = Map.of("`OPENSEM_PORT`", opensem.port(), "`OPENSEM_HTTPS_PORT`", opensem.httpsPort(),
                "`OPENSEM_FEED_PORT`", opensem.feedPort(), "`OPENSEM_SSH_PORT`", opensem.sshPort());
        List<String[]> rows = Distribution.text(DOCUMENT).lines().dropWhile(line -> !line.equals("### Ports")).skip(1)
                .takeWhile(line -> !line.startsWith("#")).filter(line -> line.startsWith("| `"))
                .map(line -> line.split(" *\\| *")).toList();
        if (rows.size() != ports.size()) {
            throw new AssertionError("The table of ports tells of " + rows.size() + " ports, this test of " + ports.size());
        }
        Set<String> sockets = new TreeSet<>();
        for (String[] row : rows) {
            String where = row[column];
            int more = where.indexOf(HTTPS_TOO);
            String told = more < 0 ? where : https ? where.substring(more + HTTPS_TOO.length()) : where.substring(0, more);
            switch (told) {
                case "loopback" -> sockets.add("127.0.0.1:" + ports.get(row[1]));
                case "all addresses" -> sockets.add("*:" + ports.get(row[1]));
                case "closed" -> { }
                default -> throw new AssertionError("Nobody knows what this means: " + told);
            }
        }
        return sockets;
    }
}
