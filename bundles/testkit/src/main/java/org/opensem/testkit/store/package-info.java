/** What every implementation of the store is tested with. */
@Export
@Version("1.0.0")
package org.opensem.testkit.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
