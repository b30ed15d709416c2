package org.opensem.access.http.internal;

import java.security.KeyStoreException;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTPS port. Another certificate is served from the next connection on, without closing the port. */
final class HttpsDoor extends ServerConnector {
    private static final Logger LOG = LoggerFactory.getLogger(HttpsDoor.class);

    private final Certificates certificates;
    private final SslContextFactory.Server tls;

    /** @param host to listen on; null for all addresses */
    HttpsDoor(Server server, HttpConfiguration like, Certificates certificates, String host, int port) {
        this(server, configuration(like), certificates, tls(certificates));
        setHost(host);
        setPort(port);
    }

    private HttpsDoor(Server server, HttpConfiguration configuration, Certificates certificates, SslContextFactory.Server tls) {
        super(server, 1, -1, new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
                new HttpConnectionFactory(configuration));
        this.certificates = certificates;
        this.tls = tls;
    }

    private static HttpConfiguration configuration(HttpConfiguration like) {
        HttpConfiguration configuration = new HttpConfiguration(like);
        // The certificate need not name what the browser asked for: it may be an address that the device got today.
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        return configuration;
    }

    private static SslContextFactory.Server tls(Certificates certificates) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(certificates.keyStore());
        tls.setKeyStorePassword(certificates.password());
        tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        tls.setSniRequired(false);
        return tls;
    }

    @Override
    protected void doStart() throws Exception {
        Ports.untilFree(super::doStart);
        certificates.onChange(this::reload);
        reloadIfMissed();
        LOG.info("HTTPS listens on {}, port {}", getHost() == null ? "all addresses" : getHost(), getPort());
    }

    @Override
    protected void doStop() throws Exception {
        certificates.onChange(null);
        super.doStop();
        LOG.info("HTTPS is closed");
    }

    /** What changed between reading the certificate and asking to be told was told to nobody. */
    private void reloadIfMissed() {
        try {
            if (!certificates.keyStore().getCertificate(Certificates.ALIAS)
                    .equals(tls.getKeyStore().getCertificate(Certificates.ALIAS))) {
                reload();
            }
        } catch (KeyStoreException | RuntimeException e) {
            // It serves what it has read: that is no reason to close the door.
            LOG.debug("Whether the certificate is the one in use cannot be told", e);
        }
    }

    private void reload() {
        try {
            tls.reload(factory -> factory.setKeyStore(certificates.keyStore()));
            LOG.info("HTTPS serves another certificate from now on");
        } catch (Exception e) {
            LOG.error("The new certificate cannot be served before the next start", e);
        }
    }
}
