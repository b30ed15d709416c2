/** Whether openSEM does its job: checks that any bundle contributes, and the report that collects them. */
@Export
@Version("1.0.0")
package org.opensem.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
