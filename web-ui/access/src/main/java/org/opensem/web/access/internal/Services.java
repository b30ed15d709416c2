package org.opensem.web.access.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.util.Optional;
import org.opensem.access.AccessControl;
import org.opensem.access.DeviceControl;
import org.opensem.access.Owner;
import org.opensem.access.Recovery;
import org.opensem.access.ServerCertificate;
import org.opensem.access.Sessions;
import org.opensem.access.Tokens;
import org.opensem.metering.DeviceId;
import org.opensem.metering.LiveSamples;
import org.opensem.settings.Region;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What pages and section ask. Each may be updated alone: what needs one that is away says so. */
@Component(service = Services.class)
public final class Services {
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile AccessControl control;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Owner owner;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Recovery recovery;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Sessions sessions;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Tokens tokens;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile ServerCertificate certificate;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile DeviceControl device;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile DeviceId id;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile LiveSamples live;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Region region;

    /** The device's name; empty while nobody tells it. */
    Optional<String> deviceName() {
        return Optional.ofNullable(id).map(DeviceId::name);
    }
}
