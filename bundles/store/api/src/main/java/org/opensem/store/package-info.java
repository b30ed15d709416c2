/** Where the seconds are kept: writing, reading, down-sampling, and the log of what changed. */
@Export
@Version("1.1.0")
package org.opensem.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
