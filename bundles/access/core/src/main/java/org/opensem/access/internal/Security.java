package org.opensem.access.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opensem.access.Exposure;
import org.opensem.settings.Fault;
import org.opensem.settings.Fields;
import org.opensem.settings.Settings;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsException;
import org.opensem.settings.SettingsGroup;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of access, and what follows from them together with the password: without one, or without protection, nothing but
 * this machine, whatever a file says.
 */
@Component(service = {SettingsGroup.class, Security.class}, configurationPid = Security.PID)
public final class Security implements SettingsGroup {
    static final String PID = "org.opensem.access";
    static final String ID = "security";

    private static final Logger LOG = LoggerFactory.getLogger(Security.class);
    private static final int ORDER = 80;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Settings all;

    private final OwnerStore owner;
    private final SetupCode setup;
    private final Listeners listeners;
    private final Map<String, Object> ports;
    private volatile SecuritySettings settings;
    /** Opened by the setup, until the settings say it themselves. */
    private volatile boolean opened;

    @Activate
    public Security(BundleContext context, Map<String, Object> properties, @Reference OwnerStore owner,
            @Reference SetupCode setup, @Reference Listeners listeners) {
        this(properties, owner, setup, listeners, ports(context));
    }

    Security(Map<String, Object> properties, OwnerStore owner, SetupCode setup, Listeners listeners, Map<String, Object> ports) {
        this.owner = owner;
        this.setup = setup;
        this.listeners = listeners;
        this.ports = ports;
        settings = of(properties);
    }

    private static Map<String, Object> ports(BundleContext context) {
        Map<String, Object> ports = new LinkedHashMap<>();
        ports.put("http", Integer.getInteger("opensem.port", 8080));
        ports.put("https", Integer.getInteger("opensem.https.port", 8443));
        ports.put("feed", Integer.getInteger("opensem.feed.port", 11112));
        ports.put("ssh", Integer.getInteger("opensem.ssh.port", 8101));
        return ports;
    }

    @Modified
    void modified(Map<String, Object> properties) {
        settings = of(properties);
        opened = false;
        listeners.tell();
    }

    private static SecuritySettings of(Map<String, Object> properties) {
        Fields fields = Fields.ofProperties(properties);
        return SecuritySettings.read(fields);
    }

    SecuritySettings settings() {
        return settings;
    }

    Exposure exposure() {
        SecuritySettings now = settings;
        boolean passwordSet = owner.current().isPresent();
        boolean guarded = passwordSet && now.protection();
        return new Exposure(passwordSet, guarded, guarded && (now.network() || opened), now.https(),
                !passwordSet && setup.isGiven());
    }

    /** Leaves the network open to whoever has just set the first password from there. */
    void openNetwork() {
        opened = true;
        Settings present = all;
        if (present == null) {
            LOG.warn("Openness to the network holds until the next start only: the settings are being updated");
            return;
        }
        try {
            List<Fault> faults = present.write(ID, settings.withNetwork().document(), "setup");
            if (!faults.isEmpty()) {
                LOG.warn("Openness to the network holds until the next start only: {}",
                        faults.stream().map(Fault::field).toList());
            }
        } catch (SettingsException | IllegalArgumentException e) {
            LOG.warn("Openness to the network holds until the next start only: {}", e.toString());
        }
    }

    @Override
    public SettingsDescriptor descriptor() {
        return new SettingsDescriptor(ID, PID, ORDER);
    }

    @Override
    public Map<String, Object> read(Fields fields) {
        SecuritySettings read = SecuritySettings.read(fields);
        if (read.network() && !read.protection()) {
            fields.fault("network", Faults.message("network.protection"));
        } else if (read.network() && owner.current().isEmpty()) {
            fields.fault("network", Faults.message("network.password"));
        }
        return read.document();
    }

    @Override
    public Map<String, Object> facts() {
        Exposure exposure = exposure();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("passwordSet", exposure.passwordSet());
        facts.put("guarded", exposure.guarded());
        facts.put("ports", ports);
        return facts;
    }
}
