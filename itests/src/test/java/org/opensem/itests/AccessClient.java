package org.opensem.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Somebody who asks a distribution: with a cookie, a token or nothing, by a name or an address, over sockets where need be. */
final class AccessClient {
    static final String PASSWORD = "sunflower in June";

    private final Distribution opensem;

    AccessClient(Distribution opensem) {
        this.opensem = opensem;
    }

    /** This machine's address in its network, if it has one. */
    static Optional<String> networkAddress() {
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress()
                            && !address.isLinkLocalAddress())
                    .map(InetAddress::getHostAddress).findFirst();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpRequest.Builder at(String host, String path) {
        return HttpRequest.newBuilder(URI.create("http://" + host + ":" + opensem.port() + path)).timeout(Duration.ofSeconds(60));
    }

    int status(HttpRequest.Builder request) {
        return opensem.send(request.build()).statusCode();
    }

    int statusAt(String host, String path) {
        return status(at(host, path));
    }

    /** Logs in over REST. @return the cookie */
    String logIn() {
        return cookie(opensem.post("/api/v1/session", "application/json", "{\"password\": \"" + PASSWORD + "\"}"));
    }

    /** Sets the first password as the first-run page does. @return the cookie */
    String choosePassword() {
        return cookie(opensem.post("/welcome", "application/x-www-form-urlencoded",
                "password=sunflower+in+June&repeat=sunflower+in+June&question=pet&answer=Minka"));
    }

    private static String cookie(HttpResponse<String> response) {
        String cookie = response.headers().firstValue("Set-Cookie")
                .orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body()));
        return cookie.substring(0, cookie.indexOf(';'));
    }

    HttpResponse<String> put(String path, String cookie, String body) {
        return opensem.send(opensem.request(path).header("Cookie", cookie).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)).build());
    }

    HttpResponse<String> post(String path, String cookie, String body) {
        return opensem.send(opensem.request(path).header("Cookie", cookie).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)).build());
    }

    /** The live values as they come, to whoever holds the token. */
    InputStream follow(String authorization) {
        try {
            return HttpClient.newHttpClient().send(opensem.request("/api/v1/live/stream").header("Authorization", authorization)
                    .build(), BodyHandlers.ofInputStream()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends headers as they are, also those that clients do not let anybody set. @return the status line */
    static String raw(int port, String... lines) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
                line.append((char) c);
            }
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The handshake of a WebSocket. @param origin null for a program */
    static String handshake(int port, String path, String host, String origin, String cookie) {
        return raw(port, "GET " + path + " HTTP/1.1", "Host: " + host, "Upgrade: websocket", "Connection: Upgrade",
                "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
                origin == null ? "X-Nothing: 1" : "Origin: " + origin, cookie == null ? "X-Nobody: 1" : "Cookie: " + cookie);
    }
}
