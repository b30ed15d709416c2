/** Settings without a container. */
@Export
@Version("1.0.0")
package org.opensem.testkit.settings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
