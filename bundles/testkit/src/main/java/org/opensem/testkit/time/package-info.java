/** For tests of what keeps the time. */
@Export
@Version("1.0.0")
package org.opensem.testkit.time;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
