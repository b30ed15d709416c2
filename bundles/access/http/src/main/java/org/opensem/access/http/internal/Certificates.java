package org.opensem.access.http.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.opensem.access.KeyFiles;
import org.opensem.access.ServerCertificate;
import org.opensem.language.Message;
import org.opensem.settings.Fault;
import org.opensem.settings.SettingsException;
import org.opensem.time.ClockService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate of HTTPS, kept with its key in {@code keys/https.pem}. The device makes one when it needs one, and another one
 * a month before its own ends; it never replaces the owner's.
 */
@Component(service = {ServerCertificate.class, Certificates.class})
public final class Certificates implements ServerCertificate {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
    /** Its name in {@link #keyStore}. */
    static final String ALIAS = "https";
    private static final String OWNERS = "https.pem";
    private static final String DEVICES = "https-device.pem";
    private static final Duration BEFORE_END = Duration.ofDays(30);
    private static final List<String> ALWAYS = List.of("localhost", "127.0.0.1", "::1");

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ClockService clock;

    private final String password = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    private final Entrance entrance;
    private volatile KeyFiles files;
    private volatile Identity current;
    private volatile boolean owners;
    private volatile Runnable listener;

    @Activate
    public Certificates(@Reference Entrance entrance) {
        this.entrance = entrance;
    }

    Certificates(Entrance entrance, KeyFiles files, ClockService clock) {
        this(entrance);
        this.clock = clock;
        setFiles(files);
    }

    /** The doors stay open while what keeps the files is being updated: what was read is in memory. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void setFiles(KeyFiles next) {
        files = next;
        if (current == null) {
            Optional<Identity> own = load(next, OWNERS);
            owners = own.isPresent();
            current = own.or(() -> load(next, DEVICES)).orElse(null);
        }
    }

    synchronized void unsetFiles(KeyFiles gone) {
        if (files == gone) {
            files = null;
        }
    }

    private static Optional<Identity> load(KeyFiles from, String name) {
        try {
            Optional<byte[]> kept = from.read(name).filter(bytes -> bytes.length > 0);
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            Pem pem = new Pem().read(kept.get(), new char[0]);
            return Optional.of(new Identity(pem.keys().getFirst(), pem.certificates()));
        } catch (IOException | NoSuchElementException | IllegalArgumentException e) {
            LOG.error("The certificate in keys/{} cannot be read: {}", name, e.toString());
            return Optional.empty();
        }
    }

    /** Told of another certificate, until the next call. @param runnable null for nobody */
    void onChange(Runnable runnable) {
        listener = runnable;
    }

    /** Whether the owner brought the certificate in use. */
    boolean isOwners() {
        return owners;
    }

    /** Opens {@link #keyStore}, which never leaves this process. */
    String password() {
        return password;
    }

    /** The certificate in use with its key; one is made if there is none that is good for the time being. */
    synchronized KeyStore keyStore() {
        if (current == null || !owners && !isGood(current.certificate())) {
            make();
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, current.key(), password.toCharArray(), current.chain().toArray(X509Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("A key that was read can be served", e);
        }
    }

    private void keep(String name, byte[] content) {
        KeyFiles present = files;
        if (present == null) {
            throw new SettingsException(Message.of(Certificates.class, "upload.updating"),
                    new IllegalStateException("no key files"));
        }
        present.keep(name, content);
    }

    private Instant now() {
        ClockService present = clock;
        if (present == null) {
            throw new SettingsException(Message.of(Certificates.class, "upload.updating"), new IllegalStateException("no clock"));
        }
        return present.now();
    }

    private boolean isGood(X509Certificate certificate) {
        Instant now = now();
        return certificate.getNotBefore().toInstant().isBefore(now)
                && certificate.getNotAfter().toInstant().isAfter(now.plus(BEFORE_END));
    }

    private void make() {
        List<String> names = Stream.concat(entrance.names().stream(), ALWAYS.stream()).distinct().toList();
        Identity made = Maker.make(names, now());
        keep(DEVICES, Pem.write(made));
        current = made;
        LOG.info("A certificate for {} was made, SHA-256 {}", names.getFirst(), fingerprint(made.certificate()));
    }

    @Override
    public Optional<Info> info() {
        Identity identity = current;
        return Optional.ofNullable(identity).map(Identity::certificate).map(certificate -> new Info(owners,
                certificate.getSubjectX500Principal().getName(), names(certificate), fingerprint(certificate),
                certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant()));
    }

    private static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            if (certificate.getSubjectAlternativeNames() != null) {
                certificate.getSubjectAlternativeNames().stream().filter(name -> name.get(1) instanceof String)
                        .forEach(name -> names.add(plain(name.get(1).toString())));
            }
        } catch (CertificateParsingException e) {
            LOG.debug("The certificate's names cannot be read", e);
        }
        return names;
    }

    private static String plain(String name) {
        try {
            return name.contains(":") ? InetAddress.getByName(name).getHostAddress() : name;
        } catch (UnknownHostException e) {
            return name;
        }
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public List<Fault> use(byte[] file, byte[] key, String typed) {
        Upload upload = new Upload(file, key, typed);
        Optional<Identity> identity = upload.identity(now());
        if (identity.isPresent()) {
            synchronized (this) {
                keep(OWNERS, Pem.write(identity.get()));
                current = identity.get();
                owners = true;
            }
            LOG.info("The owner's certificate {} is in use, SHA-256 {}", identity.get(),
                    fingerprint(identity.get().certificate()));
            tell();
        }
        return List.copyOf(upload.faults());
    }

    @Override
    public void renew() {
        synchronized (this) {
            keep(OWNERS, new byte[0]);
            owners = false;
            make();
        }
        tell();
    }

    private void tell() {
        Runnable told = listener;
        if (told != null) {
            told.run();
        }
    }
}
