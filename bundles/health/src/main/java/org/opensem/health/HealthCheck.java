package org.opensem.health;

import org.osgi.annotation.versioning.ConsumerType;

/** Tells how one part does: register it as a service, and it is in the report. */
@ConsumerType
public interface HealthCheck {

    /** A stable short name, for example {@code store}. */
    String name();

    /** How it does now. Quick: a check that takes longer than two seconds is reported as {@link Health.Level#DOWN}. */
    Health check();
}
