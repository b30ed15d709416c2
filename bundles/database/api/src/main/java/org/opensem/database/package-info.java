/** One embedded database, one schema per domain, one writer. Only {@code internal.jdbc} packages use this. */
@Export
@Version("1.1.0")
package org.opensem.database;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
